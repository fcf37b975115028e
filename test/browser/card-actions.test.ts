/** What a reader can do from the card, on a real page, with real clicks; and what it says of old and disputed things. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import {
  cardText,
  clickInCard,
  openPopup,
  paintedMarks,
  restOn,
  storeRaw,
  until,
  waitForCard,
  waitForMarks,
  waitForNoCard,
} from '../../src/cli/drive.ts';
import { inFirefox } from '../../src/cli/drive/privileged.ts';
import { answerStories, at } from './card-pages.ts';
import { closeTabs, openOwnPage } from './extension-page.ts';
import { inBothBrowsers } from './session.ts';

/** Counts the marks before every picture of the page; gives the fewest that any showed so far. */
async function watchFewest(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const { highlights } = CSS as unknown as { highlights: Map<string, { size: number }> };
    let fewest = Infinity;
    const count = () => {
      const now = [...highlights].reduce((sum, [, ranges]) => sum + ranges.size, 0);
      document.documentElement.dataset['fewest'] = String((fewest = Math.min(fewest, now)));
      requestAnimationFrame(count);
    };
    count();
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset['fewest']));
}

inBothBrowsers('card, used', answerStories, (session, kind) => {
  let page: Page;
  const open = async (url: string): Promise<void> => {
    await storeRaw(session.launched, 'settings', '{}');
    ({ page } = await session.open(url));
    await waitForMarks(page, 6);
  };
  const card = () => cardText(session.launched, page);
  const cardOf = async (term: string): Promise<string> => {
    await restOn(page, term);
    return waitForCard(session.launched, page);
  };
  const click = (words: string) => clickInCard(session.launched, page, words);
  const gone = () => waitForNoCard(session.launched, page);
  const isMarked = async (text: string) => (await paintedMarks(page)).some((m) => m.text === text);

  test('mute: the term loses its mark at once, the others keep theirs, and the settings bring it back', async () => {
    await open(at('/undated'));
    await cardOf('Zvezda');
    const painted = (await paintedMarks(page)).length;
    const fewest = await watchFewest(page);
    await click('Mute this term');
    await gone();
    await until('the mark gone', async () => !(await isMarked('Zvezda')));
    expect(await isMarked('Sergei Krikalev')).toBe(true);
    expect(painted - (await fewest())).toBe(1);
    const options = await openOwnPage(session.launched, 'options.html');
    await options.press('Remove Zvezda module');
    await page.bringToFront();
    await until('the mark back', () => isMarked('Zvezda'));
    await closeTabs(session.launched, 'options.html');
  });

  test('off on this site: one click on the card, at once; one press in the popup undoes it', async () => {
    await open(at('/undated'));
    await cardOf('Zvezda');
    await click('Off on this site');
    await gone();
    await until('no marks', async () => (await paintedMarks(page)).length === 0);
    const popup = await openPopup(session.launched, page);
    await until('what the popup says', async () => (await popup.text()).includes('apnews.com'));
    await popup.press('Turn on');
    await waitForMarks(page, 6);
    await popup.close();
  });

  test('report a problem: opens a filled page on the press and not before, and hands it nothing of this one', async () => {
    await open(at('/undated'));
    await cardOf('Zvezda');
    const asked = () => session.proxy.requests.filter((r) => r.includes('/issues/new'));
    await click('More');
    const before = asked().length;
    const others = new Set(await session.launched.browser.pages());
    await click('Report a problem');
    const opened = await until('the page for reports', async () =>
      (await session.launched.browser.pages()).find((p) => !others.has(p) && p.url().includes('/issues/new')),
    );
    expect(asked().length).toBe(before + 1);
    const query = new URL(asked().at(-1) ?? '').searchParams;
    expect(query.get('title')).toBe('Wrong fact: Zvezda module');
    expect(query.get('note')).toBe('Zvezda module (zvezda)');
    expect(query.get('checked')).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(query.get('text')).toMatch(/^Russian service module/);
    expect(query.toString()).not.toContain('apnews');
    expect(await opened.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
    await opened.close();
    await page.bringToFront();
  });

  /** The clipboard of the machine, as the browser's own window sees it. */
  const clipboard = (): Promise<string> =>
    kind === 'chrome'
      ? page.evaluate(() => navigator.clipboard.readText())
      : inFirefox<string>(session.launched, `() => navigator.clipboard.readText()`);
  test.each(['https', 'http'])(
    'copies the note with its sources over %s, plain and as Markdown',
    async (scheme) => {
      await open(at('/undated').replace('https', scheme));
      // The page itself may not read the clipboard over http; what was copied is then read on a secure page.
      const read = async (): Promise<string> => {
        if (kind === 'firefox') return clipboard();
        const there = scheme === 'https' ? page : await session.launched.browser.newPage();
        if (there !== page) await there.goto(at('/undated'), { waitUntil: 'domcontentloaded' });
        const text = await there.evaluate(() => navigator.clipboard.readText());
        if (there !== page) await there.close();
        await page.bringToFront();
        return text;
      };
      if (kind === 'chrome')
        await session.launched.browser
          .defaultBrowserContext()
          .overridePermissions('https://apnews.com', ['clipboard-read', 'clipboard-write']);
      await cardOf('Zvezda');
      await click('More');
      await click('Copy citation');
      await until('“Copied”', async () => (await card())?.includes('Copied'));
      expect(await read()).toMatch(
        /^Zvezda module\n\n[\s\S]+https:\/\/\S+[\s\S]+Station Brief: .*checked \d+ \w+ 20\d\d\.$/,
      );
      await click('Copy as Markdown');
      await until('Markdown', async () => (await read()).startsWith('**Zvezda module**'));
      expect(await read()).toMatch(/\n- .+\[.+\]\(<https:\/\/.+>\)/);
    },
  );

  test('an old article: who held the office when it was written, and who does now', async () => {
    await open(at('/last-year'));
    expect(await cardOf('Dmitry Bakanov')).toContain('When this was written, and now: Dmitry Bakanov');
  });

  test('an article of today has no such line', async () => {
    await open(at('/today'));
    expect(await cardOf('Dmitry Bakanov')).not.toMatch(/When this was written/);
  });

  test('a disputed fact says so, with both accounts', async () => {
    await open(at('/undated'));
    const text = await cardOf('seat swap deal');
    expect(text).toContain('Where accounts differ');
    expect(text).toMatch(/Roscosmos dates the signing to 14 July 2022; NASA announced it on 15 July/);
  });
});
