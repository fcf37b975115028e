/** A saved page on the command line: the same reading code as in the browser, over jsdom (no layout, no scripts). */
import { JSDOM, VirtualConsole } from 'jsdom';
import type { ReadArticle } from '../page/article.ts';

/** @returns what the content script would read; an empty article when the page has none */
export async function readSavedPage(
  html: string,
  url = 'https://example.org/',
): Promise<Pick<ReadArticle, 'article' | 'publishedFrom'>> {
  const dom = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
  // The page room names the DOM's globals, as a content script does; its getters come from the first window.
  for (const name of ['Node', 'Element', 'Document'] as const)
    Object.assign(globalThis, { [name]: dom.window[name] });
  const { readArticle } = await import('../page/article.ts');
  const read = readArticle(dom.window.document, url);
  return read ?? { article: { title: '', text: '', lang: 'und', published: null }, publishedFrom: 'unknown' };
}
