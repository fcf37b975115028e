/**
 * The text of an article as one string, with the way back: any offset leads to the text node and the place in it.
 * White space in the source stays one character for one, so that the map is a plain shift per node; blocks are
 * separated by a line break.
 */
import {
  attribute,
  firstChildOf,
  isElement,
  isText,
  localNameOf,
  nextSiblingOf,
  shadowRootOf,
} from './dom.ts';
import { isShown, isSkipped } from './skip.ts';
import { atOnce, type Steps } from './slices.ts';

/** A page longer than this is read to here only; the reader is told. UTF-16 code units. */
export const MOST_TEXT = 400_000;
/** Nodes visited at the most. */
export const MOST_NODES = 150_000;

export interface TextMap {
  text: string;
  /** text nodes in order, and the offset in `text` at which each begins */
  nodes: Text[];
  starts: number[];
  /** spans of headings below the headline, [start, end) */
  headings: [number, number][];
  /** where sections begin: at each heading */
  sections: number[];
  /** open shadow roots that were read, in order */
  shadows: ShadowRoot[];
  /** true when the page was too long and only its first part was read */
  cut: boolean;
}

const BLOCK = new Set(
  (
    'address article blockquote center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p ' +
    'section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const HEADING = /^h[1-6]$/;

interface Frame {
  next: Node | null;
  /** nodes given to a slot, instead of siblings */
  list: readonly Node[] | null;
  at: number;
  block: boolean;
  heading: number;
}

/** Nodes between two places where reading may pause. */
const STEP = 32;

export const readText = (root: Element, skip: Element | null = null, loose = false): TextMap =>
  atOnce(readTextSteps(root, skip, loose));

/**
 * @param root live element of the page; nothing of it is changed
 * @param skip element that is left out, such as the headline, which is read apart
 * @param loose class names are not believed, see `articleRoot`
 */
export function* readTextSteps(root: Element, skip: Element | null, loose: boolean): Steps<TextMap> {
  const map: TextMap = {
    text: '',
    nodes: [],
    starts: [],
    headings: [],
    sections: [],
    shadows: [],
    cut: false,
  };
  const parts: string[] = [];
  let length = 0;
  let atBreak = true;
  let visited = 0;
  const add = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  const lineBreak = () => {
    if (atBreak) return;
    add('\n');
    atBreak = true;
  };
  const stack: Frame[] = [];
  const enter = (el: Element) => {
    const block = BLOCK.has(localNameOf(el));
    if (block) lineBreak();
    // A heading within a heading is part of it.
    const heading = HEADING.test(localNameOf(el)) && !stack.some((f) => f.heading >= 0) ? length : -1;
    const slotted = localNameOf(el) === 'slot' ? (el as HTMLSlotElement).assignedNodes() : [];
    const shadow = shadowRootOf(el);
    if (shadow) map.shadows.push(shadow);
    const from = shadow ?? el;
    stack.push({ next: firstChildOf(from), list: slotted.length ? slotted : null, at: 0, block, heading });
  };
  const leave = (frame: Frame) => {
    if (frame.heading >= 0 && length > frame.heading) {
      map.headings.push([frame.heading, length]);
      map.sections.push(frame.heading);
    }
    if (frame.block) lineBreak();
  };
  enter(root);
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const node: Node | null = frame.list ? (frame.list[frame.at++] ?? null) : frame.next;
    if (!node || map.cut) {
      stack.pop();
      leave(frame);
      continue;
    }
    if (!frame.list) frame.next = nextSiblingOf(node);
    if (++visited > MOST_NODES) map.cut = true;
    if (visited % STEP === 0) yield;
    if (isText(node)) {
      const data = node.data;
      if (!data) continue;
      const kept = length + data.length > MOST_TEXT ? data.slice(0, MOST_TEXT - length) : data;
      if (kept.length < data.length) map.cut = true;
      if (atBreak && !/\S/.test(kept)) continue; // indentation between blocks
      map.nodes.push(node);
      map.starts.push(length);
      add(kept.replace(/[\t\n\r\f]/g, ' '));
      atBreak = false;
    } else if (isElement(node) && node !== skip) {
      const name = localNameOf(node);
      if (name === 'br') {
        if (followsBreak(node)) lineBreak();
        else add('\u2028');
      } else if (!isSkipped(node, loose) && (!BLOCK.has(name) || isShown(node)) && !isEditableHost(node)) {
        enter(node);
      }
    }
  }
  map.text = parts.join('');
  return map;
}

const isEditableHost = (el: Element): boolean => attribute(el, 'role') === 'textbox';

/** Two line breaks in a row end a paragraph. */
function followsBreak(br: Element): boolean {
  for (let node = nextSiblingOf(br); node; node = nextSiblingOf(node)) {
    if (isText(node) && !/\S/.test(node.data)) continue;
    return isElement(node) && localNameOf(node) === 'br';
  }
  return true;
}

/**
 * @param offset into `map.text`
 * @param end true for the end of a span: then a node that ends there is meant, not the one that begins
 * @returns null for an offset outside the text or on a line break between blocks
 */
export function locate(map: TextMap, offset: number, end = false): { node: Text; offset: number } | null {
  const wanted = end ? offset - 1 : offset;
  let low = 0;
  let high = map.starts.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((map.starts[mid] as number) <= wanted) low = mid;
    else high = mid - 1;
  }
  const node = map.nodes[low];
  const start = map.starts[low];
  if (!node || start === undefined || wanted < start || wanted >= start + node.data.length) return null;
  return { node, offset: offset - start };
}
