/** Pictures for the store pages, taken from the built extension on the sample articles. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { closeTabs, openOwnPage } from '../../../test/browser/extension-page.ts';
import { addressOf, answerSamples, sampleNamed } from '../../../test/browser/pages.ts';
import type { UiLang } from '../../ui/strings/index.ts';
import type { BrowserKind } from '../browsers.ts';
import { cardBox, openPopup, restOn, storeRaw, until, waitForCard, waitForMarks } from '../drive.ts';
import { launch, type Launched } from '../launch.ts';
import { ROOT } from '../load-facts.ts';
import { startProxy } from '../serve.ts';
import { PICTURES, type Picture } from './listing.ts';

/** Both stores show pictures of this size; Mozilla's page at most so large (CSS px). */
export const SIZE = { width: 1280, height: 800 };
/** Chrome's small promotional tile. */
export const TILE = { width: 440, height: 280 };

/** Width of the popup; Firefox's picture of it has more pixels than that (CSS px). */
const POPUP = 420;

/** A sample article in each language, and a term in it whose note says much. */
const ARTICLES: Record<UiLang, { file: string; term: string }> = {
  en: { file: 'partnership-2025.html', term: 'Sean Duffy' },
  ru: { file: 'ru.html', term: 'Юрий Борисов' },
  de: { file: 'de.html', term: 'Dmitri Bakanow' },
  fr: { file: 'fr.html', term: 'module Nauka' },
  es: { file: 'es.html', term: 'Dmitri Bakanov' },
};

/** Width, height and whether there is transparency, from the head of a PNG (https://www.w3.org/TR/png/#11IHDR). */
export function pngFacts(png: Uint8Array): { width: number; height: number; alpha: boolean } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (view.getUint32(0) !== 0x89504e47) throw new Error('not a PNG');
  return { width: view.getUint32(16), height: view.getUint32(20), alpha: [4, 6].includes(view.getUint8(25)) };
}

const dataUrl = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;

/** Draws markup of our own in a tab of its own and takes its picture. */
async function drawn(launched: Launched, size: typeof SIZE, body: string): Promise<Uint8Array> {
  const page = await launched.browser.newPage();
  try {
    await page.setViewport(size);
    await page.setContent(
      `<style>*{margin:0;box-sizing:border-box}body{width:${size.width}px;height:${size.height}px;overflow:hidden;position:relative;background:#fff;font-family:system-ui,sans-serif}</style>${body}`,
    );
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
    return await page.screenshot();
  } finally {
    await page.close();
  }
}

const whole = (png: Uint8Array): string =>
  `<img src="${dataUrl(png)}" style="position:absolute;inset:0;width:100%;height:100%;object-fit:cover;object-position:top">`;

/** The popup where the browser would show it: under the button, over the article. */
const withPopup = (article: Uint8Array, popup: Uint8Array): string =>
  `${whole(article)}<img src="${dataUrl(popup)}" width="${Math.min(pngFacts(popup).width, POPUP)}" style="position:absolute;top:8px;right:24px;border-radius:8px;box-shadow:0 0 0 1px #0002,0 8px 32px #0004">`;

/** Name and icon over a piece of the real page: the card and the line it belongs to. */
function tile(card: Uint8Array, box: { x: number; y: number; width: number; height: number }): string {
  const icon = readFileSync(join(ROOT, 'icons/active-128.png'));
  const scale = TILE.width / (box.width + 64);
  return `<div style="position:absolute;inset:0 0 auto;height:80px;display:flex;align-items:center;gap:8px;padding:0 16px;font-size:28px;font-weight:600;color:#1b1b1d"><img src="${dataUrl(icon)}" width="64" height="64">Station Brief</div>
    <div style="position:absolute;inset:80px 0 0;overflow:hidden"><img src="${dataUrl(card)}" style="position:absolute;width:${SIZE.width * scale}px;left:${-(box.x - 32) * scale}px;top:${-(box.y - 40) * scale}px"></div>`;
}

