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

/** Running text is longer than this, in characters. */
const LEAST_PARAGRAPH = 40;
/** A single paragraph counts at most this much, so that one long box does not outvote a story. */
const MOST_PARAGRAPH = 1200;
const MOST_PARAGRAPHS = 1500;
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

/** @returns null for a page without a body */
export function articleRoot(doc: Document): Root | null {
  const body = bodyOf(doc);
  if (!isElement(body)) return null;
  const everything = paragraphs(body, true);
  const strict = paragraphs(body, false, everything);
  const loose = sum(strict) < WHOLE_STORY && sum(strict) < sum(everything) * BELIEVED;
  const list = loose ? everything : strict;
  if (!list.length) return { element: first(body, 'article') ?? first(body, 'main') ?? body, loose: true };
  return { element: grow(winner(list, body), list, body), loose };
}

const sum = (list: readonly Paragraph[]): number => list.reduce((n, p) => n + p.worth, 0);

/** Running text with what it is worth: length without links. */
function paragraphs(body: Element, loose: boolean, from?: readonly Paragraph[]): Paragraph[] {
  const skipped = new Map<Element, boolean>();
  if (from) return from.filter(({ el }) => !inSkipped(el, body, loose, skipped));
  const found = all<Element>(body, 'p, blockquote').slice(0, MOST_PARAGRAPHS);
  const list = [...new Set(found)].flatMap((el) => worthOf(el, body, loose, skipped));
  // Pages without paragraph elements: boxes that hold text themselves, with line breaks between.
  return sum(list) > ENOUGH
    ? list
    : [
        ...list,
        ...looseBlocks(body).flatMap((el) =>
          worthOf(el, body, loose, skipped).map((p) => ({ ...p, box: el })),
        ),
      ];
}

function worthOf(el: Element, body: Element, loose: boolean, skipped: Map<Element, boolean>): Paragraph[] {
  const length = (textContentOf(el) ?? '').trim().length;
  if (length < LEAST_PARAGRAPH || inSkipped(el, body, loose, skipped)) return [];
  const parent = parentOf(el);
  return [
    {
      el,
      box: isElement(parent) ? parent : el,
      worth: Math.min(length, MOST_PARAGRAPH) * (1 - linkShare(el, length)),
    },
  ];
}

const looseBlocks = (body: Element): Element[] =>
  all<Element>(body, 'div, section, td, li, span')
    .filter(
      (el) =>
        !first(el, 'div, section, p, td, ul, table') &&
        /\p{L}{3,}.{20,}[.!?。！？…]/su.test((textContentOf(el) ?? '').slice(0, 1000)),
    )
    .slice(0, MOST_PARAGRAPHS);

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
  const held = (el: Element): number => sum(list.filter((p) => contains(el, p.el)));
  let best = start;
  let worth = held(start);
  for (let at = parentOf(start); isElement(at) && at !== body; at = parentOf(at)) {
    if (closest(best, 'article') && !closest(at, 'article')) break;
    const more = held(at);
    if (more < worth * GROWTH) continue;
    if (first(at, 'article') && all(at, 'article').filter((a) => held(a) > worth * 0.3).length > 1) break;
    [best, worth] = [at, more];
  }
  return best;
}

/** The headline's element: the heading nearest before or in the article; null when there is none. */
export function headlineElement(doc: Document, root: Element): Element | null {
  const headings = all<Element>(doc, 'h1').filter(
    (h) => plainText(h, 300).length > 5 && !closest(h, 'nav, footer, aside'),
  );
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
