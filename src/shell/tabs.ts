/** The tab the reader looks at. */
import { browser } from './browser.ts';

/** `url` is there only where we may read it. */
export async function activeTab(): Promise<{ id: number; url: string | undefined } | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url };
}

/** Language the browser speaks, as an ISO 639-1 code. */
export const browserLanguage = (): string => browser.i18n.getUILanguage().slice(0, 2).toLowerCase();

export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();
export const version = (): string => browser.runtime.getManifest().version;
