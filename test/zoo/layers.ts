/** What lies above the page: dialogs, full screen, paper. */
import type { Page } from 'puppeteer-core';
import { cardBox, cardText, until } from '../../src/cli/drive.ts';
import { inFirefox } from '../../src/cli/drive/privileged.ts';
import { article, html, type Visit, type ZooPage } from './page.ts';

const TERM = 'Oleg Kononenko';

/** What the middle of the card shows to a press: our host, or what lies over it. */
async function onTop({ page, launched }: Visit): Promise<string> {
  const box = await cardBox(launched, page);
  return page.evaluate(
    (x, y) => document.elementFromPoint(x, y)?.localName ?? '',
    box.x + box.width / 2,
    box.y + Math.min(box.height / 2, 40),
  );
}

const press = ({ page }: Visit, id: string): Promise<void> =>
  page.evaluate((wanted) => document.getElementById(wanted)?.click(), id);

async function dialogOverCard(visit: Visit): Promise<void> {
  const { page, card, launched, noCard } = visit;
  await card(TERM);
  await press(visit, 'ask');
  await page.keyboard.press('Escape');
  // The reader meant the dialog, which lies over the card.
  await until('the dialog closed', () =>
    page.evaluate(() => !(document.querySelector('dialog') as HTMLDialogElement).open),
  );
  if (await cardText(launched, page)) await page.keyboard.press('Escape');
  await noCard();
}

async function cardInFullScreen(visit: Visit): Promise<void> {
  const { page, card, noCard } = visit;
  const button = await page.evaluate(() => {
    const box = (document.getElementById('full') as HTMLElement).getBoundingClientRect();
    return { x: box.x + 5, y: box.y + 5 };
  });
  await page.mouse.click(button.x, button.y);
  await until('full screen', () => page.evaluate(() => document.fullscreenElement !== null));
  await card(TERM);
  await until('the card over the full screen', async () => (await onTop(visit)) === 'station-brief-card');
  await page.mouse.move(2, 2);
  await noCard();
  if (!(await page.evaluate(() => document.fullscreenElement !== null)))
    throw new Error('closing the card ended full screen');
  await page.evaluate(() => document.exitFullscreen());
  await until('the end of full screen', () => page.evaluate(() => document.fullscreenElement === null));
}

/** How the page would be printed, without printing it. */
async function asPrinted({ page, launched, kind }: Visit, on: boolean): Promise<void> {
  if (kind === 'chrome') await page.emulateMediaType(on ? 'print' : 'screen');
  else
    await inFirefox(
      launched,
      `async () => { gBrowser.selectedBrowser.browsingContext.mediumOverride = ${on ? "'print'" : "''"}; return true; }`,
    );
}

/** Pixels of two pictures that differ clearly; browsers round letters a little otherwise where a highlight begins. */
function differing(page: Page, one: Uint8Array, two: Uint8Array): Promise<number> {
  const address = (png: Uint8Array) => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  return page.evaluate(
    async (addresses) => {
      const read = async (src: string) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
        context?.drawImage(image, 0, 0);
        return context?.getImageData(0, 0, image.width, image.height).data ?? [];
      };
      const [a, b] = [await read(addresses[0] ?? ''), await read(addresses[1] ?? '')];
      let count = 0;
      for (let i = 0; i < a.length; i += 4) if (Math.abs((a[i] ?? 0) - (b[i] ?? 0)) > 50) count++;
      return count;
    },
    [address(one), address(two)],
  );
}

/** On paper a marked page with an open card is the page that was written. */
async function printed(visit: Visit): Promise<void> {
  const { page, card } = visit;
  const bare = await page.screenshot();
  await card(TERM);
  // A picture may be taken before the browser has painted what is open.
  await until(
    'the card on screen',
    async () => (await differing(page, await page.screenshot(), bare)) >= 1000,
  );
  await asPrinted(visit, true);
  const onPaper = await page.screenshot();
  await asPrinted(visit, false);
  await page.keyboard.press('Escape');
  await visit.noCard();
  const plain = await page.evaluateHandle(() => {
    const { highlights } = CSS as unknown as { highlights: Map<string, unknown> };
    const kept = [...highlights];
    highlights.clear();
    return kept;
  });
  await asPrinted(visit, true);
  const without = await page.screenshot();
  await asPrinted(visit, false);
  await page.evaluate((kept) => {
    const { highlights } = CSS as unknown as { highlights: Map<string, unknown> };
    for (const [name, value] of kept) highlights.set(name, value);
  }, plain);
  const count = await differing(page, onPaper, without);
  if (count > 20) throw new Error(`something of ours is printed: ${count} pixels`);
}

export const LAYERS: ZooPage[] = [
  {
    name: 'dialog over the card',
    body: () =>
      html({
        body: `${article()}<button id="ask">Ask</button><dialog><p>Do you accept that this dialog is in front?</p></dialog>`,
        script: () => {
          const dialog = document.querySelector('dialog') as HTMLDialogElement;
          let opened = 0;
          document.getElementById('ask')?.addEventListener('click', () => {
            dialog.showModal();
            opened++;
          });
          window.zoo.checks.push(() => opened > 1 && 'the dialog opened by itself');
        },
      }),
    marks: 4,
    card: [TERM, 'Kononenko'],
    act: dialogOverCard,
  },
  {
    name: 'full screen',
    body: () =>
      html({
        body: `<div id="stage" style="background: white; overflow: auto"><button id="full">Full screen</button>${article()}</div>`,
        script: () => {
          document
            .getElementById('full')
            ?.addEventListener('click', () => void document.getElementById('stage')?.requestFullscreen());
        },
      }),
    marks: 4,
    act: cardInFullScreen,
  },
  { name: 'print', body: () => html(), marks: 4, card: [TERM, 'Kononenko'], act: printed },
];
