/**
 * Pictures of every surface into screenshots/ui (git-ignored), to be looked at.
 *   node test/ui/gallery.mjs [part of a picture's name …]
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { register } from 'tsx/esm/api';

register();
const { makeSamples } = await import('./samples.ts');
const here = fileURLToPath(new URL('.', import.meta.url));
const out = fileURLToPath(new URL('../../screenshots/ui/', import.meta.url));
const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'sb-gallery-'));
mkdirSync(out, { recursive: true });

const samples = await makeSamples('2026-11-22');
await build({
  entryPoints: [join(here, 'gallery.tsx')],
  outfile: join(folder, 'gallery.js'),
  bundle: true,
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.css': 'text' },
  logLevel: 'error',
});
await build({
  entryPoints: [join(here, '../../src/ui/pages.css')],
  outfile: join(folder, 'pages.css'),
  bundle: true,
});
writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>gallery</title><style>${readFileSync(join(folder, 'pages.css'), 'utf8')}</style><body><script>samples = ${JSON.stringify(samples).replaceAll('<', '\\u003c')}</script><script src="gallery.js" type="module"></script>`,
);
// Modules do not load from file: addresses; a tiny server of two files does.
const { createServer } = await import('node:http');
const server = createServer((request, response) => {
  const js = request.url?.startsWith('/gallery.js');
  response.setHeader('content-type', js ? 'text/javascript' : 'text/html; charset=utf-8');
  response.end(readFileSync(join(folder, js ? 'gallery.js' : 'index.html')));
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.address();

/** name, query, width, height, what to do before the picture */
const shots = [];
const add = (name, query, width, height, act) => shots.push({ name, query, width, height, act });
const hover = async (page) => page.mouse.move(10, 10);
for (const theme of ['light', 'dark']) {
  const t = `&theme=${theme}`;
  add(`card-hover-${theme}`, `scene=card-bakanov-dmitry${t}`, 768, 560, hover);
  add(`card-click-old-${theme}`, `scene=card-duffy-sean&how=click&old${t}`, 768, 560);
  add(`card-claim-${theme}`, `scene=card-claim&how=click${t}`, 768, 560);
  add(`card-longest-${theme}`, `scene=card-longest&how=click${t}`, 768, 560);
  add(`card-sheet-${theme}`, `scene=card-bakanov-dmitry&how=touch${t}`, 400, 720);
  add(`popup-shown-${theme}`, `scene=popup-shown${t}`, 400, 600);
  for (const state of ['quiet', 'off', 'ask'])
    add(`popup-${state}-${theme}`, `scene=popup-${state}${t}`, 400, 320);
  add(`panel-shown-${theme}`, `scene=panel-shown${t}`, 480, 900);
  add(`options-${theme}`, `scene=options-full${t}`, 768, 900);
  add(`welcome-${theme}`, `scene=welcome-x${t}`, 768, 700);
}
const more = async (page) => {
  await page.evaluate(() => 0);
  await page.keyboard.press('Tab');
};
add('card-key-more', 'scene=card-roscosmos&how=key', 768, 720, more);
add('card-shortest', 'scene=card-shortest&how=click', 768, 560);
add('card-disputed', 'scene=card-disputed&how=click', 768, 620);
add('card-above', 'scene=card-bakanov-dmitry&how=click&low=1', 768, 560);
add('card-rtl', 'scene=card-bakanov-dmitry&how=click&rtl=1', 768, 560);
add('card-ru', 'scene=card-bakanov-dmitry&how=click&lang=ru&old', 768, 560);
add('card-de', 'scene=card-bakanov-dmitry&how=click&lang=de&old', 768, 560);
add('card-sheet-320', 'scene=card-longest&how=touch', 320, 568);
add('popup-full', 'scene=popup-shown', 400, 0);
add('popup-full-dark', 'scene=popup-shown&theme=dark', 400, 0);
add('popup-320', 'scene=popup-shown&lang=ru', 320, 0);
add('popup-undated', 'scene=popup-undated', 400, 600);
add('popup-fr', 'scene=popup-shown&lang=fr', 400, 0);
const press = (word) => async (page) => {
  await page.evaluate(
    (w) =>
      [...document.querySelectorAll('main:not([hidden]) button')]
        .find((b) => b.textContent.trim() === w)
        ?.click(),
    word,
  );
  await new Promise((r) => setTimeout(r, 200));
};
add('popup-timeline', 'scene=popup-quiet', 400, 600, press('Whole timeline'));
add('popup-timeline-now', 'scene=popup-shown', 400, 600, async (page) => {
  await press('Whole timeline')(page);
  await press('2022–now')(page);
});
add('popup-timeline-ahead', 'scene=popup-shown', 400, 600, async (page) => {
  await press('Whole timeline')(page);
  await press('ahead')(page);
});
add('popup-record', 'scene=popup-shown', 400, 0, press('Dmitry Bakanov'));
add('popup-note-open', 'scene=popup-shown', 400, 0, async (page) => {
  await page.evaluate(() => document.querySelector('.sb-folded button')?.click());
  await new Promise((r) => setTimeout(r, 100));
});
add('popup-search', 'scene=popup-quiet', 400, 600, async (page) => {
  await page.type('input[type=search]', 'leak');
  await new Promise((r) => setTimeout(r, 400));
});
add('panel-768', 'scene=panel-shown', 768, 900);
add('panel-320', 'scene=panel-shown', 320, 900);
add('options-320', 'scene=options-empty', 320, 900);
add('options-ru', 'scene=options-full&lang=ru', 400, 1000);
add('welcome-ru', 'scene=welcome-x&lang=ru', 400, 800);

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
/** Moves the pointer as a hand does and says what became of the card. */
const open = (page) => page.evaluate(() => document.querySelector('station-brief-card') !== null);
const pause = (ms) => new Promise((r) => setTimeout(r, ms));
add('path', 'scene=card-bakanov-dmitry', 768, 700, async (page) => {
  const said = [];
  const say = async (what, expected) =>
    said.push(`${what}: ${(await open(page)) === expected ? 'ok' : 'NOT SO'}`);
  const again = () => page.evaluate(() => globalThis.restAgain());
  await say('open after the rest', true);
  await page.mouse.move(100, 112);
  await page.mouse.move(110, 122, { steps: 3 });
  await page.mouse.move(200, 220, { steps: 12 });
  await pause(500);
  await say('term to card keeps it', true);
  await page.mouse.wheel({ deltaY: 300 });
  await pause(100);
  said.push(`wheel stays inside: ${(await page.evaluate(() => scrollY)) === 0 ? 'ok' : 'NOT SO'}`);
  await page.mouse.move(700, 30, { steps: 10 });
  await pause(450);
  await say('away closes it', false);
  await again();
  await pause(450);
  await say('opens again', true);
  await page.keyboard.press('Escape');
  await say('Escape closes it', false);
  await again();
  await pause(450);
  await page.mouse.move(200, 220);
  await page.mouse.down();
  await page.mouse.move(300, 260, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(700, 30, { steps: 4 });
  await pause(450);
  await say('a press inside pins it', true);
  console.log(said.join('\n'));
});
const browser = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  headless: true,
  args: ['--no-sandbox'],
});
for (const shot of shots.filter((s) => !wanted.length || wanted.some((w) => s.name.includes(w)))) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(shot.name, error.message));
  await page.setViewport({ width: shot.width, height: shot.height || 600, deviceScaleFactor: 2 });
  // axe cannot look into a closed shadow root; here, and only here, the card's is open.
  await page.evaluateOnNewDocument(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function () {
      return attach.call(this, { mode: 'open' });
    };
  });
  await page.goto(`http://127.0.0.1:${port}/?${shot.query}`);
  await new Promise((r) => setTimeout(r, shot.query.includes('card-') ? 550 : 100));
  await shot.act?.(page);
  await new Promise((r) => setTimeout(r, 150));
  await page.screenshot({ path: join(out, `${shot.name}.png`), fullPage: shot.height === 0 });
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, {
      rules: {
        region: { enabled: false },
        'page-has-heading-one': { enabled: false },
        'landmark-one-main': { enabled: false },
      },
    });
    return violations.map(
      (v) =>
        `${v.id}: ${v.nodes
          .slice(0, 2)
          .map((n) => `${n.target.flat()} ${n.any[0]?.message ?? ''}`)
          .join(' | ')}`,
    );
  });
  for (const line of found) console.log(`axe ${shot.name}: ${line}`);
  await page.close();
}
await browser.close();
server.close();
rmSync(folder, { recursive: true, force: true });
console.log(`pictures in ${out}`);
