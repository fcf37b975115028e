/**
 * `npm run bench`: how fast finding is, in real Chromium and real Firefox, against the least that reading a text can
 * cost and against what others would use. Everything is measured in one run, one after the other, round by round.
 *   -- --quick        a smoke run: few rounds, one page; fails when something does not work
 *   -- --rounds N     rounds for each page
 *   -- --only chrome  one browser
 * Prints tables and writes nothing.
 */
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from './browsers.ts';
import { costTable, growthTable, pageTable, peersOf, verdicts, type Measured } from './bench/report.ts';
import { measuredPages, quietPages } from './bench/pages.ts';
import { serveBench } from './bench/serve-pages.ts';
import type { Cost, Facts, Round } from './bench/types.ts';
import { launch } from './launch.ts';

const args = process.argv.slice(2);
const option = (name: string, usual: number): number => {
  const at = args.indexOf(name);
  return at < 0 ? usual : Number(args[at + 1]);
};
const quick = args.includes('--quick');
const rounds = option('--rounds', quick ? 3 : 11);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
const kinds = (['chrome', 'firefox'] as const).filter((kind) => !only || kind === only);

/** Time for one job on one page in all its rounds; a slow peer gets fewer rounds, never fewer than {@link LEAST}. */
const BUDGET = quick ? 300 : 2000;
const LEAST = 1;

/** Peers take long to get ready; in a smoke run they are given a part of the aliases. */
const STEP = quick ? 40 : 1;

/** So many quiet pages are opened to see what they cost. */
const MOST_COSTED = 24;
const some = <T>(list: readonly T[], most: number): T[] =>
  list.filter((_, i) => i % Math.ceil(list.length / most) === 0);

const ALIASES = quick ? [1, 10] : [1, 10, 100];
const TEXTS = [1, 4, 16];

/** All rounds of the jobs that are ready in the page. The order turns from round to round. */
async function sampled(page: Page, facts: Facts): Promise<Round[]> {
  const peers = new Set(peersOf(facts));
  for (const job of facts.jobs) {
    const found = await page.evaluate((name) => window.stationBench.warm(name), job);
    if (!found && (peers.has(job) || job === 'floor' || job === 'same job'))
      facts.faults.push(`${job} met nothing`);
  }
  const spent = new Map<string, number>();
  const all: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    const turn = round % facts.jobs.length;
    const order = [...facts.jobs.slice(turn), ...facts.jobs.slice(0, turn)];
    const due = order.filter((name) => round < LEAST || (spent.get(name) ?? 0) < BUDGET);
    const times: Round = {};
    for (const job of due)
      Object.assign(times, await page.evaluate((name) => window.stationBench.round([name]), job));
    for (const [name, ms] of Object.entries(times)) spent.set(name, (spent.get(name) ?? 0) + Math.max(ms, 4));
    all.push(times);
  }
  facts.remarks = await page.evaluate(() => window.stationBench.remarks());
  return all;
}

const faults: string[] = [];
const measured: Measured[] = [];
const { quiet, long, short } = measuredPages();
const pages = quick ? [short] : [quiet, long, short];
const { proxy, url } = await serveBench();

async function measure(kind: BrowserKind): Promise<void> {
  const { browser, close } = await launch(kind, { proxyPort: proxy.port, extension: null });
  try {
    console.log(`\n${kind} ${await browser.version()}`);
    const page = await browser.newPage();
    const costs: Cost[] = [];
    for (const { html } of quick ? pages : [...some(quietPages(), MOST_COSTED), short, long]) {
      await page.goto(url, { waitUntil: 'load' }); // nothing is compiled yet, as on a page just opened
      costs.push(await page.evaluate((source) => window.stationBench.cost(source), html));
    }
    console.log(costTable(kind, costs));
    await page.goto(url, { waitUntil: 'load' });
    for (const { name, html } of pages) {
      const facts = await page.evaluate(
        (source, step) => window.stationBench.prepare(source, step),
        html,
        STEP,
      );
      const result = { kind, page: name, facts, rounds: await sampled(page, facts) };
      measured.push(result);
      faults.push(...facts.faults.map((fault) => `${kind}, ${name}: ${fault}`));
      console.log(pageTable(result));
    }
    const facts = await page.evaluate(
      (source, a, t) => window.stationBench.prepareGrowth(source, a, t),
      long.html,
      ALIASES,
      TEXTS,
    );
    const growth = { kind, page: 'growth', facts, rounds: await sampled(page, facts) };
    measured.push(growth);
    faults.push(...facts.faults.map((fault) => `${kind}, growth: ${fault}`));
    console.log(growthTable(growth, long.name));
  } finally {
    await close();
  }
}

try {
  for (const kind of kinds) await measure(kind);
} finally {
  await proxy.close();
}
console.log(verdicts(measured));
for (const fault of faults) console.error(`fault: ${fault}`);
process.exit(faults.length ? 1 : 0);
