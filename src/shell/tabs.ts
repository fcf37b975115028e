/** The tab the reader looks at, and pages of our own. */
import { browser } from './browser.ts';

export interface ActiveTab {
  id: number;
  windowId: number | undefined;
  /** there only where we may read it */
  url: string | undefined;
  /** of a private window: nothing about it may be stored */
  secret: boolean;
}

/** The active tab of the window that the caller is part of; null while a window has none. */
export async function activeTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined
    ? null
    : { id: tab.id, windowId: tab.windowId, url: tab.url, secret: tab.incognito };
}

/** Missing in Firefox on a phone. */
const windows = (): Pick<typeof browser.windows, 'onFocusChanged'> | undefined => browser.windows;

/** Calls back when another tab comes to the front, when a tab begins or ends loading, and when a window takes focus. */
export function onTabShown(changed: () => void, signal?: AbortSignal): void {
  const updated = (_id: number, change: { status?: string | undefined }) => {
    if (change.status !== undefined) changed();
  };
  browser.tabs.onActivated.addListener(changed);
  browser.tabs.onUpdated.addListener(updated);
  windows()?.onFocusChanged.addListener(changed);
  signal?.addEventListener(
    'abort',
    () => {
      browser.tabs.onActivated.removeListener(changed);
      browser.tabs.onUpdated.removeListener(updated);
      windows()?.onFocusChanged.removeListener(changed);
    },
    { once: true },
  );
}

/** Language the browser speaks, as an ISO 639-1 code. */
export const browserLanguage = (): string => browser.i18n.getUILanguage().slice(0, 2).toLowerCase();

export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();

/** Opens a page of the extension, such as `welcome.html`, in a tab in front. */
export async function openPage(page: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(page) });
}

export const version = (): string => browser.runtime.getManifest().version;
