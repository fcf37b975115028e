// @vitest-environment jsdom
/** What should be shown must pass the first look, on a page that has nothing but headline and text. */
import { expect, it } from 'vitest';
import { firstLook } from '../src/page/gate.ts';
import { documentOf } from '../src/page/test-document.ts';
import { articleFiles, type OwnArticle } from './read-articles.ts';

function pageOf({ title, text }: OwnArticle): Document {
  const page = documentOf('<h1></h1><p></p>');
  page.querySelectorAll('h1').forEach((h) => (h.textContent = title));
  page.querySelectorAll('p').forEach((p) => (p.textContent = text));
  return page;
}

it.each(articleFiles())('the first look lets through what should be shown: %s', (_file, articles) => {
  const stopped = articles.filter((a) => a.show && !firstLook(pageOf(a), 'https://example.org/a').worth);
  expect(stopped.map((a) => `${a.lang}: ${a.title}`)).toEqual([]);
});
