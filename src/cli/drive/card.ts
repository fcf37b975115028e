/** The card behind its closed shadow root: what it says, where it stands, its buttons. */
import type { CDPSession, Page } from 'puppeteer-core';
import type { Launched } from '../launch.ts';
import { inContent, inFirefox, VISIBLE_TEXT } from './privileged.ts';
import { until } from './until.ts';

const CARD_HOST = 'station-brief-card';

/**
 * Evaluates a function body behind the closed root of the card, with the root as `root`, and gives its JSON value; null
 * when the page has no card. In Chromium `world` says whose functions and objects it meets. By CDP in Chromium, privileged in Firefox, where the page must be the tab in front.
 */
export async function inCard<T>(
  launched: Launched,
  page: Page,
  body: string,
  world: 'own' | 'page' = 'own',
): Promise<T | null> {
  const json =
    launched.kind === 'chrome'
      ? await chromeCard(
          page,
          `function () { const root = this; return JSON.stringify((() => { ${body} })() ?? null); }`,
          world,
        )
      : await inFirefox<string | null>(
          launched,
          inContent(
            'gBrowser.selectedBrowser',
            `const root = doc.querySelector('${CARD_HOST}')?.openOrClosedShadowRoot; return root ? JSON.stringify((() => { ${body} })() ?? null) : null;`,
          ),
        );
  return json === null ? null : (JSON.parse(json) as T);
}

/** Text of the open card, null when none is open. */
export async function cardText(launched: Launched, page: Page): Promise<string | null> {
  const text = await inCard<string>(
    launched,
    page,
    `const card = root.querySelector('.sb-card');
     if (!card || (!root.host.matches(':popover-open') && (typeof content === 'undefined' ? globalThis : content).getComputedStyle(root.host).display === 'none')) return null;
     return (() => { const root = card; ${VISIBLE_TEXT} })();`,
  );
  return text?.trim() || null;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const BOX = `const { x, y, width, height } = found.getBoundingClientRect(); return { x, y, width, height };`;

/** Where the open card stands, CSS px of the viewport. @throws Error when none is open */
export async function cardBox(launched: Launched, page: Page, selector = '.sb-card'): Promise<Box> {
  const box = await inCard<Box>(
    launched,
    page,
    `const found = root.querySelector(${JSON.stringify(selector)}); if (!found) return null; ${BOX}`,
  );
  if (!box) throw new Error(`no ${selector} is open`);
  return box;
}

/** A control of the card by the beginning of its words, or its label. */
const control = (words: string): string =>
  `const wanted = ${JSON.stringify(words)}; const found = [...root.querySelectorAll('button, a')].find((b) => b.textContent.trim().startsWith(wanted) || b.getAttribute('aria-label') === wanted);`;

/** Presses a button of the open card by script: no pointer moves, and the browser sees no click of a person. */
export async function pressInCard(launched: Launched, page: Page, words: string): Promise<void> {
  const done = await inCard<boolean>(
    launched,
    page,
    `${control(words)} found?.click(); return Boolean(found);`,
  );
  if (!done) throw new Error(`the card has no button “${words}”`);
}

/** Clicks a button of the open card with the mouse, as a reader does. */
export async function clickInCard(launched: Launched, page: Page, words: string): Promise<void> {
  const box = await until(`button “${words}” at rest`, async () => {
    const look = () =>
      inCard<Box>(
        launched,
        page,
        `${control(words)} if (!found) return null; found.scrollIntoView({ block: 'nearest' }); ${BOX}`,
      );
    const [one, two] = [await look(), await look()];
    return one && JSON.stringify(one) === JSON.stringify(two) ? one : null;
  });
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Calls a function on the card's closed shadow root in Chromium; null when there is no card host. */
async function chromeCard(page: Page, declaration: string, world: 'own' | 'page'): Promise<string | null> {
  const cdp: CDPSession = await page.createCDPSession();
  try {
    // In a world of its own: the page's may have other ideas of what its functions do.
    const { frameTree } = await cdp.send('Page.getFrameTree');
    const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'station-brief-tests',
    });
    const { result: host } = await cdp.send('Runtime.evaluate', {
      expression: `Document.prototype.querySelector.call(document, '${CARD_HOST}')`,
      contextId: executionContextId,
    });
    if (!host.objectId) return null;
    const { node } = await cdp.send('DOM.describeNode', { objectId: host.objectId, depth: 0, pierce: true });
    const shadow = node.shadowRoots?.[0];
    if (!shadow) return null;
    const { object } = await cdp.send('DOM.resolveNode', {
      backendNodeId: shadow.backendNodeId,
      ...(world === 'own' ? { executionContextId } : {}),
    });
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
