/**
 * `npm run screenshots`: pictures of every surface of the built extension, driven as a reader drives it, into
 * screenshots/surfaces/ (git-ignored), to be looked at by a person.
 *   -- WORD…                   only pictures whose names hold all the words: `chrome`, `firefox`, `dark`, `320`, `popup`
 * A name says surface, state, language, browser, theme and width: `popup-article-ru-chrome-dark-320.png`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { openOwnPage, ownTab, closeTabs, type OwnPage } from '../../test/browser/extension-page.ts';
import { addressOf, answerSamples, sampleNamed, samplePages } from '../../test/browser/pages.ts';
import type { BrowserKind } from './browsers.ts';
import {
  openPopup,
  pressInCard,
  restOn,
  storeRaw,
  until,
  waitForCard,
  waitForMarks,
  waitForNoCard,
} from './drive.ts';
import { inFirefox } from './drive/privileged.ts';
import { launch, type Launched } from './launch.ts';
import { ROOT } from './load-facts.ts';
import { startProxy } from './serve.ts';

const FOLDER = join(ROOT, 'screenshots/surfaces');
const WIDTHS = [320, 768, 1280];
const THEMES = ['light', 'dark'] as const;
const LANGS = ['en', 'ru', 'de'] as const;
const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean => wanted.every((word) => name.split('-').includes(word));
/** Whether anything of a browser, theme or surface is asked for: words of other kinds do not count here. */
const mayBeWanted = (part: string, all: readonly string[]): boolean =>
  wanted.includes(part) || !all.some((other) => wanted.includes(other));

const article = sampleNamed('partnership-2025.html');
const UNLISTED = {
  ...article,
  host: 'a-rather-long-name-of-a-local-newspaper.example',
  path: '/station.html',
};
/** Long names and long lists, as a reader of years has them. */
const FULL = {
  off: ['news.example.org', 'a-very-long-name-of-a-news-site-that-goes-on-and-on.example.org'],
  on: ['another-quite-long-name-of-a-site.example'],
  muted: ['soyuz-ms', 'zvezda-prk-leak', 'us-russian-joint-commission', 'topic-extension'],
};

/** A picture once nothing moves any more: a card comes in slowly. */
function atRest(page: Page): Promise<Uint8Array> {
  let last: Uint8Array | null = null;
  return until('a still picture', async () => {
    const next = await page.screenshot();
    const still = last !== null && Buffer.compare(last, next) === 0;
    last = next;
    return still ? next : null;
  });
}

type Look = { theme: (typeof THEMES)[number]; lang: (typeof LANGS)[number] };

