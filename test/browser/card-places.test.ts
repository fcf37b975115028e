/** The card where reading is harder: on small screens, under fingers, zoomed, in forced colours, without motion; and axe-core. */
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import {
  cardBox,
  cardText,
  clickInCard,
  inCard,
  paintedMarks,
  pressCommand,
  restOn,
  storeRaw,
  until,
  waitForCard,
  waitForMarks,
  waitForNoCard,
} from '../../src/cli/drive.ts';
import { inBackground } from '../../src/cli/drive/background.ts';
import { inFirefox } from '../../src/cli/drive/privileged.ts';
import { GRACE_MS } from '../../src/ui/card/state.ts';
import { axeFaultsInCard } from './axe.ts';
import { answerStories, at } from './card-pages.ts';
import { inBothBrowsers } from './session.ts';

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

inBothBrowsers('card, elsewhere', answerStories, (session, kind) => {
  let page: Page;
  let size = WIDE;
  const open = async (path: string, window = WIDE): Promise<void> => {
    size = window;
    ({ page } = await session.open(at(path), window));
    await waitForMarks(page, 6);
  };
  const card = () => cardText(session.launched, page);
  const opened = () => waitForCard(session.launched, page);
  const gone = () => waitForNoCard(session.launched, page);
  const inside = <T>(body: string) => inCard<T>(session.launched, page, body);
  const tap = async (x: number, y: number): Promise<void> => {
    if (kind === 'chrome') {
      const cdp = await page.createCDPSession();
      await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    }
    await page.touchscreen.tap(x, y);
  };
  /** Taps a mark, at a height of the window. */
  const tapOn = async (text: string, height = 0.3): Promise<void> => {
    await restOn(page, text, height);
    await page.mouse.move(2, 2);
    await gone();
    const mark = (await paintedMarks(page)).find((m) => m.text === text && m.visible);
    await tap(mark?.x ?? 0, mark?.y ?? 0);
  };
  /** What sticks out: of the window the card, of the card its parts; text that has no room at all. */
  const misfits = () =>
    inside<string[]>(`
      const view = root.ownerDocument.defaultView;
      const card = root.querySelector('.sb-card');
      const box = card.getBoundingClientRect();
      const out = [];
      if (box.left < -0.5 || box.top < -0.5 || box.right > view.innerWidth + 0.5 || box.bottom > view.innerHeight + 0.5)
        out.push('card outside the window: ' + JSON.stringify([box.left, box.top, box.right, box.bottom, view.innerWidth, view.innerHeight]));
      for (const el of card.querySelectorAll('button, h2, p, li, a')) {
        const r = el.getBoundingClientRect();
        if (r.width && (r.left < box.left - 4.5 || r.right > box.right + 4.5)) out.push(el.nodeName + ' sticks out: ' + el.textContent.slice(0, 40));
      }
      const scrolls = [card, card.querySelector('.sb-body')].filter((el) => el.scrollHeight > el.clientHeight + 1);
      for (const el of scrolls) if (!['auto', 'scroll'].includes(view.getComputedStyle(el).overflowY)) out.push(el.className + ' is cut');
      const region = scrolls.at(-1) ?? card.querySelector('.sb-body');
      if (region.clientHeight < 40) out.push('no room to read: ' + region.clientHeight + ' px');
      for (const el of card.querySelectorAll('.sb-actions button')) {
        const r = el.getBoundingClientRect();
        if (r.bottom > box.bottom + 0.5 && !scrolls.includes(card)) out.push('cannot be pressed: ' + el.textContent);
      }
      return out;`);
  const atRest = () =>
    until('the card at rest', async () => {
      const [one, two] = [await cardBox(session.launched, page), await cardBox(session.launched, page)];
      return JSON.stringify(one) === JSON.stringify(two) ? one : null;
    });

  test.each([
    ['a phone', PHONE],
    ['a wide touch screen', WIDE],
  ])(
    'touch, %s: a tap opens a sheet over a veil, a tap beside it closes it and does nothing else',
    async (_what, window) => {
      await open('/undated', window);
      await page.evaluate(() => {
        const pressed: string[] = [];
        Object.assign(globalThis, { pressed });
        document.addEventListener('click', (e) => pressed.push((e.target as Element).nodeName.toLowerCase()));
      });
      await tapOn('Zvezda');
      expect(await opened()).toContain('Zvezda');
      const box = await atRest();
      expect(Math.round(box.y + box.height)).toBe(size.height);
      expect(box.height).toBeLessThanOrEqual(size.height * 0.6 + 1);
      const width = await page.evaluate(() => document.documentElement.clientWidth); // without a scroll bar
      expect(box.width).toBe(Math.min(600, width));
      expect(await misfits()).toEqual([]);
      expect(await cardBox(session.launched, page, '.sb-veil')).toEqual({ x: 0, y: 0, ...size, width });
      expect(
        await inside(
          `const c = root.querySelector('.sb-card'); return [c.getAttribute('role'), c.getAttribute('aria-modal'), root.activeElement === c]`,
        ),
      ).toEqual(['dialog', 'true', true]);
      const small = await inside<string[]>(
        `return [...root.querySelectorAll('.sb-head button, .sb-actions button')].filter((b) => b.getBoundingClientRect().height < 44).map((b) => b.textContent)`,
      );
      expect(small).toEqual([]);
      const link = await page.evaluate(
        () => document.querySelector('#before')?.getBoundingClientRect().y ?? -1,
      );
      expect(link).toBeLessThan(size.height);
      await tap(30, 30);
      await gone();
      const pressed = await page.evaluate(() => (globalThis as unknown as { pressed: string[] }).pressed);
      expect(pressed.filter((name) => name !== 'station-brief-card' && name !== 'p')).toEqual([]);
    },
  );

  test('touch: a tap on plain text opens nothing; the sheet keeps Tab within it', async () => {
    await open('/undated', PHONE);
    await tapOn('Zvezda');
    await opened();
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab');
      expect(await inside(`return root.activeElement !== null`), `after ${i + 1} tabs`).toBe(true);
    }
    await page.keyboard.press('Escape');
    await gone();
    const plain = (await paintedMarks(page)).find((m) => m.text === 'Zvezda');
    await tap(20, (plain?.y ?? 0) - 48);
    await tap(20, (plain?.y ?? 0) - 48);
    expect(await card()).toBeNull();
  });

  test('a narrow window with a mouse: a sheet without a veil, off the line, which the pointer can reach', async () => {
    await open('/undated', { width: 500, height: 800 });
    for (const height of [0.2, 0.9]) {
      const mark = await restOn(page, 'Sergei Krikalev', height);
      await opened();
      const box = await atRest();
      expect(box.width).toBe(await page.evaluate(() => document.documentElement.clientWidth));
      expect(box.y >= mark.y + 8 || box.y + box.height <= mark.y - 8, JSON.stringify({ box, mark })).toBe(
        true,
      );
      expect(await inside(`return root.querySelector('.sb-veil') === null`)).toBe(true);
      const target = box.y > mark.y ? box.y + 30 : box.y + box.height - 30;
      await page.mouse.move(mark.x, target, { steps: 25 });
      const end = Date.now() + 2 * GRACE_MS;
      for (let i = 0; Date.now() < end; i++) await page.mouse.move(mark.x + (i % 2), target);
      expect(await card()).toContain('Krikalev');
      await page.keyboard.press('Escape');
      await gone();
      await page.mouse.move(2, 2);
    }
  });

  /** Real zoom of the browser: of the whole page, or in Firefox of its text alone. */
  const zoom = async (by: number, textOnly = false): Promise<void> => {
    if (kind === 'chrome')
      await inBackground(
        session.launched,
        `chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => chrome.tabs.setZoom(tab.id, ${by}))`,
      );
    else
      await inFirefox(
        session.launched,
        `() => { gBrowser.selectedBrowser.${textOnly ? 'textZoom' : 'fullZoom'} = ${by}; return true; }`,
      );
    await until('the page zoomed', () =>
      textOnly
        ? Promise.resolve(true)
        : page.evaluate((wanted) => Math.round(devicePixelRatio * 10) >= wanted * 10, by),
    );
  };
  const FORCED = 'browser.display.document_color_use';
  const STILL = 'ui.prefersReducedMotion';
  const prefer = async (feature: 'forced-colors' | 'prefers-reduced-motion' | null): Promise<void> => {
    if (kind === 'chrome') {
      const cdp = await page.createCDPSession();
      const value = feature === 'forced-colors' ? 'active' : 'reduce';
      await cdp.send('Emulation.setEmulatedMedia', { features: feature ? [{ name: feature, value }] : [] });
      return;
    }
    await inFirefox(
      session.launched,
      `() => {
        Services.prefs.setIntPref('${FORCED}', ${feature === 'forced-colors' ? 2 : 0});
        Services.prefs.setIntPref('${STILL}', ${feature === 'prefers-reduced-motion' ? 1 : 0});
        return true;
      }`,
    );
  };
  afterEach(async () => {
    await storeRaw(session.launched, 'settings', '{}');
    await prefer(null);
  });

  test.each([
    ['page at 200 %', 2, false],
    ['page at 400 %', 4, false],
    // Chromium on a desktop has no zoom of text alone.
    ...(kind === 'firefox' ? [['text at 200 %', 2, true] as const] : []),
  ] as const)('%s: all of the card is there, nothing cut or covered', async (_what, by, textOnly) => {
    await open('/undated');
    const lineHeight = () =>
      page.evaluate(() => document.querySelector('article p + p')?.getBoundingClientRect().height ?? 0);
    const before = await lineHeight();
    await zoom(by, textOnly);
    if (textOnly) await until('larger text', async () => (await lineHeight()) >= before * 1.9);
    await pressCommand(session.launched, 'next-term');
    await opened();
    await atRest();
    expect(await misfits()).toEqual([]);
    await clickByKey('More');
    await atRest();
    expect(await misfits()).toEqual([]);
    await zoom(1, textOnly);
  });
  /** Under zoom the protocol's pointer and the page's pixels differ; keys do not. */
  const clickByKey = async (words: string): Promise<void> => {
    await inside(
      `[...root.querySelectorAll('button')].find((b) => b.textContent.trim() === ${JSON.stringify(words)}).focus(); return true`,
    );
    await page.keyboard.press('Enter');
    await until('pressed', () =>
      inside<boolean>(`return root.querySelector('[aria-expanded=true]') !== null`),
    );
  };

  test('forced colours: a border in the reader’s own colour, actions always visible', async () => {
    await open('/undated');
    await prefer('forced-colors');
    await until('forced colours', () => page.evaluate(() => matchMedia('(forced-colors: active)').matches));
    await restOn(page, 'Zvezda');
    await opened();
    expect(
      await inside(`
        const view = root.ownerDocument.defaultView;
        const probe = root.ownerDocument.createElement('i');
        probe.style.color = 'CanvasText';
        root.querySelector('.sb-card').append(probe);
        const style = view.getComputedStyle(root.querySelector('.sb-card'));
        const same = style.borderTopColor === view.getComputedStyle(probe).color;
        probe.remove();
        return [style.borderTopStyle, parseFloat(style.borderTopWidth) >= 1, same, view.getComputedStyle(root.querySelector('.sb-actions')).opacity];`),
    ).toEqual(['solid', true, true, '1']);
  });

  test('reduced motion: no animation at all; otherwise a fade of 100 ms', async () => {
    await open('/undated');
    const animation = async () => {
      await restOn(page, 'Zvezda');
      await opened();
      const style = await inside<string[]>(
        `const s = root.ownerDocument.defaultView.getComputedStyle(root.querySelector('.sb-card')); return [s.animationName, s.animationDuration, s.transitionDuration]`,
      );
      await page.keyboard.press('Escape');
      await gone();
      await page.mouse.move(2, 2);
      return style;
    };
    expect(await animation()).toEqual(['sb-fade', '0.1s', '0s']);
    await prefer('prefers-reduced-motion');
    await until('reduced motion', () =>
      page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches),
    );
    expect((await animation())?.[0]).toBe('none');
  });

  test.each(['light', 'dark'])(
    'axe-core finds nothing in the card, %s: resting, in full, by key, as a sheet',
    async (theme) => {
      await storeRaw(session.launched, 'settings', JSON.stringify({ theme }));
      await open('/last-year');
      const faults = async (what: string) =>
        (await axeFaultsInCard(session.launched, page)).map((f) => `${what}: ${f}`);
      const found: string[] = [];
      await restOn(page, 'Dmitry Bakanov');
      await opened();
      found.push(...(await faults('resting')));
      await clickInCard(session.launched, page, 'More');
      await until('all of it', () => inside<boolean>(`return root.querySelector('.sb-more') !== null`));
      found.push(...(await faults('in full')));
      await page.keyboard.press('Escape');
      await gone();
      await pressCommand(session.launched, 'next-term');
      await opened();
      found.push(...(await faults('by key')));
      await page.keyboard.press('Escape');
      await gone();
      await tapOn('seat swap deal');
      await opened();
      found.push(...(await faults('as a sheet')));
      expect(found).toEqual([]);
      expect(await inside(`return root.querySelector('.sb').dataset.theme`)).toBe(theme);
    },
  );
});
