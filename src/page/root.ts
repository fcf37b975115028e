/**
 * Where is the article? The live element that holds most of the running text. Paragraphs vote for their parent and,
 * at half weight, for its parent (the idea of Arc90's Readability); the winner grows to an ancestor that holds
 * clearly more of them. Nothing is copied: the reader's nodes are the ones that get marked.
 */
import {
  all,
  bodyOf,
  closest,
  contains,
  first,
  isElement,
  parentOf,
  plainText,
  textContentOf,
} from './dom.ts';
import { isSkipped } from './skip.ts';
import type { Steps } from './slices.ts';

/** Running text is longer than this, in characters. */
const LEAST_PARAGRAPH = 40;
/** A single paragraph counts at most this much, so that one long box does not outvote a story. */
const MOST_PARAGRAPH = 1200;
const MOST_PARAGRAPHS = 1500;
/** Boxes looked at on a page without paragraphs, articles on a page with many, headings that may be the headline. */
const MOST_BOXES = 20_000;
const MOST_ARTICLES = 60;
const MOST_HEADINGS = 200;
/** With this much text in paragraphs, boxes without them are not looked at. */
const ENOUGH = 300;
/** An ancestor takes over when it holds this many times the running text. */
const GROWTH = 1.25;
/** When class names hide more than this share of the running text, they are not to be believed. */
const BELIEVED = 0.5;
/** … unless what they leave is a whole story: then the rest may well be its comments. */
const WHOLE_STORY = 900;

export interface Root {
  element: Element;
  /** class names are not believed here: only elements and roles decide what is left out */
  loose: boolean;
}

interface Paragraph {
  el: Element;
  /** the element it votes for: a paragraph's parent; a box that holds text itself */
  box: Element;
  worth: number;
}

/** Elements between two places where reading may pause. */
const STEP = 8;

/** @returns null for a page without a body */
export function* articleRootSteps(doc: Document): Steps<Root | null> {
  const body = bodyOf(doc);
  if (!isElement(body)) return null;
  const everything = yield* paragraphs(body);
  const skipped = new Map<Element, boolean>();
  const strict = everything.filter(({ el }) => !inSkipped(el, body, false, skipped));
  const loose = sum(strict) < WHOLE_STORY && sum(strict) < sum(everything) * BELIEVED;
  const list = loose ? everything : strict;
  if (!list.length) return { element: first(body, 'article') ?? first(body, 'main') ?? body, loose: true };
  yield;
  return { element: grow(winner(list, body), list, body), loose };
}

const sum = (list: readonly Paragraph[]): number => list.reduce((n, p) => n + p.worth, 0);

/** Running text with what it is worth: length without links. Class names are not believed here. */
function* paragraphs(body: Element): Steps<Paragraph[]> {
  const skipped = new Map<Element, boolean>();
  const list: Paragraph[] = [];
  for (const [i, el] of all<Element>(body, 'p, blockquote').slice(0, MOST_PARAGRAPHS).entries()) {
    list.push(...worthOf(el, body, skipped));
    if (i % STEP === 0) yield;
  }
  if (sum(list) > ENOUGH) return list;
  // Pages without paragraph elements: boxes that hold text themselves, with line breaks between.
  for (const el of yield* looseBlocks(body))
    list.push(...worthOf(el, body, skipped).map((p) => ({ ...p, box: el })));
  return list;
}

function worthOf(el: Element, body: Element, skipped: Map<Element, boolean>): Paragraph[] {
  const length = (textContentOf(el) ?? '').trim().length;
  if (length < LEAST_PARAGRAPH || inSkipped(el, body, true, skipped)) return [];
  const parent = parentOf(el);
  return [
    {
      el,
      box: isElement(parent) ? parent : el,
      worth: Math.min(length, MOST_PARAGRAPH) * (1 - linkShare(el, length)),
    },
  ];
}

function* looseBlocks(body: Element): Steps<Element[]> {
  const found: Element[] = [];
  let looked = 0;
  for (const el of all<Element>(body, 'div, section, td, li, span')) {
    if (++looked % STEP === 0) yield;
    if (looked > MOST_BOXES || found.length >= MOST_PARAGRAPHS) break;
    if (first(el, 'div, section, p, td, ul, table')) continue;
    if (/\p{L}{3,}.{20,}[.!?。！？…]/su.test((textContentOf(el) ?? '').slice(0, 1000))) found.push(el);
  }
  return found;
}

