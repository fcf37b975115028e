/** What a reader can change in the browser's own settings: private windows, the sites of an extension. */
import type { Page } from 'puppeteer-core';
import { inBackground, until } from '../../src/cli/drive.ts';
import { GECKO_ID, inFirefox } from '../../src/cli/drive/privileged.ts';
import type { Launched } from '../../src/cli/launch.ts';
import { ownTab, type OwnPage } from './extension-page.ts';

/** As the switches on chrome://extensions do; the extension starts anew. */
async function configure(launched: Launched, change: Record<string, unknown>): Promise<void> {
  const page = await launched.browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    (what) =>
      (
        globalThis as unknown as {
          chrome: { developerPrivate: { updateExtensionConfiguration(what: unknown): Promise<void> } };
        }
      ).chrome.developerPrivate.updateExtensionConfiguration(what),
    { extensionId: launched.extensionId, ...change },
  );
  await page.close();
}

/** Lets the extension into private windows. */
export async function allowPrivate(launched: Launched): Promise<void> {
  if (launched.kind === 'chrome') return configure(launched, { incognitoAccess: true });
  await inFirefox(
    launched,
    `async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      await ExtensionPermissions.add('${GECKO_ID}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
      await (await AddonManager.getAddonByID('${GECKO_ID}')).reload();
      return true;
    }`,
  );
}

/** A page in a private window. In Firefox every window must be one: launch it with `browser.privatebrowsing.autostart`. */
export async function openPrivate(launched: Launched, url: string): Promise<Page> {
  if (launched.kind === 'firefox') {
    const page = await launched.browser.newPage();
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return page;
  }
  await inBackground(launched, `chrome.windows.create({ incognito: true, url: ${JSON.stringify(url)} })`);
  const target = await launched.browser.waitForTarget((t) => t.url() === url);
  return target.asPage();
}

/** Takes the shipped list of sites from the extension, or gives it back. */
export async function setHostAccess(launched: Launched, given: boolean): Promise<void> {
  if (launched.kind === 'chrome')
    return configure(launched, { hostAccess: given ? 'ON_ALL_SITES' : 'ON_CLICK' });
  await inFirefox(
    launched,
    `async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID('${GECKO_ID}');
      const origins = extension.manifest.host_permissions;
      await ExtensionPermissions.${given ? 'add' : 'remove'}('${GECKO_ID}', { permissions: [], origins }, extension);
      return true;
    }`,
  );
}

/** All that the extension has stored. */
export async function allStored(launched: Launched): Promise<Record<string, unknown>> {
  if (launched.kind === 'chrome') return inBackground(launched, 'chrome.storage.local.get()');
  const background = await until('the background', () => ownTab(launched, 'background').catch(() => null));
  return background.run('browser.storage.local.get()');
}

/** Chromium lets an extension store ten megabytes; Firefox has no such limit, so there a page of ours is told it is full. */
export async function fillStorage(launched: Launched): Promise<void> {
  if (launched.kind === 'chrome')
    await inBackground(
      launched,
      `(async () => {
        for (let size = 10 * 1024 * 1024, n = 0; size > 4; n++) {
          size = await chrome.storage.local.set({ ['x' + n]: 'x'.repeat(size) }).then(() => size, () => size >> 1);
        }
      })()`,
    );
}
/** @see fillStorage */
export async function tellFull(page: OwnPage): Promise<void> {
  if (page.page === null)
    await page.run(
      `(() => { browser.storage.local.set = () => Promise.reject(new Error('QuotaExceededError')); })()`,
    );
}
