/** Hands and eyes in a real browser: rest on a term, read the card behind its closed root, open the real popup. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import type { Launched } from './launch.ts';
import { ROOT } from './load-facts.ts';

export const GECKO_ID = 'station-brief@station-brief.example';
const CARD_HOST = 'station-brief-card';
/** A condition is looked at this often, in ms. */
const EVERY = 50;

/** Waits until `look` gives something; never sleeps longer than it must. @throws Error after `within` ms */
export async function until<T>(what: string, look: () => Promise<T | null | false | undefined>, within = 8000): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`waited ${within} ms for ${what}`);
    await new Promise((done) => setTimeout(done, EVERY));
  }
}

export interface PaintedMark {
  kind: 'term' | 'claim';
  text: string;
  /** middle of its first line box, CSS px of the viewport */
  x: number;
  y: number;
  visible: boolean;
}

/** Every underline on the page, as the page's own world sees it, in order of place. */
export function paintedMarks(page: Page): Promise<PaintedMark[]> {
  return page.evaluate(() => {
    const registry = (CSS as unknown as { highlights: Map<string, Iterable<StaticRange>> }).highlights;
    const out: (PaintedMark & { range: Range })[] = [];
    for (const kind of ['term', 'claim'] as const) {
      for (const fixed of registry.get(`station-brief-${kind}`) ?? []) {
        if (!fixed.startContainer.isConnected || !fixed.endContainer.isConnected) continue; // rendered anew since
        const range = document.createRange();
        range.setStart(fixed.startContainer, fixed.startOffset);
        range.setEnd(fixed.endContainer, fixed.endOffset);
        const box = range.getClientRects()[0];
        const text = range.toString().replace(/\u00ad/g, '').replace(/\s+/g, ' ');
        out.push({ kind, text, x: box ? box.x + box.width / 2 : -1, y: box ? box.y + box.height / 2 : -1, visible: Boolean(box?.width), range });
      }
    }
    out.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    return out.map(({ kind, text, x, y, visible }) => ({ kind, text, x, y, visible }));
  });
}

export const waitForMarks = (page: Page, least = 1, within?: number): Promise<PaintedMark[]> =>
  until(`${least} marks`, async () => {
    const marks = await paintedMarks(page);
    return marks.length >= least ? marks : null;
  }, within);

/**
 * Scrolls a mark to a height of the window and rests the pointer on it.
 * @param height 0 top, 1 bottom of the window
 */
export async function restOn(page: Page, text: string, height = 0.33): Promise<PaintedMark> {
  await page.evaluate((wanted, share) => {
    const registry = (CSS as unknown as { highlights: Map<string, Iterable<StaticRange>> }).highlights;
    for (const kind of ['term', 'claim']) {
      for (const fixed of registry.get(`station-brief-${kind}`) ?? []) {
        const range = document.createRange();
        range.setStart(fixed.startContainer, fixed.startOffset);
        range.setEnd(fixed.endContainer, fixed.endOffset);
        if (range.toString().replace(/\u00ad/g, '').replace(/\s+/g, ' ') !== wanted) continue;
        window.scrollBy(0, range.getBoundingClientRect().top - window.innerHeight * share);
        return;
      }
    }
  }, text, height);
  const mark = await until(`mark “${text}”`, async () => (await paintedMarks(page)).find((m) => m.text === text && m.visible));
  await page.mouse.move(mark.x - 30, mark.y + 60);
  await page.mouse.move(mark.x, mark.y, { steps: 4 });
  return mark;
}

interface Bidi {
  send(method: string, params: Record<string, unknown>): Promise<{ result: { contexts?: { context: string }[]; result?: { value?: unknown }; exceptionDetails?: { text: string } } }>;
}

/** Runs an expression in Firefox's own window and gives its (JSON) value. */
async function inFirefox<T>(launched: Launched, expression: string): Promise<T> {
  const { connection } = launched.browser as unknown as { connection: Bidi };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = tree.result.contexts?.[0]?.context;
  const answer = await connection.send('script.evaluate', { expression: `(async () => JSON.stringify(await (${expression})()))()`, target: { context }, awaitPromise: true });
  if (answer.result.exceptionDetails) throw new Error(answer.result.exceptionDetails.text);
  return JSON.parse(String(answer.result.result?.value ?? 'null')) as T;
}

