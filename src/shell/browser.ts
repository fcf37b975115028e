/** The one door to the browser's extension API: every other file asks a file of this room. */
import browser from 'webextension-polyfill';

export { browser };

/** In a content script: whether its tab is of a private window. Chrome's own pages are never told so; ask their tab. */
export const isPrivate = (): boolean => browser.extension?.inIncognitoContext === true;

/** False in a content script whose extension was updated, disabled or removed under the open page. */
export function isConnected(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}
