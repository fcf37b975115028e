/** What only Firefox's own window may do: reach panels, closed shadow roots and the extension's background. */
import type { Launched } from '../launch.ts';

/** Id of the extension in Firefox, as the manifest gives it. */
export const GECKO_ID = 'station-brief@station-brief.example';

/** An expression: the browser inside the popup's panel that was shown last, for an earlier one may still be closing. */
export const POPUP_BROWSER = `[...document.querySelectorAll('.webextension-popup-browser')].at(-1)`;

interface Bidi {
  send(
    method: string,
    params: Record<string, unknown>,
  ): Promise<{
    result: {
      contexts?: { context: string }[];
      result?: { value?: unknown };
      exceptionDetails?: { text: string };
    };
  }>;
}

/** Runs an expression in Firefox's own window and gives its (JSON) value. */
export async function inFirefox<T>(launched: Launched, expression: string): Promise<T> {
  const { connection } = launched.browser as unknown as { connection: Bidi };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = tree.result.contexts?.[0]?.context;
  const answer = await connection.send('script.evaluate', {
    expression: `(async () => JSON.stringify(await (${expression})()))()`,
    target: { context },
    awaitPromise: true,
  });
  if (answer.result.exceptionDetails) throw new Error(answer.result.exceptionDetails.text);
  return JSON.parse(String(answer.result.result?.value ?? 'null')) as T;
}

/** Runs a function body in the process of a tab or panel of Firefox, with its document as `doc`, and gives its value. */
export const inContent = (browserElement: string, body: string): string => `() => new Promise((done) => {
  setTimeout(() => done(null), 2500); // the document went away before it could answer
  const mm = (${browserElement}).messageManager;
  const name = 'sb:' + Math.random();
  mm.addMessageListener(name, function take({ data }) { mm.removeMessageListener(name, take); done(data); });
  mm.loadFrameScript('data:,' + encodeURIComponent('(() => { const doc = content.document; let value = null; try { value = (() => {' + ${JSON.stringify(body)} + '})(); } catch (e) { value = "error: " + e; } sendAsyncMessage(' + JSON.stringify(name) + ', value); })()'), false);
})`;

/** Text below a node, buttons and headings on lines of their own; what a reader would see. */
export const VISIBLE_TEXT = `
  const lines = [];
  const walk = (node) => {
    if (node.nodeType === 3) { const t = node.data.replace(/\\s+/g, ' ').trim(); if (t) lines.push(t); return; }
    if (node.nodeType === 1) {
      const style = (typeof content === 'undefined' ? globalThis : content).getComputedStyle(node);
      if (['STYLE', 'SCRIPT'].includes(node.tagName) || style.display === 'none' || style.visibility === 'hidden') return;
    }
    for (const child of node.childNodes) walk(child);
  };
  walk(root);
  return lines.join('\\n');`;

/**
 * A picture (PNG, base64) of what a browser element of Firefox's window shows, at `scale` device pixels per CSS px.
 * @param tall CSS px from the top of the document; as much as the element shows unless given
 */
export const snapshot = (
  launched: Launched,
  element: string,
  scale: number,
  tall?: number,
): Promise<string> =>
  inFirefox<string>(
    launched,
    `async () => {
      const element = ${element};
      const box = element.getBoundingClientRect();
      const [width, height] = [box.width, ${tall ?? 'box.height'}];
      const bitmap = await element.browsingContext.currentWindowGlobal.drawSnapshot(new DOMRect(0, 0, width, height), ${scale}, 'white');
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      canvas.getContext('2d').drawImage(bitmap, 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    }`,
  );

/** Presses a key in the tab in front of Firefox, as the keyboard would: pages see an event they may trust. */
export const pressKey = (launched: Launched, key: string): Promise<boolean> =>
  inFirefox<boolean>(
    launched,
    `async () => {
      gBrowser.selectedBrowser.focus();
      const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      if (!input.beginInputTransactionForTests(window)) return false;
      const event = new KeyboardEvent('keydown', { key: ${JSON.stringify(key)} });
      input.keydown(event);
      input.keyup(event);
      return true;
    }`,
  );
