/**
 * `npm run bench:popup`: how soon the toolbar popup is there, in Chromium, beside a popup that holds one sentence and no
 * script. Both are opened by the same click, in turn, in one run: most of the time goes to the browser, which starts a
 * process for either.
 *   -- --rounds N   times each is opened (20)
 * Needs `npm run build` first. Prints a table and writes nothing.
 */
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { addressOf, answerSamples, sampleNamed, samplePages } from '../../test/browser/pages.ts';
import { ownTab } from '../../test/browser/extension-page.ts';
import { line } from './bench-page/report.ts';
import { openPopup, until, waitForMarks } from './drive.ts';
import { launch, type Launched } from './launch.ts';
import { ROOT } from './load-facts.ts';
import { startProxy } from './serve.ts';

const at = process.argv.indexOf('--rounds');
const rounds = at < 0 ? 20 : Number(process.argv[at + 1]);
const FLOOR =
  '<!doctype html><meta charset="utf-8"><title>Floor</title><div id="root"><main>One sentence.</main></div>';

/** ms from the start of the popup's load to its first words, and to the last that it drew by itself */
interface Opened {
  first: number;
  whole: number;
}

/** What the popup itself noted of its paints: https://www.w3.org/TR/largest-contentful-paint/ */
const PAINTS = `new Promise((done) => new PerformanceObserver((list, observer) => {
  observer.disconnect();
  const first = performance.getEntriesByName('first-contentful-paint')[0];
  done(first ? { first: first.startTime, whole: list.getEntries().at(-1).startTime } : null);
}).observe({ type: 'largest-contentful-paint', buffered: true }))`;

async function open(launched: Launched, page: Page): Promise<Opened> {
  const popup = await openPopup(launched, page);
  const own = await ownTab(launched, 'popup.html');
  // Words of the article's state, or the floor's.
  await own.says(/In this article|One sentence/);
  const paints = await until('its paints', () => own.run<Opened | null>(PAINTS));
  await popup.close();
  return paints;
}

if (!existsSync(join(ROOT, 'dist/chrome'))) throw new Error('run `npm run build` first');
const floor = mkdtempSync(join(tmpdir(), 'station-brief-floor-'));
cpSync(join(ROOT, 'dist/chrome'), floor, { recursive: true });
writeFileSync(join(floor, 'popup.html'), FLOOR);
const proxy = await startProxy(answerSamples(samplePages()));
const all: Launched[] = [];

/** A browser with an article in front, where the popup can be opened as often as wanted. */
async function beside(extension: string): Promise<() => Promise<Opened>> {
  const launched = await launch('chrome', { proxyPort: proxy.port, extension });
  all.push(launched);
  const page = await launched.browser.newPage();
  await page.goto(addressOf(sampleNamed('partnership-2025.html')));
  await waitForMarks(page, 10);
  return () => open(launched, page);
}

try {
  const [openFloor, openOurs] = [await beside(floor), await beside(join(ROOT, 'dist/chrome'))];
  const floors: Opened[] = [];
  const ours: Opened[] = [];
  for (let round = 0; round < rounds; round++) {
    floors.push(await openFloor());
    ours.push(await openOurs());
  }
  const over = ours.map((o, i) => o.whole - (floors[i]?.whole ?? NaN));
  const rows: [what: string, ms: number[]][] = [
    ['one sentence, first words', floors.map((o) => o.first)],
    ['ours, first words', ours.map((o) => o.first)],
    ['ours, all of the article’s state', ours.map((o) => o.whole)],
    ['ours over one sentence, by rounds', over],
  ];
  console.log(`${`${rounds} times each, ms`.padEnd(46)}    median      95 %      most`);
  for (const [what, ms] of rows) console.log(line(what, ms));
} finally {
  for (const launched of all) await launched.close();
  await proxy.close();
  rmSync(floor, { recursive: true, force: true });
}
