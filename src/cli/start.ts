/**
 * `npm start`: builds, opens a browser with a fresh profile and the extension loaded on a sample article.
 *   -- --firefox             Firefox instead of Chrome, Chromium or Edge
 *   -- FILE_OR_URL…          a saved page (.html or .html.gz), or the address of one of the sample pages
 *   -- --dark                as on a system in dark mode
 *   -- --headless            plays the main job by itself even where there is a display
 * With a display: a window to play with. Without one: opens, rests on three terms, opens the real popup, prints what
 * a reader would see and saves pictures in screenshots/.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { addressOf, answerSamples, samplePages, type SamplePage } from '../../test/browser/pages.ts';
import type { BrowserKind } from './browsers.ts';
import { buildAll } from './build.ts';
import { cardText, openPopup, paintedMarks, restOn, until, waitForCard, waitForMarks } from './drive.ts';
import { launch, type Launched } from './launch.ts';
import { ROOT } from './load-facts.ts';
import { startProxy, type Answer } from './serve.ts';
import type { Page } from 'puppeteer-core';

const args = process.argv.slice(2);
const flag = (name: string): boolean => args.includes(name);
const kind: BrowserKind = flag('--firefox') ? 'firefox' : 'chrome';
const display =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const headless = flag('--headless') || !display;
const wanted = args.filter((a) => !a.startsWith('--'));
const PICTURES = join(ROOT, 'screenshots');

interface Stop {
  url: string;
  name: string;
}

/** A saved page is served under its own address where it says one, else under a listed host. */
function savedPage(file: string, pages: Map<string, Buffer>): Stop {
  const raw = readFileSync(file);
  const body = file.endsWith('.gz') ? gunzipSync(raw) : raw;
  const own = /<link[^>]+rel=["']canonical["'][^>]+href=["'](https?:\/\/[^"']+)["']/i.exec(
    body.toString('utf8'),
  )?.[1];
  const url = new URL(own ?? `https://apnews.com/article/${encodeURIComponent(basename(file))}`);
  pages.set(`${url.hostname}${url.pathname}`, body);
  return { url: url.href, name: basename(file).replace(/\.html?(\.gz)?$/, '') };
}

function itinerary(pages: Map<string, Buffer>): Stop[] {
  const samples = samplePages();
  const stopAt = (page: SamplePage): Stop => ({ url: addressOf(page), name: page.file.replace('.html', '') });
  if (!wanted.length) return samples.slice(0, 1).map(stopAt);
  return wanted.map((what) => {
    if (existsSync(what)) return savedPage(what, pages);
    const sample = samples.find((s) => addressOf(s) === what || s.file === what);
    if (sample) return stopAt(sample);
    throw new Error(`${what}: no such file, and not the address of a sample page`);
  });
}

const say = (text: string): void => console.log(text);
const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');

/** What a reader would do, with everything seen printed and pictured. */
async function play(launched: Launched, page: Page, stop: Stop): Promise<void> {
  const look = flag('--dark') ? 'dark-' : '';
  const picture = (what: string): string =>
    join(PICTURES, `${stop.name}-${launched.kind}-${look}${what}.png`);
  say(`\n${stop.url}`);
  await page.goto(stop.url, { waitUntil: 'domcontentloaded' });
  const marks = await waitForMarks(page, 1, 5000).catch(() => []);
  if (!marks.length) {
    say('  nothing marked: the page is not about the station partnership');
    await page.screenshot({ path: picture('page') });
  } else {
    await until('marks at rest', async () => {
      const before = (await paintedMarks(page)).length;
      await new Promise((done) => setTimeout(done, 500));
      return (await paintedMarks(page)).length === before;
    });
    const all = await paintedMarks(page);
    say(`  underlined: ${all.map((m) => m.text).join(' · ')}`);
    const names = [...new Set(all.filter((m) => m.visible).map((m) => m.text))];
    const three = [names[1] ?? names[0], names[Math.floor(names.length / 2)], names.at(-1)];
    for (const name of new Set(three)) {
      if (!name) continue;
      await page.mouse.move(4, 4);
      await until('no card', async () => (await cardText(launched, page)) === null);
      await restOn(page, name);
      const text = await waitForCard(launched, page);
      say(`\n  resting on “${name}”:\n${indent(text)}`);
      await new Promise((done) => setTimeout(done, 250)); // the card's fade, for the picture
      await page.screenshot({ path: picture(`card-${name.replace(/[^\p{L}\p{N}]+/gu, '-')}`) });
    }
    await page.mouse.move(4, 4);
  }
  const popup = await openPopup(launched, page);
  const text = await until('the popup', async () => {
    const seen = await popup.text();
    return seen.split('\n').length > 3 ? seen : null;
  });
  say(`\n  popup:\n${indent(text)}`);
  await popup.picture(picture('popup'));
  await popup.close();
}

await buildAll();
mkdirSync(PICTURES, { recursive: true });
const pages = new Map<string, Buffer>();
const stops = itinerary(pages);
const samples = answerSamples();
const answer: Answer = (url) => {
  const body = pages.get(`${url.hostname}${url.pathname}`);
  return body ? { body } : samples(url);
};
const proxy = await startProxy(answer);
const launched = await launch(kind, { proxyPort: proxy.port, headless, dark: flag('--dark') });
try {
  if (headless) {
    const page = await launched.browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    for (const stop of stops) await play(launched, page, stop);
    say(`\npictures: screenshots/`);
  } else {
    for (const stop of stops) await (await launched.browser.newPage()).goto(stop.url);
    say('The window is yours; close it to end.');
    await new Promise<void>((done) => launched.browser.once('disconnected', () => done()));
  }
} finally {
  await launched.close().catch(() => undefined);
  await proxy.close();
}
