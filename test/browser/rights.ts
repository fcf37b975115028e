/** What a reader can change in the browser's own settings: private windows, the sites of an extension. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { inBackground, until } from '../../src/cli/drive.ts';
import { GECKO_ID, inFirefox } from '../../src/cli/drive/privileged.ts';
import type { Launched } from '../../src/cli/launch.ts';
import { ROOT } from '../../src/cli/load-facts.ts';
import { ownTab, type OwnPage } from './extension-page.ts';

interface DeveloperPrivate {
  updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
}

/** Installs the extension so that it may run in private windows. Into a browser launched without it. */
export async function installForPrivate(launched: Launched): Promise<void> {
  const folder = join(ROOT, 'dist', launched.kind);
  if (launched.kind === 'chrome') {
    const session = await launched.browser.target().createCDPSession();
    const { id } = await session.send('Extensions.loadUnpacked', { path: folder, enableInIncognito: true });
    launched.extensionId = id;
    // The worker can be reached before it has its API.
    await until('the background', () =>
      inBackground<boolean>(launched, `typeof chrome === 'object' && Boolean(chrome.windows)`),
    );
    return;
  }
  await launched.browser.installExtension(folder);
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
  const page = await target.asPage();
  await until('the private page', () =>
    page.evaluate(() => document.readyState === 'complete').catch(() => false),
  );
  return page;
}

/** Takes the shipped list of sites from the extension, or gives it back. */
export async function setHostAccess(launched: Launched, given: boolean): Promise<void> {
  if (launched.kind === 'chrome') {
    const page = await launched.browser.newPage();
    await page.goto('chrome://extensions');
    // As the choice on that page does. What it promises comes long after it is done.
    await page.evaluate(
      (extensionId, hostAccess) => {
        const { developerPrivate } = (
          globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } }
        ).chrome;
        void developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess });
      },
      launched.extensionId,
      given ? 'ON_ALL_SITES' : 'ON_CLICK',
    );
    await until('the choice made', async () => {
      const { origins } = await inBackground<{ origins: string[] }>(launched, 'chrome.permissions.getAll()');
      return origins.length > 0 === given;
    });
    await page.close();
    return;
  }
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

/** All that the extension has stored, but for the fingerprint of its own notes, by which it tells an update. */
export async function storedByReader(launched: Launched): Promise<Record<string, unknown>> {
  const { 'seen-notes': _own, ...rest } = await allStored(launched);
  return rest;
}

async function allStored(launched: Launched): Promise<Record<string, unknown>> {
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