/** Runs a function body in the process of a tab or panel of Firefox, with its document as `doc`, and gives its value. */
const inContent = (browserElement: string, body: string): string => `() => new Promise((done) => {
  const mm = (${browserElement}).messageManager;
  const name = 'sb:' + Math.random();
  mm.addMessageListener(name, function take({ data }) { mm.removeMessageListener(name, take); done(data); });
  mm.loadFrameScript('data:,' + encodeURIComponent('(() => { const doc = content.document; let value = null; try { value = (() => {' + ${JSON.stringify(body)} + '})(); } catch (e) { value = "error: " + e; } sendAsyncMessage(' + JSON.stringify(name) + ', value); })()'), false);
})`;

/** Text below a node, buttons and headings on lines of their own; what a reader would see. */
const VISIBLE_TEXT = `
  const lines = [];
  const walk = (node) => {
    if (node.nodeType === 3) { const t = node.data.replace(/\\s+/g, ' ').trim(); if (t) lines.push(t); return; }
    if (node.nodeType === 1) {
      const view = node.ownerDocument.defaultView;
      const style = view.getComputedStyle(node);
      if (['STYLE', 'SCRIPT'].includes(node.tagName) || style.display === 'none' || style.visibility === 'hidden') return;
    }
    for (const child of node.childNodes) walk(child);
  };
  walk(root);
  return lines.join('\\n');`;

/** Text of the open card, null when none is open. Reads behind the closed root: CDP in Chromium, privileged in Firefox. */
export async function cardText(launched: Launched, page: Page): Promise<string | null> {
  const text =
    launched.kind === 'chrome'
      ? await chromeCard(page, `function () { const root = this.querySelector('.sb-card'); if (!root || !this.host.matches(':popover-open') && getComputedStyle(this.host).display === 'none') return ''; ${VISIBLE_TEXT} }`)
      : await inFirefox<string | null>(
          launched,
          inContent(
            'gBrowser.selectedBrowser',
            `const host = doc.querySelector('${CARD_HOST}'); const root = host && host.openOrClosedShadowRoot.querySelector('.sb-card'); if (!root) return null; ${VISIBLE_TEXT}`,
          ),
        );
  return text?.trim() || null;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const BOX = `const box = root.getBoundingClientRect(); return JSON.stringify({ x: box.x, y: box.y, width: box.width, height: box.height });`;

/** Where the open card stands, CSS px of the viewport. @throws Error when none is open */
export async function cardBox(launched: Launched, page: Page): Promise<Box> {
  const text =
    launched.kind === 'chrome'
      ? await chromeCard(page, `function () { const root = this.querySelector('.sb-card'); ${BOX} }`)
      : await inFirefox<string | null>(
          launched,
          inContent('gBrowser.selectedBrowser', `const root = doc.querySelector('${CARD_HOST}').openOrClosedShadowRoot.querySelector('.sb-card'); ${BOX}`),
        );
  if (!text) throw new Error('no card is open');
  return JSON.parse(text) as Box;
}

/** Presses a button of the open card by the beginning of its words. */
export async function pressInCard(launched: Launched, page: Page, words: string): Promise<void> {
  const press = `const wanted = ${JSON.stringify(words)}; const el = [...root.querySelectorAll('button, a, summary')].find((b) => b.textContent.trim().startsWith(wanted)); if (el) el.click(); return el ? 'pressed' : '';`;
  const done =
    launched.kind === 'chrome'
      ? await chromeCard(page, `function () { const root = this; ${press} }`)
      : await inFirefox<string | null>(launched, inContent('gBrowser.selectedBrowser', `const root = doc.querySelector('${CARD_HOST}').openOrClosedShadowRoot; ${press}`));
  if (done !== 'pressed') throw new Error(`the card has no button “${words}”`);
}

/** Calls a function on the card's closed shadow root in Chromium; null when there is no card host. */
async function chromeCard(page: Page, declaration: string): Promise<string | null> {
  const cdp: CDPSession = await page.createCDPSession();
  try {
    const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
    const find = (node: typeof root): typeof root | null => {
      if (node.nodeName.toLowerCase() === CARD_HOST) return node.shadowRoots?.[0] ?? null;
      for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) {
        const found = find(child);
        if (found) return found;
      }
      return null;
    };
    const shadow = find(root);
    if (!shadow) return null;
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
    const { result } = await cdp.send('Runtime.callFunctionOn', { functionDeclaration: declaration, objectId: object.objectId ?? '', returnByValue: true });
    return typeof result.value === 'string' ? result.value : null;
  } catch {
    return null; // the tree changed while it was read
  } finally {
    await cdp.detach().catch(() => undefined);
  }
}

