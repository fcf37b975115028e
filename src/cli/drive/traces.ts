/** What of an extension can be found in a page, from every world that runs there. */
import type { CDPSession, Page } from 'puppeteer-core';
import type { Launched } from '../launch.ts';
import { inContent, inFirefox } from './privileged.ts';

export interface Traces {
  /** `event on target`, of every script in the page, sorted */
  listeners: string[];
  /** names under which ranges are painted */
  highlights: string[];
  sheets: number;
  markup: string;
}

const TARGETS = ['window', 'document', 'document.documentElement', 'document.body', 'window.navigation'];

/** @param page must be the tab in front */
export async function tracesIn(launched: Launched, page: Page): Promise<Traces> {
  const listeners =
    launched.kind === 'chrome' ? await chromeListeners(page) : await firefoxListeners(launched);
  const seen = await page.evaluate(() => ({
    highlights: [...(CSS as unknown as { highlights: Map<string, unknown> }).highlights.keys()],
    sheets: document.adoptedStyleSheets.length,
    markup: document.documentElement.outerHTML,
  }));
  return { listeners: listeners.sort(), ...seen };
}

async function chromeListeners(page: Page): Promise<string[]> {
  const cdp = await page.createCDPSession();
  try {
    const out: string[] = [];
    // A world tells only of its own listeners.
    for (const world of [null, ...(await isolatedWorlds(cdp))])
      for (const target of TARGETS) {
        const where = world === null ? {} : { contextId: world };
        const { result } = await cdp.send('Runtime.evaluate', { expression: target, ...where });
        if (!result.objectId) continue;
        const { listeners } = await cdp.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
        out.push(...listeners.map((l) => `${l.type} on ${target}`));
      }
    return out;
  } finally {
    await cdp.detach();
  }
}

async function firefoxListeners(launched: Launched): Promise<string[]> {
  const list = await inFirefox<string[]>(
    launched,
    inContent(
      'gBrowser.selectedBrowser',
      `const window = doc.defaultView; const document = doc;
       return [${TARGETS.map((t) => `['${t}', ${t}]`).join(', ')}].flatMap(([name, target]) =>
         target ? Services.els.getListenerInfoFor(target).filter((l) => !l.inSystemEventGroup).map((l) => l.type + ' on ' + name) : []);`,
    ),
  );
  return list ?? [];
}

/** How many observers of changes live in content scripts' worlds; Chromium alone can count them. */
export async function liveObservers(page: Page): Promise<number> {
  const cdp = await page.createCDPSession();
  try {
    let count = 0;
    for (const id of await isolatedWorlds(cdp)) {
      const { result } = await cdp.send('Runtime.evaluate', {
        expression: 'MutationObserver.prototype',
        contextId: id,
      });
      if (!result.objectId) continue;
      const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
      const { result: length } = await cdp.send('Runtime.callFunctionOn', {
        objectId: objects.objectId ?? '',
        functionDeclaration: 'function () { return this.length; }',
        returnByValue: true,
      });
      count += Number(length.value);
    }
    return count;
  } finally {
    await cdp.detach();
  }
}

/** Worlds of extensions in the page's main frame. */
async function isolatedWorlds(cdp: CDPSession): Promise<number[]> {
  const ids: number[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) ids.push(context.id);
  });
  await cdp.send('Runtime.enable');
  return ids;
}