function inSkipped(el: Element, body: Element, loose: boolean, known: Map<Element, boolean>): boolean {
  const path: Element[] = [];
  let answer = false;
  for (let at: Node | null = el; isElement(at) && at !== body; at = parentOf(at)) {
    const before = known.get(at);
    if (before !== undefined) {
      answer = before;
      break;
    }
    path.push(at);
    if (isSkipped(at, loose)) {
      answer = true;
      break;
    }
  }
  for (const step of path) known.set(step, answer);
  return answer;
}

function linkShare(el: Element, length: number): number {
  let linked = 0;
  for (const a of all(el, 'a')) linked += textContentOf(a)?.length ?? 0;
  return Math.min(1, linked / length);
}

function winner(list: readonly Paragraph[], body: Element): Element {
  const votes = new Map<Element, number>();
  const vote = (el: Node | null, worth: number): Node | null => {
    if (!isElement(el)) return null;
    votes.set(el, (votes.get(el) ?? 0) + worth);
    return el === body ? null : parentOf(el);
  };
  for (const { box, worth } of list) vote(vote(box, worth), worth / 2);
  let best: Element = body;
  let most = 0;
  for (const [el, n] of votes) {
    const score = closest(el, '[itemprop="articleBody"], article') ? n * 1.3 : n;
    if (score > most) [best, most] = [el, score];
  }
  return best;
}

/** Articles are often cut into several boxes; feeds put several articles into one, and those stay apart. */
function grow(start: Element, list: readonly Paragraph[], body: Element): Element {
  const held = heldBy(start, list, body);
  let best = start;
  let worth = held[0]?.worth ?? 0;
  const outermost = outermostArticle(start);
  for (const { el, worth: more } of held.slice(1)) {
    if (outermost && !contains(outermost, el)) break;
    if (more < worth * GROWTH) continue;
    const rivals = all(el, 'article').slice(0, MOST_ARTICLES);
    if (rivals.filter((a) => sum(list.filter((p) => contains(a, p.el))) > worth * 0.3).length > 1) break;
    [best, worth] = [el, more];
  }
  return best;
}

function outermostArticle(el: Element): Element | null {
  let found: Element | null = null;
  for (let at: Node | null = el; isElement(at); at = found && parentOf(found)) {
    const next = closest(at, 'article');
    if (!next) break;
    found = next;
  }
  return found;
}

/**
 * What `start` and each of its ancestors below the body hold of the running text, from the inside out. Each element of
 * the page is passed once: asking every ancestor anew is quadratic, and pages nest ten thousand deep.
 */
function heldBy(start: Element, list: readonly Paragraph[], body: Element): { el: Element; worth: number }[] {
  const line: { el: Element; worth: number }[] = [];
  const meets = new Map<Node, number>();
  for (let at: Node | null = start; isElement(at) && (at !== body || at === start); at = parentOf(at)) {
    meets.set(at, line.length);
    line.push({ el: at, worth: 0 });
  }
  for (const { el, worth } of list) {
    const path: Node[] = [];
    let at: Node | null = el;
    while (at && !meets.has(at)) {
      path.push(at);
      at = parentOf(at);
    }
    const where = (at && meets.get(at)) ?? line.length;
    for (const node of path) meets.set(node, where);
    const met = line[where];
    if (met) met.worth += worth;
  }
  for (let i = 1; i < line.length; i++) {
    const [inner, outer] = [line[i - 1], line[i]];
    if (inner && outer) outer.worth += inner.worth;
  }
  return line;
}

/** The headline's element: the heading nearest before or in the article; null when there is none. */
export function headlineElement(doc: Document, root: Element): Element | null {
  const headings = all<Element>(doc, 'h1')
    .slice(0, MOST_HEADINGS)
    .filter((h) => plainText(h, 300).length > 5 && !closest(h, 'nav, footer, aside'));
  const inside = headings.find((h) => contains(root, h));
  if (inside) return inside;
  const article = closest(root, 'article, main, [itemtype*="Article"]');
  const near = article ? headings.find((h) => contains(article, h)) : undefined;
  if (near) return near;
  const before = headings.filter(
    (h) => (h.compareDocumentPosition(root) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return before.at(-1) ?? (article ? first(article, 'h2') : null);
}
