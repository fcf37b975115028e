/** The panel beside the page: Chrome's `sidePanel`, Firefox's `sidebarAction`. Browsers on phones have neither. */
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
