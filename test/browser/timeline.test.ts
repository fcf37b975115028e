/** The whole timeline, in a page of our own: by key, by era, as a list, and into a calendar. */
import { beforeAll, expect, test } from 'vitest';
import { until } from '../../src/cli/drive.ts';
import { openOwnPage, type OwnPage } from './extension-page.ts';
import { answerSamples } from './pages.ts';
import { inBothBrowsers } from './session.ts';

const DOTS = `[...document.querySelectorAll('.sb-dot')]`;

inBothBrowsers('timeline', answerSamples(), (session) => {
  let page: OwnPage;
  beforeAll(async () => {
    page = await openOwnPage(session.launched, 'panel.html?tab');
    await page.press('Whole timeline');
    await page.says('Hide the list');
  });
  /** A key pressed where the focus is. Gives the name of what has it then. */
  const key = (name: string) =>
    page.run<string | null>(`(() => {
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '${name}', bubbles: true, cancelable: true }));
      return document.activeElement.getAttribute('aria-label');
    })()`);
  const listed = () =>
    page.run<string[]>(`[...document.querySelectorAll('.sb-rows .sb-link')].map((b) => b.textContent)`);

  test('Tab stops at one dot, and arrows reach each of them in order of time', async () => {
    const names = await page.run<string[]>(`${DOTS}.map((dot) => dot.getAttribute('aria-label'))`);
    expect(names.length).toBeGreaterThan(20);
    expect(names.every((name) => /\d{4}.*: ./.test(name))).toBe(true);
    expect(await page.run<number>(`${DOTS}.filter((dot) => dot.tabIndex === 0).length`)).toBe(1);
    await page.run(`${DOTS}.find((dot) => dot.tabIndex === 0).focus()`);
    const reached = [await key('Home')];
    for (let i = 1; i < names.length; i++) reached.push(await key('ArrowRight'));
    expect(reached).toEqual(names);
    expect(await key('ArrowRight')).toBe(names.at(-1));
    expect(await key('ArrowLeft')).toBe(names.at(-2));
    // What has the focus is said in words below the picture as well.
    expect(await page.run<string>(`document.querySelector('.sb-look').textContent`)).toBe(names.at(-2));
  });

  test('Enter on a dot opens its note, and the way back leads to the timeline', async () => {
    const name = await key('Home');
    await key('Enter');
    const text = await page.says('Copy citation');
    expect(text).toContain(name?.split(': ').slice(1).join(': '));
    await page.press('Back');
    await page.says('Hide the list');
  });

  test('an era shows its own dates, in the picture and in the list', async () => {
    const all = await listed();
    await page.press('2022–now');
    const recent = await until('fewer dates', async () => {
      const now = await listed();
      return now.length < all.length ? now : null;
    });
    expect(recent.length).toBeGreaterThan(5);
    const years = await page.run<number[]>(
      `[...document.querySelectorAll('.sb-rows time')].map((time) => Number(time.dateTime.slice(0, 4)))`,
    );
    expect(years.every((year) => year >= 2022)).toBe(true);
    await page.press('Hide the list');
    expect(await listed()).toEqual([]);
    await page.press('Show as a list');
    expect(await listed()).toEqual(recent);
  });

  test('a planned date becomes a calendar file, made here', async () => {
    await page.run(`(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { blob.text().then((text) => { document.documentElement.dataset.file = text; }); return make.call(URL, blob); };
    })()`);
    await page.press('Add to calendar');
    const file = await until('the file', () => page.run<string>(`document.documentElement.dataset.file`));
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*DTSTART;VALUE=DATE:\d{8}\r\n[\s\S]*END:VCALENDAR\r\n$/);
  });
});
