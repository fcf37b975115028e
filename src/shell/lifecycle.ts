/** Installation, what the reader allows later, and the clock. */
import { browser } from './browser.ts';
import { patternsOf } from './sites.ts';

/** Runs once after the extension was installed or updated, and when the browser starts. */
export function onInstalled(run: () => void): void {
  browser.runtime.onInstalled.addListener(run);
  browser.runtime.onStartup.addListener(run);
}

/** Runs once in the life of an installation; never after an update of the extension or of the browser. */
export function onFirstInstall(run: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') run();
  });
}

/** Hosts in match patterns, as settings store them, without those on the shipped list. `*://*.a.org/*` is `a.org`. */
function ownHosts(origins: readonly string[] = []): string[] {
  const listed = new Set(
    (browser.runtime.getManifest().content_scripts ?? []).flatMap((s) => s.matches ?? []),
  );
  const hosts = origins
    .filter((origin) => !listed.has(origin))
    .flatMap((origin) => /^[a-z*]+:\/\/(?:\*\.)?([^/*]+)\//.exec(origin)?.[1] ?? []);
  return [...new Set(hosts)];
}

/** Calls back with the hosts the reader has just allowed or taken back, here or in the browser's own settings. */
export function onHosts(changed: (allowed: boolean, hosts: string[]) => void): void {
  const tell = (allowed: boolean, origins: readonly string[] | undefined) => {
    const hosts = ownHosts(origins);
    if (hosts.length) changed(allowed, hosts);
  };
  browser.permissions.onAdded.addListener(({ origins }) => tell(true, origins));
  browser.permissions.onRemoved.addListener(({ origins }) => tell(false, origins));
}

/** Gives back what the reader had allowed. Hosts of the shipped list stay: browsers keep what the manifest names. */
export async function release(hosts: readonly string[]): Promise<void> {
  if (hosts.length) await browser.permissions.remove({ origins: hosts.flatMap(patternsOf) });
}

const two = (n: number) => String(n).padStart(2, '0');

/** The reader's own day as `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
