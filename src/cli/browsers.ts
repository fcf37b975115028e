/** Finds the browsers of this machine; on Debian as root, installs what is missing. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export type BrowserKind = 'chrome' | 'firefox';

const NAMES: Record<BrowserKind, string[]> = {
  chrome: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'brave-browser',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

const ELSEWHERE: Record<BrowserKind, string[]> = {
  chrome: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

const PACKAGES: Record<BrowserKind, string> = { chrome: 'chromium', firefox: 'firefox-esr' };

/** Path of a browser, from CHROME_PATH / FIREFOX_PATH, the search path or the usual places; null when there is none. */
export function findBrowser(kind: BrowserKind): string | null {
  const given = process.env[kind === 'chrome' ? 'CHROME_PATH' : 'FIREFOX_PATH'];
  if (given && existsSync(given)) return given;
  const folders = (process.env['PATH'] ?? '').split(process.platform === 'win32' ? ';' : ':');
  for (const name of NAMES[kind]) {
    for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name);
  }
  return ELSEWHERE[kind].find((path) => existsSync(path)) ?? null;
}

const isDebianRoot = (): boolean => existsSync('/etc/debian_version') && process.getuid?.() === 0;

/**
 * Finds a browser or, on Debian as root, installs it.
 * @throws Error that says what to install, where we may not
 */
export function needBrowser(kind: BrowserKind): string {
  const found = findBrowser(kind);
  if (found) return found;
  if (isDebianRoot()) {
    console.log(`installing ${PACKAGES[kind]} …`);
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', PACKAGES[kind], 'fonts-dejavu-core'],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      },
    );
    const installed = findBrowser(kind);
    if (installed) return installed;
  }
  const what = kind === 'chrome' ? 'Chrome, Chromium or Edge' : 'Firefox';
  throw new Error(
    `No ${what} was found. Install it, or set ${kind === 'chrome' ? 'CHROME_PATH' : 'FIREFOX_PATH'} to its program.`,
  );
}