/** The card's text once it is open. */
export const waitForCard = (launched: Launched, page: Page): Promise<string> => until('the card', () => cardText(launched, page));
export const waitForNoCard = (launched: Launched, page: Page): Promise<true> =>
  until('no card', async () => ((await cardText(launched, page)) === null ? true : null));

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
  const target = await launched.browser.waitForTarget((t) => t.url().endsWith('/popup.html'), { timeout: 8000 });
  const popup = await target.asPage();
  return {
    text: () => popup.evaluate(`(() => { const root = document.body; ${VISIBLE_TEXT} })()`) as Promise<string>,
    press: async (what) => {
      await popup.evaluate((wanted) => {
        const buttons = [...document.querySelectorAll<HTMLElement>('button, a, summary')];
        (buttons.find((b) => b.textContent?.trim().startsWith(wanted)) ?? document.querySelector<HTMLElement>(wanted))?.click();
      }, what);
    },
    picture: async (file) => {
      writeFileSync(file, await popup.screenshot());
    },
    close: () => popup.close().catch(() => undefined),
  };
}

const PANEL = `document.querySelector('.webextension-popup-browser')`;

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
  const read = (body: string) => inFirefox<string>(launched, inContent(PANEL, body));
  await until('the panel', () => inFirefox<boolean>(launched, `async () => Boolean(${PANEL}?.messageManager)`));
  return {
    text: () => read(`const root = doc.body; ${VISIBLE_TEXT}`),
    press: async (what) => {
      await read(`const wanted = ${JSON.stringify(what)}; const all = [...doc.querySelectorAll('button, a, summary')]; const el = all.find((b) => b.textContent.trim().startsWith(wanted)) || doc.querySelector(wanted); el && el.click(); return ''`);
    },
    picture: async (file) => {
      const data = await inFirefox<string>(
        launched,
        `async () => {
          const global = ${PANEL}.browsingContext.currentWindowGlobal;
          const { width, height } = ${PANEL}.getBoundingClientRect();
          const bitmap = await global.drawSnapshot(new DOMRect(0, 0, width, height), 1.5, 'white');
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          canvas.getContext('2d').drawImage(bitmap, 0, 0);
          const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
          let text = '';
          for (const byte of bytes) text += String.fromCharCode(byte);
          return btoa(text);
        }`,
      );
      writeFileSync(file, Buffer.from(data, 'base64'));
    },
    close: async () => {
      await inFirefox(launched, `async () => { document.querySelector('panel[open] , panel')?.hidePopup?.(); for (const p of document.querySelectorAll('panel')) p.hidePopup?.(); return true; }`);
    },
  };
}

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
  return inBackground(launched, `chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`);
}

/** Evaluates in Chromium's background worker, waking it when it sleeps. */
export async function inBackground<T>(launched: Launched, expression: string): Promise<T> {
  const target = await launched.browser.waitForTarget((t) => t.type() === 'service_worker' && t.url().startsWith('chrome-extension://'), { timeout: 8000 });
  const worker = await target.worker();
  if (!worker) throw new Error('the background worker cannot be reached');
  return (await worker.evaluate(expression)) as T;
}

/** Runs a function body with the extension's `browser` in Firefox's background page. */
const inGeckoBackground = (body: string): string => `async () => {
  const { extension } = WebExtensionPolicy.getByID('${GECKO_ID}');
  ${body}
}`;

/** Stops the background as the browser does when it has been idle. */
export async function stopBackground(launched: Launched): Promise<void> {
  if (launched.kind === 'firefox') {
    await inFirefox(launched, inGeckoBackground('await extension.terminateBackground?.({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }); return true;'));
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
