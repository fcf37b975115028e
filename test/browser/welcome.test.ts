/** The page after installation: opened once, asks for nothing, and shows the real card on its sample. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cardText,
  pressInCard,
  stopBackground,
  until,
  updateExtension,
  waitForMarks,
} from '../../src/cli/drive.ts';
import { pressKey } from '../../src/cli/drive/privileged.ts';
import { axeFaults, countTabs, ownTab, type OwnPage } from './extension-page.ts';
import { addressOf, answerSamples, sampleNamed } from './pages.ts';
import { inBothBrowsers } from './session.ts';

inBothBrowsers(
  'welcome',
  answerSamples(),
  (session) => {
    let welcome: OwnPage;
    beforeAll(async () => {
      welcome = await ownTab(session.launched, 'welcome.html');
      await welcome.page?.bringToFront();
    });
    afterAll(() => welcome?.page?.close().catch(() => undefined));

    /** Firefox's protocol does not reach pages of extensions: the pointer is then played by the events it would send. */
    const rest = async (words: string): Promise<void> => {
      const box = await welcome.run<{ x: number; y: number }>(
        `(() => { const b = [...document.querySelectorAll('.sb-mark')].find((m) => m.textContent === ${JSON.stringify(words)}).getBoundingClientRect(); return { x: b.x + b.width / 2, y: b.y + b.height / 2 }; })()`,
      );
      if (welcome.page) {
        await welcome.page.mouse.move(box.x, box.y, { steps: 4 });
        return;
      }
      await welcome.run(
        `document.elementFromPoint(${box.x}, ${box.y}).dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: ${box.x}, clientY: ${box.y} })) && null`,
      );
    };
    const leave = async (): Promise<void> => {
      if (welcome.page) return welcome.page.mouse.move(4, 4, { steps: 6 });
      await welcome.run(`(() => {
      const away = { bubbles: true, clientX: 4, clientY: 4 };
      for (const mark of document.querySelectorAll('.sb-mark')) mark.dispatchEvent(new PointerEvent('pointerleave', away));
      document.body.dispatchEvent(new PointerEvent('pointermove', away));
    })()`);
    };
    /** In Firefox any page will do: cards are read in the tab in front. */
    const front = async (): Promise<Page> => {
      const page = welcome.page ?? (await session.launched.browser.pages())[0];
      if (!page) throw new Error('no page is open');
      return page;
    };
    const card = async (): Promise<string | null> => cardText(session.launched, await front());
    const cardWith = (words: string) =>
      until(`a card with “${words}”`, async () => ((await card())?.includes(words) ? card() : null));
    const noCard = () => until('no card', async () => (await card()) === null);

    test('is opened by the installation, in front, and says the three things', async () => {
      expect(await countTabs(session.launched, 'welcome.html')).toBe(1);
      const text = await welcome.says('Nothing leaves this machine');
      expect(text).toContain('There is nothing to set up');
      expect(
        await welcome.run<number>(`document.querySelectorAll('input, select, textarea, form, a').length`),
      ).toBe(0);
      expect(await welcome.run<string>('document.title')).toContain('Station Brief');
      expect(session.proxy.requests.filter((r) => r.includes('station-brief'))).toEqual([]);
    });

    test('resting on a term of the sample opens the real card, leaving closes it', async () => {
      await rest('NASA');
      expect(await cardWith('NASA')).toMatch(/checked \d+ \w+ 20\d\d/);
      await leave();
      await noCard();
    });

    test('Enter pins it, Escape closes it and gives focus back', async () => {
      if (welcome.page) {
        await welcome.page.focus('.sb-mark');
        await welcome.page.keyboard.press('Enter');
      } else
        await welcome.run(
          `(() => { const term = document.querySelector('.sb-mark'); term.focus(); term.click(); })()`,
        );
      await cardWith('Roscosmos');
      if (welcome.page) await welcome.page.keyboard.press('Escape');
      else expect(await pressKey(session.launched, 'Escape')).toBe(true);
      await noCard();
      expect(await welcome.run<string>('document.activeElement.textContent')).toBe('Roscosmos');
    });

    test('muting in the sample mutes nothing for good', async () => {
      await welcome.run(`document.querySelector('.sb-mark').click()`);
      await cardWith('Roscosmos');
      await pressInCard(session.launched, await front(), 'Mute this term');
      await noCard();
      const stored = await welcome.run<Record<string, unknown>>(
        `(globalThis.browser ?? chrome).storage.local.get()`,
      );
      // What the notes were when the reader last looked is kept too; settings are not.
      expect(stored['settings']).toBeUndefined();
    });

    test('follows theme and language as they are set', async () => {
      const set = (settings: string) =>
        welcome.run(`(globalThis.browser ?? chrome).storage.local.set({ settings: ${settings} })`);
      await set(`{ theme: 'dark', lang: 'ru' }`);
      await welcome.says('Попробуйте здесь');
      expect(
        await welcome.run<string>(
          `document.documentElement.dataset.theme + ' ' + document.documentElement.lang`,
        ),
      ).toBe('dark ru');
      await set('{}');
      await welcome.says('Nothing leaves this machine');
    });

    test('axe-core finds nothing, without and with a card', async () => {
      expect(await axeFaults(welcome)).toEqual([]);
      await rest('NASA');
      await cardWith('NASA');
      expect(await axeFaults(welcome)).toEqual([]);
      await leave();
      await noCard();
    });

    test('the button leads to the settings', async () => {
      await welcome.press('Open settings');
      const options = await ownTab(session.launched, 'options.html');
      expect(await options.says('Marks in the text')).toContain('Settings');
    });

    test('is not opened again: not after a sleep, not after an update', async () => {
      await stopBackground(session.launched);
      const { page } = await session.open(addressOf(sampleNamed('partnership-2025.html')));
      await waitForMarks(page, 5);
      expect(await countTabs(session.launched, 'welcome.html')).toBe(1);
      await updateExtension(session.launched); // closes pages of the extension
      await page.reload({ waitUntil: 'domcontentloaded' });
      await waitForMarks(page, 5);
      expect(await countTabs(session.launched, 'welcome.html')).toBe(0);
    });
  },
  { welcome: true },
);
