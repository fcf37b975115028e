/** Brings a place of the article into view, without touching the page's elements. */
import type { ReadArticle } from './article.ts';
import type { Mark } from './marks.ts';
import { rangeOf } from './marks.ts';
import { boxesOf } from './pointer.ts';
import { unshadowed } from './unshadowed.ts';

const intoView = Element.prototype.scrollIntoView;

/** @returns false when the place is not laid out */
export function scrollToMark(doc: Document, mark: Mark): boolean {
  const element = mark.range.startContainer.parentElement;
  if (!element || !boxesOf(mark).length) return false;
  // The parent may be a long block or sit in a scrolling box: first it, then the line itself.
  intoView.call(element, { block: 'nearest' });
  const [box] = boxesOf(mark);
  const view = unshadowed(doc).defaultView;
  if (!box || !view) return false;
  const middle = view.innerHeight * 0.35;
  if (box.top < 60 || box.bottom > view.innerHeight * 0.7)
    view.scrollBy({ top: box.top - middle, behavior: 'instant' });
  return true;
}

/** For a place that is counted and not underlined. */
export function scrollToSpan(read: ReadArticle, start: number, end: number): boolean {
  const range = rangeOf(read.map, read.shift, start, end);
  if (!range) return false;
  return scrollToMark(document, { kind: 'term', id: '', surface: '', start, end, range });
}
