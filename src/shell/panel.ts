/** The panel beside the page: Chrome's `sidePanel`, Firefox's `sidebarAction`. Browsers on phones have neither. */
import * as v from 'valibot';
import { browser } from './browser.ts';

interface SidePanel {
  open(options: { windowId: number }): Promise<void>;
}

const canOpen = (api: unknown): api is SidePanel => typeof api === 'object' && api !== null && 'open' in api;

/** Not in the polyfill's types, since Firefox has no such API. */
function sidePanel(): SidePanel | null {
  const api: unknown = Reflect.get(browser, 'sidePanel');
  return canOpen(api) ? api : null;
}

/** Missing at run time where the types promise it: in Chrome, and in Firefox on a phone. */
const sidebar = (): Pick<typeof browser.sidebarAction, 'open'> | undefined => browser.sidebarAction;

export const hasPanel = (): boolean => sidePanel() !== null || sidebar() !== undefined;

/**
 * Opens the panel of a window. Call from a click and before any `await`: browsers refuse it elsewhere.
 * @returns false where the browser has no panel or would not open it
 */
export async function openPanel(windowId: number): Promise<boolean> {
  try {
    const opening = sidePanel()?.open({ windowId }) ?? sidebar()?.open();
    await opening;
    return opening !== undefined;
  } catch {
    return false;
  }
}

/**
 * Whether a press in a page may open the panel. Chrome takes the press along with the message that asks for it (116 and
 * later); Firefox opens its sidebar from its own controls and our own pages only.
 */
export const opensFromPages = (): boolean => sidePanel() !== null;

const KEY = 'panelRecord';
const asked = v.object({ windowId: v.number(), id: v.string() });

/**
 * Opens the panel of a window at a record. Call before any `await`, as {@link openPanel}.
 * @returns false where the browser would not open it
 */
export async function openPanelAt(windowId: number, id: string): Promise<boolean> {
  const opening = openPanel(windowId);
  // Kept for the session, because a panel that opens only now cannot be told.
  await browser.storage.session.set({ [KEY]: { windowId, id } }).catch(() => undefined);
  return opening;
}

/** For the panel itself: calls back with the record asked for before it opened, and with each one asked for later. */
export function onPanelRecord(windowId: number, show: (id: string) => void, signal?: AbortSignal): void {
  const take = (raw: unknown): void => {
    const value = v.safeParse(asked, raw);
    if (!value.success || value.output.windowId !== windowId) return;
    show(value.output.id);
    void browser.storage.session.remove(KEY).catch(() => undefined);
  };
  const changed = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'session' && KEY in changes) take(changes[KEY]?.newValue);
  };
  browser.storage.onChanged.addListener(changed);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(changed), { once: true });
  void browser.storage.session.get(KEY).then(
    (kept) => take(kept[KEY]),
    () => undefined,
  );
}
