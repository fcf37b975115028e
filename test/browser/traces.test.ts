/** Switched off, disabled, updated or removed: nothing of us stays in an open page. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import {
  cardText,
  enableExtension,
  liveObservers,
  openPopup,
  pressInCard,
  removeExtension,
  restOn,
  tracesIn,
  until,
  updateExtension,
  waitForCard,
  waitForMarks,
  waitForNoCard,
  type Traces,
} from '../../src/cli/drive.ts';
import { addressOf, answerSamples, sampleNamed } from './pages.ts';
import { inBothBrowsers, type Session, type Tab } from './session.ts';

const sample = sampleNamed('partnership-2025.html');
const HOST = sample.host;
/** Listed pages are answered under any host, here one that is not listed: the page as it is without us. */
const samples = answerSamples();
const PLAIN = 'zoo.example';

inBothBrowsers(
  'traces',
  (url) => samples(url.hostname === PLAIN ? new URL(url.pathname, `https://${HOST}`) : url),
  (session, kind) => {
    let without: Traces;

    test('the page without us', async () => {
      const { page } = await session.open(addressOf(sample).replace(HOST, PLAIN));
      without = await tracesIn(session.launched, page);
      expect(without).toMatchObject({ highlights: [], sheets: 0 });
      expect(without.markup).toContain('Space chiefs meet in Florida');
    });

    test('there is something to be found while it is on', async () => {
      const { page } = await openWithCard(session);
      const { listeners, highlights, sheets, markup } = await tracesIn(session.launched, page);
      expect(highlights).toContain('station-brief-term');
      expect(sheets).toBe(1);
      expect(listeners.length).toBeGreaterThan(without.listeners.length + 5);
      expect(markup).toContain('station-brief-card');
      if (kind === 'chrome') expect(await liveObservers(page)).toBeGreaterThan(0);
    });

    test('off on this site, and on again', async () => {
      const { page, errors } = await openWithCard(session);
      await pressInCard(session.launched, page, 'Off on this site');
      await leavesNothing(session, page, without);
      if (kind === 'chrome') expect(await liveObservers(page)).toBe(0);
      const popup = await openPopup(session.launched, page, 'script');
      await until('the popup', async () => (await popup.text().catch(() => '')).includes('Turn on'));
      await popup.press('Turn on');
      await until(
        'the popup on',
        async () => !(await popup.text().catch(() => 'Turn on')).includes('Turn on'),
      );
      await popup.close();
      await waitForMarks(page, 10);
      await page.mouse.move(4, 4);
      await restOn(page, 'Sean Duffy');
      await waitForCard(session.launched, page);
      await page.mouse.move(4, 4);
      await waitForNoCard(session.launched, page);
      expect(errors).toEqual([]);
    });

    test('updated under the open page', async () => {
      const { page, errors } = await openWithCard(session);
      await updateExtension(session.launched);
      if (kind === 'chrome') await leavesNothing(session, page, without);
      else await takesOver(session, page);
      expect(errors).toEqual([]);
    });

    test.each([
      ['switched off among the extensions', () => enableExtension(session.launched, false)],
      ['removed', () => removeExtension(session.launched)],
    ] as const)('%s', async (how, happens) => {
      const { page, errors } = await openWithCard(session);
      await happens();
      // Firefox ends the script on the spot: what it painted stays until the page is loaded again.
      if (kind === 'firefox') await page.reload({ waitUntil: 'domcontentloaded' });
      await leavesNothing(session, page, without);
      expect(errors).toEqual([]);
      if (how.startsWith('switched off')) await enableExtension(session.launched, true);
    });
  },
);

async function openWithCard(session: Session): Promise<Tab> {
  const tab = await session.open(addressOf(sample));
  await waitForMarks(tab.page, 10);
  await restOn(tab.page, 'Sean Duffy');
  await waitForCard(session.launched, tab.page);
  return tab;
}

/** Firefox loads the new version into open pages: there is one of everything again, and none of the old. */
async function takesOver({ launched }: Session, page: Page): Promise<void> {
  await until('the old card gone', async () =>
    (await tracesIn(launched, page)).markup.includes('</body></html>'),
  );
  await waitForMarks(page, 10);
  expect((await tracesIn(launched, page)).sheets).toBe(1);
  await page.mouse.move(4, 4);
  await restOn(page, 'Sean Duffy');
  await waitForCard(launched, page);
  expect(await page.evaluate(() => document.querySelectorAll('station-brief-card').length)).toBe(1);
}

/** The reader turns back to the page and moves the pointer; from then on it is as it was. */
async function leavesNothing({ launched }: Session, page: Page, without: Traces): Promise<void> {
  await page.bringToFront();
  await page.mouse.move(300, 300, { steps: 3 });
  const traces = await until('a page without us', async () => {
    const now = await tracesIn(launched, page);
    return JSON.stringify(now) === JSON.stringify(without) ? now : null;
  }).catch(() => tracesIn(launched, page));
  expect(traces).toEqual(without);
  // A change of the text, which was watched, and a term under the pointer, which was listened for: nothing comes back.
  await page.evaluate(async () => {
    const added = document.createElement('p');
    added.textContent = 'NASA and Roscosmos went on.';
    document.querySelector('article, main')?.append(added);
    await new Promise((done) => setTimeout(done, 600));
    added.remove();
  });
  expect(await tracesIn(launched, page)).toEqual(without);
  expect(await cardText(launched, page)).toBeNull();
}
