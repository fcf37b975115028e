/** The panel beside the article: opened from the popup, follows the tab, leads to terms; commands reach the tab. */
import { beforeEach, expect, test } from 'vitest';
import {
  clickInCard,
  cardText,
  openPopup,
  paintedMarks,
  pressCommand,
  pressInCard,
  until,
  waitForCard,
  waitForMarks,
  waitForNoCard,
} from '../../src/cli/drive.ts';
import { axeFaults, closeTabs, ownTab, type OwnPage } from './extension-page.ts';
import { addressOf, answerSamples, sampleNamed, samplePages, UNLISTED } from './pages.ts';
import { inBothBrowsers, type Tab } from './session.ts';

const article = addressOf(sampleNamed('partnership-2025.html'));
const other = addressOf(sampleNamed('ru.html'));
const quiet = addressOf(sampleNamed('quiet-football.html'));
const DATE = 'Article of 1 August 2025';

inBothBrowsers('panel', answerSamples([...samplePages(), UNLISTED]), (session) => {
  let tab: Tab;
  let panel: OwnPage;

  /** As a reader does: the button in the popup. The panel then stays open for the tests that follow. */
  const openPanel = async (): Promise<OwnPage> => {
    await openPopup(session.launched, tab.page);
    const popup = await ownTab(session.launched, 'popup.html');
    await popup.press('Side panel').catch((error: unknown) => {
      // The popup closes under the press.
      if (!/closed|destroyed|detached/i.test(String(error))) throw error;
    });
    return ownTab(session.launched, 'panel.html');
  };
  beforeEach(async () => {
    await closeTabs(session.launched, 'welcome.html');
    tab = await session.open(article);
    await waitForMarks(tab.page, 10);
    panel ??= await openPanel();
    await panel.says(DATE);
  });

  test('shows what the popup shows, with filters in its search', async () => {
    const text = await panel.says('In this article');
    expect(await panel.run(`document.querySelectorAll('.sb-filters select, .sb-filters input').length`)).toBe(
      3,
    );
    for (const words of ['Background', 'Key dates', 'Dmitry Bakanov', 'Search all notes', 'Settings'])
      expect(text).toContain(words);
    expect(text).not.toContain('Side panel');
  });

  test('choosing a term scrolls to it', async () => {
    await tab.page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await panel.press('Sean Duffy');
    const seen = await until('the term in view', async () =>
      (await paintedMarks(tab.page)).some((m) => m.text.includes('Duffy') && m.y > 0 && m.y < 900),
    );
    expect(seen).toBe(true);
  });

  test('follows the tab to another address, to another tab and back', async () => {
    await tab.page.goto(quiet, { waitUntil: 'domcontentloaded' });
    await panel.says('Nothing here about the station');
    await tab.page.goto(article, { waitUntil: 'domcontentloaded' });
    await panel.says(DATE);
    const second = await session.launched.browser.newPage();
    await second.goto(other, { waitUntil: 'domcontentloaded' });
    await until(
      'the other article',
      async () => !(await panel.text()).includes(DATE) && (await panel.text()).includes('In this article'),
    );
    await tab.page.bringToFront();
    await panel.says(DATE);
    await second.close();
    expect(await panel.says(DATE)).toContain('In this article');
  });

  test('an open note stays while the page behind it changes', async () => {
    await panel.press('Open the note on Sean Duffy');
    await panel.says('Back');
    await tab.page.goto(quiet, { waitUntil: 'domcontentloaded' });
    await until('the quiet page', () =>
      panel.run<boolean>(`document.querySelector('[data-view]').textContent.includes('Nothing here')`),
    );
    expect(await panel.text()).toContain('Sean Duffy');
    await panel.press('Back');
    await panel.says('Nothing here about the station');
  });

  test('text that arrives later is followed', async () => {
    const before = await panel.text();
    expect(before).not.toContain('Canadarm2');
    await tab.page.evaluate(() => {
      const place = document.querySelector('article p');
      for (let i = 0; i < 3; i++) {
        const p = document.createElement('p');
        p.textContent =
          'Canadarm2 caught the cargo ship above the International Space Station, and NASA and Roscosmos crews watched it together.';
        place?.after(p);
      }
    });
    await until('the new term', () => panel.run<boolean>(`document.body.textContent.includes('Canadarm2')`));
  });

  test('a site that is not listed: said plainly, nothing blamed on the browser', async () => {
    await tab.page.goto(addressOf(UNLISTED), { waitUntil: 'domcontentloaded' });
    const text = await panel.says('This page is not one of them');
    expect(text).not.toContain('does not let extensions');
    expect(await paintedMarks(tab.page)).toEqual([]);
  });

  test('off on this site from the panel, and on again', async () => {
    await panel.press('Off on this site');
    await panel.says('Station Brief is off on theguardian.com');
    await until('no marks', async () => (await paintedMarks(tab.page)).length === 0);
    await panel.press('Turn on again');
    await panel.says(DATE);
    expect((await waitForMarks(tab.page, 10)).length).toBeGreaterThanOrEqual(10);
  });

  test('language and theme chosen elsewhere reach the open panel', async () => {
    const choose = (settings: object) =>
      panel.run(
        `(globalThis.browser ?? chrome).storage.local.set({ settings: ${JSON.stringify(settings)} })`,
      );
    await choose({ lang: 'de', theme: 'dark' });
    await panel.says('In diesem Artikel');
    expect(await panel.run(`getComputedStyle(document.body).colorScheme`)).toBe('dark');
    await choose({});
    await panel.says('In this article');
  });

  test('a card opens its note in the panel where the browser lets a page do so', async () => {
    const mark = (await paintedMarks(tab.page)).find((m) => m.text === 'Roscosmos' && m.y > 0 && m.y < 900);
    if (!mark) throw new Error('Roscosmos is not marked in view');
    await tab.page.bringToFront();
    await tab.page.mouse.click(mark.x, mark.y);
    await waitForCard(session.launched, tab.page);
    await pressInCard(session.launched, tab.page, 'More');
    const words = await until('the whole card', async () => {
      const text = await cardText(session.launched, tab.page);
      return text?.includes('Report a problem') ? text : null;
    });
    // Firefox opens its sidebar from its own controls only.
    expect(words.includes('Open in side panel')).toBe(session.launched.kind === 'chrome');
    if (session.launched.kind === 'firefox') return;
    // The panel may be open already: close it, so that it is the card that opens it.
    await panel.page?.close();
    await clickInCard(session.launched, tab.page, 'Open in side panel');
    panel = await ownTab(session.launched, 'panel.html');
    await panel.says(/Back[\s\S]*Roscosmos[\s\S]*state corporation/);
    await waitForNoCard(session.launched, tab.page);
    await panel.press('Back');
    await panel.says(DATE);
  });

  test('commands for the next and the previous term reach the article', async () => {
    await tab.page.bringToFront();
    await panel.run(`(async () => {
      const api = globalThis.browser ?? chrome;
      const [tab] = await api.tabs.query({ active: true, currentWindow: true });
      await api.scripting.executeScript({ target: { tabId: tab.id }, func: () => {
        const own = globalThis.browser ?? chrome;
        own.runtime.onMessage.addListener((message) => {
          if (message.kind === 'tab:step') document.documentElement.dataset.step = String(message.ask.step);
        });
      } });
    })()`);
    const arrived = (step: string) =>
      until(`step ${step}`, () =>
        tab.page.evaluate((wanted) => document.documentElement.dataset['step'] === wanted, step),
      );
    for (const [name, step] of [
      ['next-term', '1'],
      ['previous-term', '-1'],
    ] as const) {
      await pressCommand(session.launched, name);
      expect(await arrived(step)).toBe(true);
    }
  });

  test('axe-core finds nothing: panel with an article, a note, the timeline, a search, a quiet page', async () => {
    expect(await axeFaults(panel)).toEqual([]);
    await panel.press('Open the note on Sean Duffy');
    await panel.says(/Back[\s\S]*Copy citation/);
    expect(await axeFaults(panel)).toEqual([]);
    await panel.press('Back');
    await panel.press('Whole timeline');
    await panel.says(/(Show as a|Hide the) list/);
    expect(await axeFaults(panel)).toEqual([]);
    await panel.press('Back');
    await panel.run(`(() => {
        const box = document.querySelector('input[type=search]');
        box.value = 'leak';
        box.dispatchEvent(new Event('input', { bubbles: true }));
      })()`);
    await panel.says(/\d+ notes/);
    expect(await axeFaults(panel)).toEqual([]);
    await tab.page.goto(quiet, { waitUntil: 'domcontentloaded' });
    await panel.says('Nothing here about the station');
    expect(await axeFaults(panel)).toEqual([]);
  });

  test('axe-core finds nothing: popup with an article, on a quiet page, on a site not listed', async () => {
    for (const [address, words] of [
      [article, 'In this article'],
      [quiet, 'Nothing here'],
      [addressOf(UNLISTED), 'is not on the list'],
    ] as const) {
      await tab.page.goto(address, { waitUntil: 'domcontentloaded' });
      const opened = await openPopup(session.launched, tab.page);
      const popup = await ownTab(session.launched, 'popup.html');
      await popup.says(words);
      expect([address, ...(await axeFaults(popup))]).toEqual([address]);
      await opened.close();
    }
  });
});
