/** Draws the PNG icons from icons/*.svg in a real Chromium; run after changing an SVG, commit the result. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './browsers.ts';
import { ROOT } from './load-facts.ts';

const SIZES = { rest: [16, 32], active: [16, 32, 48, 64, 128] } as const;

const browser = await puppeteer.launch({
  executablePath: findBrowser('chrome') ?? '',
  headless: true,
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const [name, sizes] of Object.entries(SIZES)) {
  const svg = readFileSync(join(ROOT, 'icons', `${name}.svg`), 'utf8');
  for (const size of sizes) {
    // The stores want art with room around it on the large icon, edge to edge on the small ones.
    const inner = size === 128 ? 96 : size;
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<body style="margin:0;display:grid;place-items:center;width:${size}px;height:${size}px">${svg.replace('<svg', `<svg width="${inner}" height="${inner}"`)}`,
    );
    writeFileSync(
      join(ROOT, 'icons', `${name}-${size}.png`),
      await page.screenshot({ omitBackground: true }),
    );
  }
}
await browser.close();
