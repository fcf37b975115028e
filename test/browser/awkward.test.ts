/** Pages that are wrong, huge or empty: a quiet, correct fallback, nothing thrown, and the page works as before. */
import { expect, test } from 'vitest';
import { paintedMarks, restOn, waitForCard, waitForMarks } from '../../src/cli/drive.ts';
import type { Answer } from '../../src/cli/serve.ts';
import { inBothBrowsers } from './session.ts';

const LEAD =
  'Roscosmos and NASA said on Friday that cosmonaut Oleg Kononenko and the crew of the International Space Station are well. ' +
  'The Soyuz MS-25 spacecraft stays docked to the Prichal module, the agencies added.';
const article = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Station crew is well, say Roscosmos and NASA</title>${head}</head><body>${body}</body></html>`;
const story = `<article><h1>Station crew is well, say Roscosmos and NASA</h1><p>${LEAD}</p><p>${LEAD}</p></article>`;

const PAGES: Record<string, string> = {
  '/clobbered': article(
    `<form name="body"><input name="querySelectorAll"><input name="createTreeWalker"><input name="documentElement"></form>
     <form name="getSelection"></form><img name="querySelector" alt=""><img name="head" alt=""><img name="title" alt="">
     <form id="f"><input name="nodeType"><input name="childNodes"><input name="firstChild"><input name="parentNode"><input name="getAttribute"><input name="textContent"><input name="matches"><input name="localName">${story}</form>`,
  ),
  '/nodes': article(story + '<div>' + '<i>a</i> '.repeat(50_000) + '</div>'),
  '/megabytes': article(`${story}<article><p>${`${LEAD} `.repeat(16_000)}</p></article>`),
  '/empty': '<!doctype html><html><head></head><body></body></html>',
  '/no-headline': article(`<p>${LEAD}</p><p>${LEAD}</p>`).replace(/<title>.*?<\/title>/, ''),
  '/deep': article('<div>'.repeat(3000) + story + '</div>'.repeat(3000)),
  '/names-only': article(
    `<article><h1>Roscosmos NASA ESA JAXA</h1><p>${'Roscosmos NASA ESA JAXA Zvezda Zarya Unity Soyuz Dragon ISS Bakanov '.repeat(400)}</p></article>`,
  ),
  '/unset': article(story, '<style>* { all: unset !important } html { font-size: 62.5% }</style>'),
};

const answer: Answer = (url) => (PAGES[url.pathname] ? { body: PAGES[url.pathname] ?? '' } : null);
const at = (path: string): string => `https://apnews.com${path}`;

inBothBrowsers('awkward pages', answer, (session) => {
  test.each(['/clobbered', '/nodes', '/megabytes', '/no-headline', '/deep', '/names-only', '/unset'])(
    '%s: marked, and nothing thrown',
    async (path) => {
      const { page, errors } = await session.open(at(path));
      const marks = await waitForMarks(page, 2, 20_000);
      expect(
        marks.some((m) => /Oleg Kononenko|Zvezda|ISS/.test(m.text)),
        marks.map((m) => m.text).join(' · '),
      ).toBe(true);
      expect(
        await page.evaluate(() => document.querySelectorAll('station-brief-card').length),
      ).toBeLessThanOrEqual(1);
      // Firefox says so of any document this deep.
      expect(errors.filter((e) => !e.includes('tree is too deep'))).toEqual([]);
    },
  );

  test('/empty: silence', async () => {
    const { page, errors } = await session.open(at('/empty'));
    await new Promise((done) => setTimeout(done, 1500));
    expect(await paintedMarks(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test.each(['/clobbered', '/unset'])('%s: the card opens and keeps its own looks', async (path) => {
    const { page } = await session.open(at(path));
    await waitForMarks(page, 2, 15_000);
    await restOn(page, 'Oleg Kononenko');
    expect(await waitForCard(session.launched, page)).toContain('Kononenko');
  });
});