async function open(page: Page, file: string): Promise<void> {
  await page.goto(addressOf(sampleNamed(file)), { waitUntil: 'domcontentloaded' });
  await waitForMarks(page, 2);
  await until('marks at rest', async () => {
    const count = (await waitForMarks(page)).length;
    await new Promise((done) => setTimeout(done, 400));
    return (await waitForMarks(page)).length === count;
  });
}

/** Rests on a mark; the picture is taken when the card has faded in. */
async function cardOn(launched: Launched, page: Page, words: string): Promise<Uint8Array> {
  await restOn(page, words);
  await waitForCard(launched, page);
  await new Promise((done) => setTimeout(done, 300)); // the fade of 100 ms
  return page.screenshot();
}

/** What is written to a file, as bytes. */
async function kept(write: (file: string) => Promise<void>): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'station-brief-picture-'));
  try {
    await write(join(folder, 'picture.png'));
    return readFileSync(join(folder, 'picture.png'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Taken = Record<Picture, Uint8Array> & { tile: Uint8Array };

async function take(launched: Launched, lang: UiLang): Promise<Taken> {
  const { file, term } = ARTICLES[lang];
  await storeRaw(launched, 'settings', JSON.stringify({ lang }));
  const page = await launched.browser.newPage();
  await page.setViewport(SIZE);
  await open(page, file);
  const article = await page.screenshot();
  const popup = await openPopup(launched, page);
  await until('the popup', async () => ((await popup.text()).split('\n').length > 8 ? true : null));
  const popupPicture = await kept((file) => popup.picture(file));
  await popup.close();
  const card = await cardOn(launched, page, term);
  const box = await cardBox(launched, page);
  const claimMark = (await waitForMarks(page)).find((mark) => mark.kind === 'claim');
  await page.mouse.move(4, 4);
  if (!claimMark) await open(page, ARTICLES.en.file);
  const claim = (await waitForMarks(page)).find((mark) => mark.kind === 'claim');
  if (!claim) throw new Error('the sample article has no statement to show');
  const statement = await cardOn(launched, page, claim.text);
  await page.close();
  const options = await openOwnPage(launched, 'options.html');
  await options.page?.setViewport(SIZE);
  await until('the settings', async () => ((await options.text()).length > 200 ? true : null));
  const settings = await kept((file) => options.picture(file));
  await closeTabs(launched, 'options.html');
  return {
    card: await drawn(launched, SIZE, whole(card)),
    claim: await drawn(launched, SIZE, whole(statement)),
    popup: await drawn(launched, SIZE, withPopup(article, popupPicture)),
    settings: await drawn(launched, SIZE, whole(settings)),
    tile: await drawn(launched, TILE, tile(card, box)),
  };
}

/**
 * Takes the pictures of one browser in each language and writes them as `LANG/1-card.png` and so on.
 * @throws Error when a picture is not of the size the stores ask for
 */
export async function takePictures(
  kind: BrowserKind,
  langs: readonly UiLang[],
  write: (name: string, png: Uint8Array) => void,
): Promise<void> {
  const proxy = await startProxy(answerSamples());
  const launched = await launch(kind, { proxyPort: proxy.port });
  try {
    for (const lang of langs) {
      const taken = await take(launched, lang);
      PICTURES.forEach((name, at) => write(`${lang}/${at + 1}-${name}.png`, fits(taken[name], SIZE, kind)));
      if (kind === 'chrome') write(`${lang}/tile.png`, fits(taken.tile, TILE, kind));
    }
  } finally {
    await launched.close().catch(() => undefined);
    await proxy.close();
  }
}

/** Chrome's store refuses transparency. */
function fits(png: Uint8Array, size: typeof SIZE, kind: BrowserKind): Uint8Array {
  const facts = pngFacts(png);
  if (facts.width !== size.width || facts.height !== size.height || (kind === 'chrome' && facts.alpha))
    throw new Error(
      `a picture of ${facts.width} × ${facts.height}${facts.alpha ? ' with transparency' : ''}`,
    );
  return png;
}
