/** What a reader sees in the first moment of a page of ours. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeRaw } from '../../src/cli/drive.ts';
import { launch, type Launched } from '../../src/cli/launch.ts';
import { startProxy, type Proxy } from '../../src/cli/serve.ts';

const PAGES = ['popup', 'panel', 'options', 'welcome'];

// Timings and frames before the first script can be watched in Chromium only.
let proxy: Proxy;
let launched: Launched;
beforeAll(async () => {
  proxy = await startProxy(() => null);
  launched = await launch('chrome', { proxyPort: proxy.port });
});
afterAll(async () => {
  await launched?.close();
  await proxy?.close();
});
const address = (page: string) => `chrome-extension://${launched.extensionId}/${page}.html`;

/** The colours of every frame until the page is drawn, each once, in order. */
async function coloursOf(name: string): Promise<string[]> {
  const page = await launched.browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    const look = (): void => {
      if (document.documentElement) {
        const { backgroundColor } = getComputedStyle(document.documentElement);
        if (seen.at(-1) !== backgroundColor) seen.push(backgroundColor);
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(address(name));
  await page.waitForSelector('#root main');
  const seen = (await page.evaluate(`seen`)) as string[];
  await page.close();
  return seen;
}

test.each(PAGES)('%s: a theme that was chosen is there in the first frame', async (name) => {
  await storeRaw(launched, 'settings', JSON.stringify({ theme: 'dark' }));
  await coloursOf('options'); // any page of ours takes note of it
  expect(await coloursOf(name)).toEqual(['rgb(28, 29, 32)']);
  await storeRaw(launched, 'settings', JSON.stringify({ theme: 'system' }));
  await coloursOf('options');
  expect(await coloursOf(name)).toEqual(['rgb(255, 255, 255)']);
});
