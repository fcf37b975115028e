/** First script on a listed site: looks once, and asks for the reader only where it may be needed. */
import { firstLook } from '../page/gate.ts';

/** One per page: a second injection (after “read this page”) must not look again. */
const OWNER = '__stationBriefGate';

/** The raw API, not the polyfill: this file is on every page. Chrome's promises serve. */
declare const chrome: { runtime?: { id?: string; sendMessage(message: unknown): Promise<unknown> } };
declare const browser: typeof chrome | undefined;

/** The background may have been stopped under the question; it is asked at most so often. */
const MOST_ASKED = 3;

/** A page without text yet is looked at again after these, in ms. */
const AGAIN = [400, 1500, 4000];

function start(): void {
  /**
   * Asked for late: the browser makes this object when it is first touched, which costs more than the look.
   * Not “typeof browser”: an element of the page with that id answers to the name as well.
   */
  const runtime = () => (Object.hasOwn(globalThis, 'browser') && browser ? browser : chrome).runtime;
  const over = new AbortController();
  /** The extension was switched off or updated under the page. */
  const isGone = (): boolean => {
    if (!runtime()?.id) over.abort();
    return over.signal.aborted;
  };
  let asked = false;
  let times = 0;
  let address = '';
  const look = (attempt: number): void => {
    if (asked || over.signal.aborted) return;
    const { worth, thin } = firstLook(document, location.href);
    if (worth) {
      if (isGone()) return;
      asked = true;
      times++;
      const lost = () => {
        asked = false;
        if (times < MOST_ASKED) setTimeout(() => look(0), AGAIN[times]);
      };
      // Left unanswered, it comes back empty. Answered, there is nothing left to do here: the reader watches by itself.
      runtime()
        ?.sendMessage({ kind: 'page:candidate', ask: {} })
        .then((reply) => (reply ? over.abort() : lost()), lost);
    } else if (thin && attempt < AGAIN.length) setTimeout(() => look(attempt + 1), AGAIN[attempt]);
  };
  const moved = (): void => {
    const now = location.href.split('#')[0] ?? '';
    if (now === address || isGone()) return;
    address = now;
    setTimeout(() => look(0), address ? AGAIN[0] : 0);
  };
  address = location.href.split('#')[0] ?? '';
  look(0);
  // Pages that change their address without a load.
  const navigation = (window as { navigation?: EventTarget }).navigation;
  (navigation ?? window).addEventListener(navigation ? 'currententrychange' : 'popstate', moved, {
    signal: over.signal,
  });
}

try {
  const scope = globalThis as unknown as Record<string, boolean | undefined>;
  // Own properties only: an element of the page with that id would keep us out.
  if (!Object.hasOwn(scope, OWNER)) {
    scope[OWNER] = true;
    start();
  }
} catch {
  // Nothing of ours may disturb a page.
}
