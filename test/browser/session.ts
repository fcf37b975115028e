/** One browser with the built extension for a test file: pages under real host names, errors of the page collected. */
import { afterAll, beforeAll, describe } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../src/cli/browsers.ts';
import { launch, type Launched, type LaunchOptions } from '../../src/cli/launch.ts';
import { startProxy, type Answer, type Proxy } from '../../src/cli/serve.ts';

export interface Session {
  launched: Launched;
  proxy: Proxy;
  /** opens an address in a fresh tab of 1280 × 900; errors that the page sees are gathered in `errors` */
  open(url: string, size?: { width: number; height: number }): Promise<Tab>;
}

export interface Tab {
  page: Page;
  errors: string[];
}

/** Runs the same tests in Chromium and in Firefox. */
export function inBothBrowsers(
  name: string,
  answer: Answer,
  tests: (session: Session, kind: BrowserKind) => void,
  options: Partial<LaunchOptions> = {},
): void {
  describe.each(['chrome', 'firefox'] as const)(`${name} in %s`, (kind) => {
    const session = {} as Session;
    const opened: Page[] = [];
    beforeAll(async () => {
      session.proxy = await startProxy(answer);
      session.launched = await launch(kind, { proxyPort: session.proxy.port, ...options });
      session.open = async (url, size = { width: 1280, height: 900 }) => {
        for (const old of opened.splice(0)) await old.close().catch(() => undefined);
        const page = await session.launched.browser.newPage();
        opened.push(page);
        await page.setViewport(size);
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(String(error)));
        page.on('console', (message) => {
          // A page's own missing favicon is not ours.
          if (message.type() === 'error' && !/favicon|404/.test(message.text())) errors.push(message.text());
        });
        await page.goto(url, { waitUntil: 'domcontentloaded' });
        return { page, errors };
      };
    });
    afterAll(async () => {
      await session.launched?.close();
      await session.proxy?.close();
    });
    tests(session, kind);
  });
}
