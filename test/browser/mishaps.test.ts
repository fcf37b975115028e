/** What else happens to an extension that lives long: stopped at work, out of storage, its rights taken, private windows. */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import {
  inBackground,
  openPopup,
  paintedMarks,
  pressInCard,
  restOn,
  stopBackground,
  until,
  waitForCard,
  waitForMarks,
} from '../../src/cli/drive.ts';
import { closeTabs, openOwnPage, ownTab } from './extension-page.ts';
import { addressOf, answerSamples, sampleNamed } from './pages.ts';
import {
  storedByReader,
  fillStorage,
  installForPrivate,
  openPrivate,
  setHostAccess,
  tellFull,
} from './rights.ts';
import { inBothBrowsers } from './session.ts';

const article = addressOf(sampleNamed('partnership-2025.html'));
const other = addressOf(sampleNamed('strict-csp.html'));

const noMarks = (page: Page) => until('no marks', async () => (await paintedMarks(page)).length === 0);

inBothBrowsers('mishaps', answerSamples(), (session, kind) => {
  /** Lets the background begin what it is asked and never end it. Gone with the background. */
  const stall = async (): Promise<void> => {
    const never = `(() => { (globalThis.browser ?? chrome).storage.local.get = () => new Promise(() => undefined); return true; })()`;
    if (kind === 'chrome') await inBackground(session.launched, never);
    else await (await ownTab(session.launched, 'background')).run(never);
  };

  test('the background is stopped before it answers the first look: it is asked again', async () => {
    const { page } = await session.open(other);
    await waitForMarks(page, 5);
    await stall();
    await page.goto(article, { waitUntil: 'load' }); // the first look is taken before a page is loaded
    await stopBackground(session.launched);
    expect((await waitForMarks(page, 10)).length).toBeGreaterThanOrEqual(10);
  });

  test('the background is stopped while it reads an article: it is given it again', async () => {
    const { page, errors } = await session.open(article);
    await waitForMarks(page, 10);
    await stall();
    await page.evaluate(async () => {
      const p = document.createElement('p');
      p.textContent =
        'Canadarm2 caught the cargo ship above the International Space Station, said NASA and Roscosmos.';
      document.querySelector('article p')?.after(p);
      // A change is read when the page has rested for 350 ms; nothing on the page shows that it was.
      await new Promise((done) => setTimeout(done, 800));
    });
    await stopBackground(session.launched);
    await until('the new mark', async () => (await paintedMarks(page)).some((m) => m.text === 'Canadarm2'));
    expect(errors).toEqual([]);
  });

  test('storage is full: settings show what still holds, and “off here” holds for the page', async () => {
    const { page, errors } = await session.open(article);
    await waitForMarks(page, 10);
    const options = await openOwnPage(session.launched, 'options.html');
    await options.says('Marks in the text');
    await fillStorage(session.launched);
    await tellFull(options);
    const strength = `document.querySelector('input[type=radio]:checked').parentElement.textContent`;
    const before = await options.run<string>(strength);
    await options.run(
      `[...document.querySelectorAll('label')].find((l) => l.textContent === 'strong').querySelector('input').click()`,
    );
    await until('the setting that holds', async () => (await options.run<string>(strength)) === before);
    await closeTabs(session.launched, 'options.html');
    await page.bringToFront();
    await openPopup(session.launched, page);
    const popup = await ownTab(session.launched, 'popup.html');
    await popup.says('In this article');
    // It is the background that stores what is chosen in the popup.
    if (kind === 'firefox') await tellFull(await ownTab(session.launched, 'background'));
    await popup.press('Off on this site');
    await noMarks(page);
    await popup.says('Station Brief is off on theguardian.com');
    if (kind === 'chrome') await inBackground(session.launched, 'chrome.storage.local.clear()');
    else {
      expect(await storedByReader(session.launched)).toEqual({});
      await stopBackground(session.launched);
    }
    expect(errors).toEqual([]);
  });

  test('its sites are taken from it under an open article: the article stays readable, the next is let be', async () => {
    const { page, errors } = await session.open(article);
    await waitForMarks(page, 10);
    await setHostAccess(session.launched, false);
    await page.bringToFront();
    await restOn(page, 'Sean Duffy');
    expect(await waitForCard(session.launched, page)).toContain('Sean Duffy');
    const next = await session.open(addressOf(sampleNamed('ru.html')));
    await next.page.waitForNetworkIdle({ idleTime: 300 });
    expect(await paintedMarks(next.page)).toEqual([]);
    await setHostAccess(session.launched, true);
    // A page that begins to load in that moment may still be let be.
    await until('the article read again', async () => {
      await next.page.goto(article, { waitUntil: 'domcontentloaded' });
      return waitForMarks(next.page, 10, 2500).catch(() => null);
    });
    expect([...errors, ...next.errors]).toEqual([]);
  });
});

inBothBrowsers(
  'a private window',
  answerSamples(),
  (session) => {
    let page: Page;
    beforeAll(async () => {
      await installForPrivate(session.launched);
      page = await openPrivate(session.launched, article);
    });

    test('a term muted there is muted on that page, and nothing is stored', async () => {
      await waitForMarks(page, 10);
      await restOn(page, 'Sean Duffy');
      await waitForCard(session.launched, page);
      await pressInCard(session.launched, page, 'Mute this term');
      await until('unmarked', async () => {
        const marks = await paintedMarks(page);
        return marks.length > 5 && !marks.some((m) => m.text.includes('Duffy'));
      });
      expect(await storedByReader(session.launched)).toEqual({});
    });

    test('off and on again from the popup, which offers nothing that would be remembered', async () => {
      await page.bringToFront();
      await openPopup(session.launched, page);
      const popup = await ownTab(session.launched, 'popup.html');
      await popup.says('In this article');
      await popup.press('Off on this site');
      await noMarks(page);
      await popup.says('Station Brief is off on theguardian.com');
      await popup.press('Turn on again');
      await waitForMarks(page, 10);
      expect(await popup.text()).not.toContain('Always on this site');
      expect(await storedByReader(session.launched)).toEqual({});
    });

    test('off from the card holds until the page is loaded again', async () => {
      await page.bringToFront();
      await restOn(page, 'Dmitry Bakanov');
      await waitForCard(session.launched, page);
      await pressInCard(session.launched, page, 'Off on this site');
      await noMarks(page);
      expect(await storedByReader(session.launched)).toEqual({});
      await page.reload({ waitUntil: 'domcontentloaded' });
      await waitForMarks(page, 10);
    });
  },
  { extension: null, prefs: { 'browser.privatebrowsing.autostart': true } },
);
