/** Installation, updates and the clock. */
import { browser } from './browser.ts';

/** Runs once after the extension was installed or updated, and when the browser starts. */
export function onInstalled(run: () => void): void {
  browser.runtime.onInstalled.addListener(run);
  browser.runtime.onStartup.addListener(run);
}

/** The reader's own day as `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
