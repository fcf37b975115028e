/**
 * A long life: one page that turns hundreds of articles, hundreds of tabs, a hundred at once; nothing may pile up.
 * `npm test` runs a few dozen turns of it, `npm run life` all of them; the code is the same.
 */
import { expect, test } from 'vitest';
import { restOn, waitForCard, waitForMarks, waitForNoCard } from '../../src/cli/drive.ts';
import type { Answer } from '../../src/cli/serve.ts';
import { censusOfBackground, censusOfPage, growthLine, type Census } from './census.ts';
import { openOwnPage } from './extension-page.ts';
import { inBothBrowsers } from './session.ts';

const FULL = process.env['STATION_BRIEF_LIFE'] === 'full';
const TURNS = FULL ? 500 : 20;
const ARTICLES = FULL ? 200 : 5;
const TABS = FULL ? 100 : 6;
/** After so many turns everything that is kept once is there: caches, compiled code, the card's tree. */
const WARM = FULL ? 40 : 10;
/** A card is opened and closed after so many turns. */
const CARD_EVERY = 10;

const HOST = 'https://apnews.com';

/** An article that reads differently each time, with the same names in other places. */
const STORY = `
const story = (n) => {
  const article = document.createElement('article');
  const add = (tag, text) => { const el = document.createElement(tag); el.textContent = text; article.append(el); };
  add('h1', 'Station crew is well, say Roscosmos and NASA in report ' + n);
  const parts = [
    'Cosmonaut Oleg Kononenko and the crew of the International Space Station are well, Roscosmos said in report ' + n + '.',
    'The Soyuz MS-25 spacecraft stays docked to the Prichal module, NASA added on day ' + n + ' of the expedition.',
    'Sean Duffy, then acting head of NASA, spoke with Dmitry Bakanov about station operations, item ' + n + ' of their talks.',
  ];
  for (let i = 0; i < 9; i++) add('p', parts[(i + n) % 3] + ' Paragraph ' + i + ' of ' + n + '.');
  return article;
};`;

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Station crew is well, say Roscosmos and NASA</title>
<meta property="article:published_time" content="2025-08-01"></head><body><main></main><script>
${STORY}
let n = Number(location.pathname.slice(1)) || 0;
const main = document.querySelector('main');
main.replaceChildren(story(n));
const marked = () => [...(CSS.highlights.get('station-brief-term') ?? [])].filter((r) => main.contains(r.startContainer)).length;
// Turns to so many articles without a load, each once the last one is marked.
window.wander = async (count) => {
  for (let i = 0; i < count; i++) {
    history.pushState({}, '', '/' + ++n);
    main.replaceChildren(story(n));
    const end = performance.now() + 10000;
    while (marked() < 4) {
      if (performance.now() > end) throw new Error('article ' + n + ' was not marked');
      await new Promise((done) => setTimeout(done, 15));
    }
  }
  return n;
};
</script></body></html>`;

const answer: Answer = (url) => (/^\/\d+$/.test(url.pathname) ? { body: PAGE } : null);

/** Bytes that may come with so many turns besides a slack for what browsers themselves keep: their history, their caches. */
const SLACK = 1_500_000;
const bounded = (before: Census, after: Census, turns: number, perTurn: number): void => {
  for (const [name, value] of Object.entries(after)) {
    const was = before[name] ?? 0;
    if (name.includes('bytes')) expect(value - was, name).toBeLessThan(SLACK + turns * perTurn);
    else expect(value - was, name).toBeLessThanOrEqual(Math.max(3, was * 0.02));
  }
};

inBothBrowsers('long life', answer, (session, kind) => {
  test(`${TURNS} articles turned on one page: no more memory, nodes or listeners than after ${WARM}`, async () => {
    const { page, errors } = await session.open(`${HOST}/1`);
    await waitForMarks(page, 4);
    const wander = async (count: number) => {
      for (let left = count; left > 0; left -= CARD_EVERY) {
        await page.evaluate(
          (by) => (window as unknown as { wander(n: number): Promise<number> }).wander(by),
          Math.min(CARD_EVERY, left),
        );
        await restOn(page, 'Oleg Kononenko');
        await waitForCard(session.launched, page);
        await page.mouse.move(2, 2, { steps: 3 });
        await waitForNoCard(session.launched, page);
      }
    };
    await wander(WARM);
    const before = await censusOfPage(session.launched, page);
    const began = Date.now();
    await wander(TURNS);
    const took = Date.now() - began;
    const after = await censusOfPage(session.launched, page);
    console.log(`${kind}, ${TURNS} turns in ${Math.round(took / 1000)} s: ${growthLine(before, after)}`);
    bounded(before, after, TURNS, 2000);
    expect(errors).toEqual([]);
  });

  test(`${ARTICLES} articles opened and closed: the background is as it was`, async () => {
    const { page: anchor } = await session.open(`${HOST}/1`);
    const read = async (n: number) => {
      const page = await session.launched.browser.newPage();
      await page.goto(`${HOST}/${n}`, { waitUntil: 'domcontentloaded' });
      await waitForMarks(page, 4);
      await page.close();
    };
    for (let n = 1000; n < 1000 + Math.ceil(ARTICLES / 5); n++) await read(n);
    await anchor.bringToFront();
    const before = await censusOfBackground(session.launched);
    for (let n = 2000; n < 2000 + ARTICLES; n++) await read(n);
    await anchor.bringToFront();
    const after = await censusOfBackground(session.launched);
    console.log(`${kind}, ${ARTICLES} articles: background ${growthLine(before, after)}`);
    bounded(before, after, ARTICLES, 4000);
  });

  test(`${TABS} tabs opened at once are all marked`, async () => {
    await session.open(`${HOST}/1`);
    const before = await censusOfBackground(session.launched);
    const pages = await Promise.all(Array.from({ length: TABS }, () => session.launched.browser.newPage()));
    const began = Date.now();
    await Promise.all(
      pages.map((page, i) => page.goto(`${HOST}/${3000 + i}`, { waitUntil: 'domcontentloaded' })),
    );
    for (const page of pages) await waitForMarks(page, 4, 60_000);
    const took = Date.now() - began;
    await Promise.all(pages.map((page) => page.close()));
    const after = await censusOfBackground(session.launched);
    console.log(
      `${kind}, ${TABS} tabs at once, all marked in ${took} ms: background ${growthLine(before, after)}`,
    );
    bounded(before, after, TABS, 4000);
  });

  test('a hundred articles asked for in one moment are all answered, each with its own', async () => {
    const own = await openOwnPage(session.launched, 'welcome.html');
    const before = await censusOfBackground(session.launched);
    const { shown, took } = await own.run<{ shown: number; took: number }>(`(async () => {
      ${STORY}
      const api = globalThis.browser ?? chrome;
      const began = performance.now();
      const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => {
        const text = [...story(n).children].map((el) => el.textContent).join('\\n');
        const article = { title: 'Station report ' + n, text, lang: 'en', published: '2025-08-01' };
        return api.runtime.sendMessage({ kind: 'page:find', ask: { article, publishedFrom: 'given', cut: false } });
      }));
      const shown = answers.filter((a, n) => a.show && a.summary.title === 'Station report ' + n && a.mentions.length > 3).length;
      return { shown, took: performance.now() - began };
    })()`);
    const after = await censusOfBackground(session.launched);
    console.log(
      `${kind}, 100 articles at once in ${Math.round(took)} ms: background ${growthLine(before, after)}`,
    );
    expect(shown).toBe(100);
    expect(took).toBeLessThan(10_000);
    bounded(before, after, 100, 4000);
    await own.run('window.close()').catch(() => undefined);
  });
});
