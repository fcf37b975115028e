/** The real toolbar popup of both browsers. */
import { writeFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { Launched } from '../launch.ts';
import { inBackground } from './background.ts';
import { GECKO_ID, inContent, inFirefox, POPUP_BROWSER, snapshot, VISIBLE_TEXT } from './privileged.ts';
import { until } from './until.ts';

export interface Popup {
  text(): Promise<string>;
  /** presses the first element that matches, or the first button with that text */
  press(what: string): Promise<void>;
  picture(file: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the toolbar popup of the selected tab, as a click on the button does.
 * @param how `script`: from the background, without the click's activeTab; Chromium ends when a click is asked for
 *   after the extension was reloaded
 */
export function openPopup(launched: Launched, page: Page, how: 'click' | 'script' = 'click'): Promise<Popup> {
  return launched.kind === 'chrome' ? chromePopup(launched, page, how) : firefoxPopup(launched);
}

async function chromePopup(launched: Launched, page: Page, how: 'click' | 'script'): Promise<Popup> {
  await page.bringToFront();
  if (how === 'script') await inBackground(launched, 'chrome.action.openPopup()');
  else {
    const extension = (await launched.browser.extensions()).get(launched.extensionId);
    if (!extension) throw new Error('the extension is not loaded');
    await page.triggerExtensionAction(extension);
  }
  const target = await launched.browser.waitForTarget((t) => t.url().endsWith('/popup.html'), {
    timeout: 8000,
  });
  const popup = await target.asPage();
  return {
    text: () =>
      popup.evaluate(
        `(() => { const root = document.body ?? document.documentElement; ${VISIBLE_TEXT} })()`,
      ) as Promise<string>,
    press: async (what) => {
      await popup.evaluate((wanted) => {
        const buttons = [...document.querySelectorAll<HTMLElement>('button, a, summary')];
        (
          buttons.find((b) => b.textContent?.trim().startsWith(wanted)) ??
          document.querySelector<HTMLElement>(wanted)
        )?.click();
      }, what);
    },
    picture: async (file) => {
      writeFileSync(file, await popup.screenshot());
    },
    close: () => popup.close().catch(() => undefined),
  };
}

async function firefoxPopup(launched: Launched): Promise<Popup> {
  await inFirefox(
    launched,
    `async () => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID('${GECKO_ID}');
      const action = ExtensionParent.apiManager.global.browserActionFor(extension);
      // As a click does: this also grants activeTab.
      await action.triggerAction(window);
      return true;
    }`,
  );
  const read = async (body: string) =>
    (await inFirefox<string | null>(launched, inContent(POPUP_BROWSER, body))) ?? '';
  await until('the panel', () =>
    inFirefox<boolean>(launched, `async () => Boolean(${POPUP_BROWSER}?.messageManager)`),
  );
  return {
    text: () => read(`const root = doc.body ?? doc.documentElement; ${VISIBLE_TEXT}`),
    press: async (what) => {
      await read(
        `const wanted = ${JSON.stringify(what)}; const all = [...doc.querySelectorAll('button, a, summary')]; const el = all.find((b) => b.textContent.trim().startsWith(wanted)) || doc.querySelector(wanted); el && el.click(); return ''`,
      );
    },
    picture: async (file) => {
      const data = await snapshot(launched, POPUP_BROWSER, 1.5);
      writeFileSync(file, Buffer.from(data, 'base64'));
    },
    close: async () => {
      await inFirefox(
        launched,
        `async () => { document.querySelector('panel[open] , panel')?.hidePopup?.(); for (const p of document.querySelectorAll('panel')) p.hidePopup?.(); return true; }`,
      );
      await until('the popup gone', () => inFirefox<boolean>(launched, `async () => !${POPUP_BROWSER}`));
    },
  };
}
