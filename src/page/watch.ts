/** What a living page does: text that changes or arrives late, and moves to another address without a load. */
import { first } from './dom.ts';

/** Changes are gathered for so long before the page is read again, in ms: long enough for a burst of rendering. */
export const SETTLE = 350;
/** A page that never rests is read again at most so often, in ms. */
const AT_LEAST_EVERY = 2500;

/**
 * Calls `changed` after text below `root` changed and came to rest.
 * @param ignore true for nodes of ours
 * @returns watches one more tree, such as an open shadow root, which an observer does not see into; again does nothing
 */
export function watchText(
  root: Node,
  changed: () => void,
  signal: AbortSignal,
  ignore: (node: Node) => boolean,
): (tree: Node) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const fire = () => {
    timer = undefined;
    since = 0;
    changed();
  };
  const observer = new MutationObserver((records) => {
    if (records.every((r) => ignore(r.target) || !bringsText(r, ignore))) return;
    const now = performance.now();
    since ||= now;
    if (timer !== undefined) clearTimeout(timer);
    timer = setTimeout(fire, Math.max(0, Math.min(SETTLE, since + AT_LEAST_EVERY - now)));
  });
  const watch = (tree: Node) =>
    signal.aborted
      ? undefined
      : observer.observe(tree, { childList: true, subtree: true, characterData: true });
  watch(root);
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      if (timer !== undefined) clearTimeout(timer);
    },
    { once: true },
  );
  return watch;
}

/** Text, or elements other than ours: opening a card is no change of the page. */
const bringsText = (record: MutationRecord, ignore: (node: Node) => boolean): boolean =>
  record.type === 'characterData' ||
  [...record.addedNodes, ...record.removedNodes].some((node) => !ignore(node));

type WithNavigation = Window & { navigation?: EventTarget };

/** Calls `moved` when the address changes without a load: Navigation API, History API, back and forward cache. */
export function watchAddress(win: Window, moved: () => void, signal: AbortSignal): void {
  let last = win.location.href.split('#')[0];
  const check = () => {
    const now = win.location.href.split('#')[0];
    if (now === last) return;
    last = now;
    moved();
  };
  const navigation = (win as WithNavigation).navigation;
  navigation?.addEventListener('currententrychange', check, { signal });
  win.addEventListener('popstate', check, { signal });
  win.addEventListener('hashchange', check, { signal });
  // Where the Navigation API is missing, a new address shows by the new title that comes with it.
  if (!navigation) {
    const title = first(win.document, 'title');
    if (title) {
      const observer = new MutationObserver(check);
      observer.observe(title, { childList: true, characterData: true, subtree: true });
      signal.addEventListener('abort', () => observer.disconnect(), { once: true });
    }
  }
}

/**
 * Calls `back` when the reader turns to the page again, from another tab or window or by going back to it.
 * @param back told whether the browser had put the page away meanwhile, so that nothing reached it
 */
export function watchReturn(win: Window, back: (wasAway: boolean) => void, signal: AbortSignal): void {
  const shown = (event: Event) => {
    if (event.isTrusted) back(event.type === 'pageshow' && (event as PageTransitionEvent).persisted);
  };
  // The visibility's change bubbles to the window, whose listeners no field of the page can shadow.
  for (const type of ['focus', 'pageshow', 'visibilitychange']) win.addEventListener(type, shown, { signal });
}
