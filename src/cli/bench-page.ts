/**
 * `npm run bench:page`: what the extension costs a page, in Chromium, against the same page without it and with an empty
 * content script, page by page in one run. CPU time of script comes from traces, since wall time on a busy machine says
 * little.
 *   -- --rounds N   rounds for each page (3)
 *   -- --pages N    at most so many pages of each sort
 *   -- --each       one line for each page as well, as it is measured
 *   -- --minutes N  begins no further page after so long; the table says how many were measured
 *   -- --quick      one round of three pages of each sort: does it work at all
 * Needs `npm run build` first. Prints a table and writes nothing.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { answerPages, costPages, type CostPage } from './bench-page/pages.ts';
import { EACH, median, pageLine, report, type PageCost } from './bench-page/report.ts';
import { CATEGORIES, costOf, type Cost } from './bench-page/trace.ts';
import { extensionFor, VARIANTS, type Variant } from './bench-page/variants.ts';
import { inBackground, stopBackground, until } from './drive.ts';
import { launch, type Launched } from './launch.ts';
import { ROOT } from './load-facts.ts';
import { startProxy } from './serve.ts';

const args = process.argv.slice(2);
const option = (name: string, usual: number): number => {
  const at = args.indexOf(name);
  return at < 0 ? usual : Number(args[at + 1]);
};
const quick = args.includes('--quick');
const each = args.includes('--each');
const rounds = option('--rounds', quick ? 1 : 3);
const pages = costPages(option('--pages', quick ? 3 : Infinity));

/** A page is left alone for so long after it has loaded: the first look, the reader, and one look at changes. ms */
const REST = 700;
const rest = () => new Promise((done) => setTimeout(done, REST));

interface Bench {
  launched: Launched;
  page: Page;
  clean(): void;
}

async function start(variant: Variant, proxyPort: number): Promise<Bench> {
  const { folder, clean } = extensionFor(variant);
  const launched = await launch('chrome', { proxyPort, extension: folder, welcome: variant !== 'ours' });
  const page = await launched.browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  return { launched, page, clean };
}

async function load(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'load', timeout: 20_000 });
}

async function heapOf(page: Page): Promise<number> {
  const cdp = await page.createCDPSession();
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('Performance.enable');
  const { metrics } = await cdp.send('Performance.getMetrics');
  await cdp.detach();
  return metrics.find((m) => m.name === 'JSHeapUsedSize')?.value ?? NaN;
}

async function traced({ page }: Bench, url: string): Promise<Cost & { heap: number }> {
  await page.bringToFront();
  await page.goto('about:blank');
  await page.tracing.start({ categories: CATEGORIES });
  await load(page, url);
  await rest();
  const trace = await page.tracing.stop();
  if (!trace) throw new Error('the browser gave no trace');
  return { ...costOf(trace, url), heap: await heapOf(page) };
}

/** Runs before the page's own scripts would: notes when the article is parsed, and the frame in which a mark is painted. */
const WATCH = `(() => {
  let parsed = Infinity;
  document.addEventListener('DOMContentLoaded', () => { parsed = performance.now(); });
  const painted = () => ['term', 'claim'].some((kind) => CSS.highlights?.get('station-brief-' + kind)?.size);
  const look = () => painted()
    ? setTimeout(() => { window.stationFirstMark = performance.now() - parsed; })
    : requestAnimationFrame(look);
  requestAnimationFrame(look);
})()`;

/** @returns ms from the article parsed to the first mark painted */
async function firstMark({ page, launched }: Bench, url: string, asleep: boolean): Promise<number> {
  await page.bringToFront(); // a page behind another is not painted
  await page.goto('about:blank');
  if (asleep) await stopBackground(launched);
  else await inBackground(launched, '1');
  await load(page, url);
  return until('the first mark', () =>
    page.evaluate(() => (window as unknown as { stationFirstMark?: number }).stationFirstMark),
  );
}

async function measure(page: CostPage, benches: Record<Variant, Bench>, watcher: Bench): Promise<PageCost> {
  const all: Record<Variant, (Cost & { heap: number })[]> = { none: [], empty: [], ours: [] };
  const marks: Record<'awake' | 'asleep', number[]> = { awake: [], asleep: [] };
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < VARIANTS.length; i++) {
      const variant = VARIANTS[(i + round) % VARIANTS.length] ?? 'none';
      all[variant].push(await traced(benches[variant], page.url));
    }
    if (!page.onTopic) continue;
    marks.awake.push(await firstMark(watcher, page.url, false));
    marks.asleep.push(await firstMark(watcher, page.url, true));
  }
  const of = (what: 'script' | 'longest' | 'worlds' | 'heap') => ({
    none: median(all.none.map((c) => c[what])),
    empty: median(all.empty.map((c) => c[what])),
    ours: median(all.ours.map((c) => c[what])),
  });
  return {
    name: page.name,
    onTopic: page.onTopic,
    script: of('script'),
    longest: of('longest'),
    worlds: of('worlds'),
    heap: of('heap'),
    awake: page.onTopic ? median(marks.awake) : null,
    asleep: page.onTopic ? median(marks.asleep) : null,
  };
}

if (!existsSync(join(ROOT, 'dist/chrome'))) throw new Error('run `npm run build` first');
const proxy = await startProxy(answerPages(pages));
const opened: Bench[] = [];
const open = async (variant: Variant): Promise<Bench> => {
  const bench = await start(variant, proxy.port);
  opened.push(bench);
  return bench;
};
const faults: string[] = [];
try {
  const benches = { none: await open('none'), empty: await open('empty'), ours: await open('ours') };
  const watcher = { ...benches.ours, page: await benches.ours.launched.browser.newPage() };
  await watcher.page.setViewport({ width: 1280, height: 900 });
  await watcher.page.evaluateOnNewDocument(WATCH);
  console.log(`${await benches.ours.launched.browser.version()}, ${pages.length} pages, ${rounds} rounds`);
  const costs: PageCost[] = [];
  const end = Date.now() + option('--minutes', Infinity) * 60_000;
  if (each) console.log(EACH);
  for (const page of pages) {
    if (Date.now() > end) break;
    try {
      const cost = await measure(page, benches, watcher);
      costs.push(cost);
      if (each) console.log(pageLine(cost));
    } catch (error) {
      faults.push(`${page.name}: ${String(error)}`);
    }
  }
  console.log(report(costs));
} finally {
  for (const { launched, clean } of opened) {
    await launched.close();
    clean();
  }
  await proxy.close();
}
for (const fault of faults) console.error(`fault: ${fault}`);
process.exit(faults.length ? 1 : 0);
