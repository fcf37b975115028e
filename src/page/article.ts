/** Reads the page: the article as plain data for finding, and the map back to its nodes for marking. */
import { guessLanguage } from '../match/language.ts';
import type { Article } from '../match/types.ts';
import { contains } from './dom.ts';
import { declaredLanguage, headlineText, publicationDate, summaryText, type DateSource } from './metadata.ts';
import { articleRootSteps, headlineElement } from './root.ts';
import { atOnce, type Steps } from './slices.ts';
import { readTextSteps, type TextMap } from './text.ts';

export interface ReadArticle {
  article: Article;
  publishedFrom: DateSource;
  /** live element the text was read from */
  root: Element;
  map: TextMap;
  /** offset in `title + "\n" + text` at which the map's text begins */
  shift: number;
}

export const readArticle = (doc: Document, url: string): ReadArticle | null =>
  atOnce(readArticleSteps(doc, url));

/**
 * @returns null when there is nothing that could be an article; never throws on a page's content. Where the page changes
 *   between two steps, what was read may be old; whoever lets it change looks again.
 */
export function* readArticleSteps(doc: Document, url: string): Steps<ReadArticle | null> {
  const place = yield* articleRootSteps(doc);
  if (!place) return null;
  const root = place.element;
  yield;
  const heading = headlineElement(doc, root);
  const title = headlineText(doc, heading);
  const map = yield* readTextSteps(root, heading && contains(root, heading) ? heading : null, place.loose);
  yield;
  if (!title && !map.text.trim()) return null;
  const declared = declaredLanguage(doc);
  const guessed = guessLanguage(`${title}\n${map.text}`);
  const shift = title.length + 1;
  const { published, publishedFrom } = publicationDate(doc, url, root, title);
  return {
    article: {
      title,
      text: map.text,
      // A template's language is often left at its default; the text itself is the better witness.
      lang: guessed === 'und' ? declared : guessed,
      published,
      sections: map.sections.map((at) => at + shift),
      headings: map.headings.map(([from, to]) => [from + shift, to + shift] as const),
      meta: summaryText(doc),
      url,
    },
    publishedFrom,
    root,
    map,
    shift,
  };
}
