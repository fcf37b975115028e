/** The background of the extension: its badge, its sleep, its storage, its replacement by a new version. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Launched } from '../launch.ts';
import { ROOT } from '../load-facts.ts';
import { GECKO_ID, inFirefox } from './privileged.ts';

/** Text of the toolbar badge of the selected tab. */
export async function badgeText(launched: Launched, page: Page): Promise<string> {
  if (launched.kind === 'firefox') {
    return inFirefox<string>(
      launched,
      `async () => {
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const action = ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID('${GECKO_ID}').extension);
        return action.action.getProperty(gBrowser.selectedTab, 'badgeText') ?? '';
      }`,
    );
  }
  await page.bringToFront();
  return inBackground(
    launched,
    `chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`,
  );
}

/** Evaluates in Chromium's background worker, waking it when it sleeps. */
export async function inBackground<T>(launched: Launched, expression: string): Promise<T> {
  const target = await launched.browser.waitForTarget(
    (t) => t.type() === 'service_worker' && t.url().startsWith('chrome-extension://'),
    { timeout: 8000 },
  );
  const worker = await target.worker();
  if (!worker) throw new Error('the background worker cannot be reached');
  return (await worker.evaluate(expression)) as T;
}

/** Does what the keyboard shortcut of a command does (names as in the manifest). */
export async function pressCommand(launched: Launched, name: 'next-term' | 'previous-term'): Promise<void> {
  if (launched.kind === 'chrome') {
    await inBackground(launched, `chrome.commands.onCommand.dispatch('${name}')`);
    return;
  }
  const wanted = name === 'next-term' ? '/period|\\\\./i' : '/comma|,/i';
  await inFirefox(
    launched,
    `() => {
      const keys = [...document.querySelectorAll('keyset[id^="ext-keyset-id-station-brief"] key')];
      keys.find((key) => ${wanted}.test(key.getAttribute('key') ?? key.getAttribute('keycode'))).doCommand();
      return true;
    }`,
  );
}

/** Runs a function body with the extension's `browser` in Firefox's background page. */
const inGeckoBackground = (body: string): string => `async () => {
  const { extension } = WebExtensionPolicy.getByID('${GECKO_ID}');
  ${body}
}`;

/** Stops the background as the browser does when it has been idle. */
export async function stopBackground(launched: Launched): Promise<void> {
  if (launched.kind === 'firefox') {
    await inFirefox(
      launched,
      inGeckoBackground(
        'await extension.terminateBackground?.({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }); return true;',
      ),
    );
    return;
  }
  const target = launched.browser.targets().find((t) => t.type() === 'service_worker');
  const worker = await target?.worker();
  await worker?.close();
}

/** Puts a value (JSON text) into the extension's local storage, past our own code. */
export async function storeRaw(launched: Launched, key: string, json: string): Promise<void> {
  if (launched.kind === 'chrome') {
    await inBackground(launched, `chrome.storage.local.set({ ${JSON.stringify(key)}: ${json} })`);
    return;
  }
  await inFirefox(
    launched,
    inGeckoBackground(`
      const { ExtensionStorageIDB } = ChromeUtils.importESModule('resource://gre/modules/ExtensionStorageIDB.sys.mjs');
      const principal = ExtensionStorageIDB.getStoragePrincipal(extension);
      const store = await ExtensionStorageIDB.open(principal);
      await store.set({ ${JSON.stringify(key)}: ${json} });
      return true;`),
  );
}

/** What the stores do when a new version arrives: the old code ends under the open pages. */
export async function updateExtension(launched: Launched): Promise<void> {
  if (launched.kind === 'chrome') {
    await launched.browser.installExtension(join(ROOT, 'dist/chrome'));
    return;
  }
  await inFirefox(
    launched,
    `async () => {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const addon = await AddonManager.getAddonByID('${GECKO_ID}');
      await addon.reload();
      return true;
    }`,
  );
}

/** Switches the extension off or on again, as a reader does on the browser's page of extensions. */
export async function enableExtension(launched: Launched, on: boolean): Promise<void> {
  if (launched.kind === 'firefox') {
    await inFirefox(
      launched,
      `async () => {
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const addon = await AddonManager.getAddonByID('${GECKO_ID}');
        await addon.${on ? 'enable' : 'disable'}();
        return true;
      }`,
    );
    return;
  }
  const page = await launched.browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(`chrome.management.setEnabled('${launched.extensionId}', ${on})`);
  await page.close();
}

/** Takes the extension out of the browser; it does not come back in this session. */
export async function removeExtension(launched: Launched): Promise<void> {
  if (launched.kind === 'chrome') {
    await launched.browser.uninstallExtension(launched.extensionId);
    return;
  }
  await inFirefox(
    launched,
    `async () => {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      await (await AddonManager.getAddonByID('${GECKO_ID}')).uninstall();
      return true;
    }`,
  );
}
