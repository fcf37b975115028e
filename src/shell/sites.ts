/** Which sites we may run on: the list in the manifest, and what the reader allowed beside it. */
import { browser } from './browser.ts';

const SCRIPT_ID = 'station-brief-allowed';
const FIRST_SCRIPT = 'gate.js';
const READER = 'reader.js';

/** Host of an address as settings store it; null for pages that are not of the web. */
export function hostOf(url: string | undefined): string | null {
  if (!url) return null;
  try {
    const { protocol, host } = new URL(url);
    return protocol === 'http:' || protocol === 'https:' ? host.replace(/^www\.(?=[^:])/, '') : null;
  } catch {
    return null;
  }
}

/** Match patterns for one host and its subdomains. */
export const patternsOf = (host: string): string[] => [
  `*://${host.replace(/:\d+$/, '')}/*`,
  `*://*.${host.replace(/:\d+$/, '')}/*`,
];

export type Injection = 'done' | 'restricted';

/** Loads the reader, which carries the card, into a tab. */
export const loadReader = (tabId: number): Promise<Injection> => inject(tabId, READER);

async function inject(tabId: number, file: string): Promise<Injection> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [`/${file}`] });
    return 'done';
  } catch {
    return 'restricted'; // a page of the browser or of its store, or no permission
  }
}

/** Whether we run on a host without being asked: it is on the list, or the reader allowed it. */
export const isAllowed = (host: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [`*://${host.replace(/:\d+$/, '')}/*`] }).catch(() => false);

/** Asks the reader for one host. Must be called from a click: browsers refuse it elsewhere. */
export const askFor = (host: string): Promise<boolean> =>
  browser.permissions.request({ origins: patternsOf(host) });

/** Keeps the registered script in step with the hosts the reader allowed; call after any change of permissions. */
export async function registerAllowed(): Promise<void> {
  const manifest = browser.runtime.getManifest();
  const listed = new Set((manifest.content_scripts ?? []).flatMap((s) => s.matches ?? []));
  const granted = (await browser.permissions.getAll()).origins ?? [];
  const matches = granted.filter((origin) => !listed.has(origin) && /^(\*|https?):\/\//.test(origin));
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (!matches.length) {
    if (known.length) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = {
    id: SCRIPT_ID,
    js: [FIRST_SCRIPT],
    matches,
    runAt: 'document_end' as const,
    persistAcrossSessions: true,
  };
  if (known.length) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Runs `changed` whenever permissions were given or taken away. */
export function onPermissions(changed: () => void): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}
