/** The toolbar button: grey at rest, a small count where there is something to read. Never red, never moving. */
import { browser } from './browser.ts';

const INK = '#44546a';

/** @param count of notes; 0 clears it */
export async function showCount(tabId: number, count: number): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: INK });
    await browser.action.setBadgeText({ tabId, text: count ? String(Math.min(count, 99)) : '' });
    const icon = count ? 'active' : 'rest';
    await browser.action.setIcon({
      tabId,
      path: { 16: `/icons/${icon}-16.png`, 32: `/icons/${icon}-32.png` },
    });
  } catch {
    // the tab is gone, or the browser has no badge (Android)
  }
}
