/** Opens a real browser with the built extension in a fresh profile, its whole network led to the loopback proxy. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { needBrowser, type BrowserKind } from './browsers.ts';
import { inFirefox } from './drive/privileged.ts';
import { until } from './drive/until.ts';
import { ROOT } from './load-facts.ts';

export interface Launched {
  kind: BrowserKind;
  browser: Browser;
  /** id of the extension as its own addresses carry it; Firefox does not tell */
  extensionId: string;
  close(): Promise<void>;
}

export interface LaunchOptions {
  proxyPort: number;
  headless?: boolean;
  /** folder of the unpacked extension; null starts without it */
  extension?: string | null;
  /** leaves the page open that the installation opens; it would stand in front of the page under test */
  welcome?: boolean;
  /** system colour scheme */
  dark?: boolean;
  prefs?: Record<string, unknown>;
  args?: string[];
}

const CHROME_ARGS = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-default-apps',
  '--ignore-certificate-errors',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,OptimizationHints,MediaRouter,Translate',
  '--proxy-bypass-list=<-loopback>',
  '--lang=en-US',
];

const FIREFOX_PREFS = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.no_proxies_on': '',
  'network.proxy.allow_hijacking_localhost': true,
  'dom.security.https_first': false,
  'dom.security.https_only_mode': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'app.update.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'browser.region.update.enabled': false,
  'services.settings.server': 'data:,',
  'intl.locale.requested': 'en-US',
  'extensions.manifestV3.enabled': true,
};

export async function launch(kind: BrowserKind, options: LaunchOptions): Promise<Launched> {
  const executablePath = needBrowser(kind);
  const headless = options.headless ?? true;
  const extension = options.extension === undefined ? join(ROOT, 'dist', kind) : options.extension;
  const root = process.getuid?.() === 0;
  const profile = mkdtempSync(join(tmpdir(), 'station-brief-profile-'));
  const clean = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  if (kind === 'chrome') {
    const browser = await puppeteer.launch({
      executablePath,
      headless,
      pipe: true,
      userDataDir: profile,
      enableExtensions: extension ? [extension] : true,
      acceptInsecureCerts: true,
      defaultViewport: null,
      args: [
        ...CHROME_ARGS,
        `--proxy-server=127.0.0.1:${options.proxyPort}`,
        '--window-size=1280,900',
        ...(options.dark ? ['--force-dark-mode'] : []),
        ...(root ? ['--no-sandbox'] : []),
        ...(options.args ?? []),
      ],
    });
    const extensionId = extension ? await extensionIdOf(browser) : '';
    const launched = { kind, browser, extensionId, close: () => browser.close().finally(clean) };
    if (extension && !options.welcome) await closeWelcome(launched);
    return launched;
  }
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    userDataDir: profile,
    acceptInsecureCerts: true,
    defaultViewport: null,
    args: ['--width=1280', '--height=900', '--remote-allow-system-access', ...(options.args ?? [])],
    extraPrefsFirefox: {
      ...FIREFOX_PREFS,
      'network.proxy.http_port': options.proxyPort,
      'network.proxy.ssl_port': options.proxyPort,
      'ui.systemUsesDarkTheme': options.dark ? 1 : 0,
      'layout.css.prefers-color-scheme.content-override': options.dark ? 0 : 1,
      ...options.prefs,
    },
  });
  if (extension) await browser.installExtension(extension);
  const launched = { kind, browser, extensionId: '', close: () => browser.close().finally(clean) };
  if (extension && !options.welcome) await closeWelcome(launched);
  return launched;
}

async function extensionIdOf(browser: Browser): Promise<string> {
  const target = await browser.waitForTarget(
    (t) => t.type() === 'service_worker' && t.url().startsWith('chrome-extension://'),
    { timeout: 15_000 },
  );
  return new URL(target.url()).host;
}

/** Installing opens the welcome page, which would stand in front of the page under test. */
async function closeWelcome(launched: Launched): Promise<void> {
  if (launched.kind === 'chrome') {
    const target = await launched.browser.waitForTarget((t) => t.url().endsWith('/welcome.html'), {
      timeout: 15_000,
    });
    await (await target.page())?.close();
    return;
  }
  await until('the welcome page', () =>
    inFirefox<boolean>(
      launched,
      `async () => {
        const tab = gBrowser.tabs.find((t) => t.linkedBrowser.currentURI.spec.endsWith('/welcome.html'));
        if (tab) gBrowser.removeTab(tab);
        return Boolean(tab);
      }`,
    ),
  );
}