async function album(launched: Launched): Promise<void> {
  const { kind, browser } = launched;
  const page = await browser.newPage();
  const shoot = async (own: OwnPage, name: string, look: Look, widths = WIDTHS): Promise<void> => {
    for (const width of widths) {
      const file = `${name}-${look.lang}-${kind}-${look.theme}-${width}`;
      if (!isWanted(file)) continue;
      await own.width(width);
      await own.picture(join(FOLDER, `${file}.png`));
    }
  };
  const set = (look: Look, more: object = {}) =>
    storeRaw(launched, 'settings', JSON.stringify({ ...look, ...more }));
  const visit = (url: string) => page.goto(url, { waitUntil: 'domcontentloaded' });

  const popup = async (name: string, url: string, words: string | RegExp, look: Look): Promise<void> => {
    await visit(url);
    const opened = await openPopup(launched, page);
    const own = await ownTab(launched, 'popup.html');
    await own.says(words);
    const { page: shown } = own;
    if (!shown) await shoot(own, `popup-${name}`, look, [400]);
    // Chromium's popup takes no other size and shows no more than its window: one picture after the other.
    for (let part = 1; part <= 4; part++) {
      if (!shown) break;
      const file = `popup-${name}-${look.lang}-${kind}-${look.theme}-400`;
      if (isWanted(file)) await shown.screenshot({ path: join(FOLDER, `${file}-${part}.png`) });
      const moved = `(() => { const before = scrollY; scrollBy(0, innerHeight - 40); return scrollY > before; })()`;
      if (!(await own.run<boolean>(moved))) break;
    }
    await opened.close();
  };
  const popups = async (look: Look): Promise<void> => {
    await popup('article', addressOf(article), /2025/, look);
    if (look.lang !== 'en') return;
    await popup('undated', addressOf(sampleNamed('no-date.html')), 'is unknown', look);
    await popup('quiet', addressOf(sampleNamed('quiet-football.html')), 'Nothing here', look);
    await popup('ask', addressOf(UNLISTED), 'is not on the list', look);
    await popup('restricted', 'about:blank', 'does not let', look);
    await set(look, { off: [article.host.replace(/^www\./, '')] });
    await popup('off', addressOf(article), 'is off on', look);
    await set(look);
  };

  const panel = async (look: Look): Promise<void> => {
    await visit(addressOf(article));
    await waitForMarks(page, 10);
    await openPopup(launched, page);
    const opener = await ownTab(launched, 'popup.html');
    await opener.says(/2025/);
    // The popup closes under the press.
    await opener
      .run(`document.querySelector('.sb-footer').lastElementChild.previousElementSibling.click()`)
      .catch(() => null);
    const own = await ownTab(launched, 'panel.html');
    await own.says(/2025/);
    const widths = [320, 768];
    await shoot(own, 'panel-article', look, widths);
    await own.run(`document.querySelector('.sb-folded button').click()`);
    await shoot(own, 'panel-note', look, widths);
    await own.run(`[...document.querySelectorAll('.sb-footer button')].at(-2).click()`);
    await own.says(/1998|2000/);
    await shoot(own, 'panel-timeline', look, widths);
    await own.run(`document.querySelector('.sb-back').click()`);
    await own.run(`document.querySelector('.sb-positions .sb-link')?.click()`);
    await own.run(`document.querySelector('main:not([hidden]) [data-heading]').textContent`);
    await shoot(own, 'panel-record', look, widths);
    await own.run(`document.querySelector('.sb-back')?.click()`);
    // Opened anew for each look: what is stored from outside does not tell an open panel.
    if (kind === 'chrome') await own.page?.close();
    else await inFirefox(launched, `() => { SidebarController.hide(); return true; }`);
  };

  const pages = async (look: Look): Promise<void> => {
    for (const [name, more] of [
      ['options-empty', {}],
      ['options-full', FULL],
    ] as const) {
      await set(look, more);
      const own = await openOwnPage(launched, 'options.html');
      await own.says(/Export|Экспорт|Сохранить/);
      await shoot(own, name, look);
      await closeTabs(launched, 'options.html');
    }
    await set(look);
    const own = await openOwnPage(launched, 'welcome.html');
    await own.says(/\d{4}/);
    await shoot(own, 'welcome', look);
    await closeTabs(launched, 'welcome.html');
  };

  const cards = async (look: Look): Promise<void> => {
    for (const width of WIDTHS) {
      const file = (state: string) => `card-${state}-${look.lang}-${kind}-${look.theme}-${width}`;
      const picture = async (state: string) =>
        isWanted(file(state)) ? writeFileSync(join(FOLDER, `${file(state)}.png`), await atRest(page)) : null;
      await page.setViewport({ width, height: width === 320 ? 640 : 800 });
      await visit(addressOf(article));
      await page.bringToFront();
      const mark = (await waitForMarks(page, 10)).find((m) => m.visible && m.text.includes('Bakanov'));
      if (!mark) throw new Error('Bakanov is not marked');
      const at = await restOn(page, mark.text);
      await waitForCard(launched, page);
      await picture('rest');
      await page.mouse.click(at.x, at.y);
      await pressInCard(launched, page, { en: 'More', ru: 'Ещё', de: 'Mehr' }[look.lang]).catch(() => null);
      await picture('more');
      await page.keyboard.press('Escape');
      await waitForNoCard(launched, page);
    }
    await page.setViewport({ width: 1280, height: 800 });
  };

  const parts = { popup: popups, panel, options: pages, card: cards };
  for (const theme of THEMES.filter((t) => mayBeWanted(t, THEMES)))
    for (const lang of LANGS.filter((l) => mayBeWanted(l, LANGS))) {
      await set({ theme, lang });
      for (const [name, part] of Object.entries(parts))
        if (mayBeWanted(name, Object.keys(parts)))
          await part({ theme, lang }).catch((error: unknown) => {
            process.exitCode = 1;
            console.error(`${name} ${lang} ${kind} ${theme}: ${String(error)}`);
          });
    }
}

const KINDS: readonly BrowserKind[] = ['chrome', 'firefox'];
mkdirSync(FOLDER, { recursive: true });
const proxy = await startProxy(answerSamples([...samplePages(), UNLISTED]));
for (const kind of KINDS.filter((k) => mayBeWanted(k, KINDS))) {
  const launched = await launch(kind, { proxyPort: proxy.port });
  await album(launched).finally(() => launched.close());
}
await proxy.close();
console.log(`pictures in ${FOLDER}`);
