/** The card behind its closed shadow root: what it says, where it stands, its buttons. */
import type { CDPSession, Page } from 'puppeteer-core';
import type { Launched } from '../launch.ts';
import { inContent, inFirefox, VISIBLE_TEXT } from './privileged.ts';
import { until } from './until.ts';

const CARD_HOST = 'station-brief-card';

/** Text of the open card, null when none is open. Reads behind the closed root: CDP in Chromium, privileged in Firefox. */
export async function cardText(launched: Launched, page: Page): Promise<string | null> {
  const text =
    launched.kind === 'chrome'
      ? await chromeCard(
          page,
          `function () { const root = this.querySelector('.sb-card'); if (!root || !this.host.matches(':popover-open') && getComputedStyle(this.host).display === 'none') return ''; ${VISIBLE_TEXT} }`,
        )
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
          inContent(
            'gBrowser.selectedBrowser',
            `const root = doc.querySelector('${CARD_HOST}').openOrClosedShadowRoot.querySelector('.sb-card'); ${BOX}`,
          ),
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
      : await inFirefox<string | null>(
          launched,
          inContent(
            'gBrowser.selectedBrowser',
            `const root = doc.querySelector('${CARD_HOST}').openOrClosedShadowRoot; ${press}`,
          ),
        );
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
    const { result } = await cdp.send('Runtime.callFunctionOn', {
      functionDeclaration: declaration,
      objectId: object.objectId ?? '',
      returnByValue: true,
    });
    return typeof result.value === 'string' ? result.value : null;
  } catch {
    return null; // the tree changed while it was read
  } finally {
    await cdp.detach().catch(() => undefined);
  }
}

/** The card's text once it is open. */
export const waitForCard = (launched: Launched, page: Page): Promise<string> =>
  until('the card', () => cardText(launched, page));
export const waitForNoCard = (launched: Launched, page: Page): Promise<true> =>
  until('no card', async () => ((await cardText(launched, page)) === null ? true : null));
