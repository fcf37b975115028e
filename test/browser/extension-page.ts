/** Pages of the extension as a reader opens them: in a tab, in the panel, in the popup. One way to look at them in both browsers. */
import { writeFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { until } from '../../src/cli/drive.ts';
import { GECKO_ID, inFirefox, POPUP_BROWSER, snapshot } from '../../src/cli/drive/privileged.ts';
import type { Launched } from '../../src/cli/launch.ts';
import { axeRun, axeSource, faultsOf } from './axe.ts';

export interface OwnPage {
  /** evaluates an expression as the page's own script would, within a user gesture; awaits it and gives its JSON value */
  run<T>(expression: string): Promise<T>;
  /** what can be read on it now */
  text(): Promise<string>;
  /** waits until it says something */
  says(words: string | RegExp): Promise<string>;
  /** presses a button by its whole text or its label, once it is there */
  press(words: string): Promise<void>;
  /** presses it, and the page is closed before it can do anything more */
  pressAndClose(words: string): Promise<void>;
  /** Chromium only */
  page: Page | null;
  /** makes it so wide, in CSS px; Firefox's popup keeps its own width */
  width(px: number): Promise<void>;
  /** the whole of it, from top to end */
  picture(file: string): Promise<void>;
}

/** A page in a tab of its own, in front. */
export async function openOwnPage(launched: Launched, file: string): Promise<OwnPage> {
  if (launched.kind === 'chrome') {
    const page = await launched.browser.newPage();
    await page.goto(`chrome-extension://${launched.extensionId}/${file}`, { waitUntil: 'domcontentloaded' });
    return inChrome(page);
  }
  await inFirefox(
    launched,
    `() => {
      const url = WebExtensionPolicy.getByID('${GECKO_ID}').getURL('${file}');
      gBrowser.selectedTab = gBrowser.addTab(url, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
      return true;
    }`,
  );
  return ownTab(launched, file);
}

/** A page that is open already: in a tab, in the panel or as popup; in Firefox also `background`. */
export async function ownTab(launched: Launched, file: string): Promise<OwnPage> {
  if (launched.kind === 'chrome') {
    const target = await launched.browser.waitForTarget((t) => t.url().endsWith(`/${file}`), {
      timeout: 8000,
    });
    const page = inChrome(await target.asPage());
    // Its target is there before its document is.
    await drawn(file, page);
    return page;
  }
  const elements: Record<string, string> = {
    'popup.html': POPUP_BROWSER,
    background: `[...WebExtensionPolicy.getByID('${GECKO_ID}').extension.views].find((v) => v.viewType === 'background')?.xulBrowser`,
    'panel.html': `SidebarController.browser?.contentDocument?.getElementById('webext-panels-browser')`,
  };
  const element =
    elements[file] ??
    `gBrowser.tabs.findLast((t) => t.linkedBrowser.currentURI.spec.endsWith('/${file}'))?.linkedBrowser`;
  await until(file, () => inFirefox<boolean>(launched, `() => Boolean((${element})?.messageManager)`));
  if (file !== 'background') {
    // Firefox makes a popup in one browser and then moves it into another: what was asked before never answers.
    await drawn(file, inGecko(launched, element, LOOK_WITHIN));
  }
  return inGecko(launched, element);
}

const drawn = (file: string, page: OwnPage): Promise<boolean> =>
  until(`${file} loaded`, () =>
    page.run<boolean>(`Boolean(document.querySelector('#root > *'))`).catch(() => false),
  );

/** How many tabs show a page. */
export async function countTabs(launched: Launched, file: string): Promise<number> {
  if (launched.kind === 'chrome')
    return launched.browser.targets().filter((t) => t.url().endsWith(`/${file}`)).length;
  return inFirefox(
    launched,
    `() => gBrowser.tabs.filter((t) => t.linkedBrowser.currentURI.spec.endsWith('/${file}')).length`,
  );
}

export async function closeTabs(launched: Launched, file: string): Promise<void> {
  if (launched.kind === 'chrome') {
    for (const page of await launched.browser.pages())
      if (page.url().endsWith(`/${file}`)) await page.close();
    return;
  }
  await inFirefox(
    launched,
    `() => gBrowser.tabs.filter((t) => t.linkedBrowser.currentURI.spec.endsWith('/${file}')).map((t) => gBrowser.removeTab(t)).length`,
  );
}

// The shared script stands in the head: for a moment there is no body yet.
const TEXT = `document.body?.innerText ?? ''`;
const press = (words: string): string =>
  `(() => {
    const all = [...document.querySelectorAll('button, a, summary')].filter((b) => b.checkVisibility());
    const found = all.find((b) => b.textContent.replace(/^‹\\s*/, '').trim() === ${JSON.stringify(words)} || b.getAttribute('aria-label') === ${JSON.stringify(words)});
    found?.click();
    return Boolean(found);
  })()`;

function withWaiting(parts: Pick<OwnPage, 'run' | 'page' | 'picture' | 'width'>): OwnPage {
  const text = () => parts.run<string>(TEXT);
  return {
    ...parts,
    text,
    says: async (words) => {
      let last = '';
      return until(`“${words}” on the page`, async () => {
        last = await text();
        return (typeof words === 'string' ? last.includes(words) : words.test(last)) ? last : null;
      }).catch((error: unknown) => {
        throw new Error(`${String(error)}; it says: ${last}`);
      });
    },
    press: async (words) => {
      await until(`button “${words}”`, () => parts.run<boolean>(press(words)));
    },
    pressAndClose: async (words) => {
      // Closed before it can answer.
      await parts.run(`${press(words)} && window.close()`).catch(() => undefined);
    },
  };
}

const inChrome = (page: Page): OwnPage =>
  withWaiting({
    page,
    run: async <T>(expression: string) => (await page.evaluate(expression)) as T,
    width: (px) => page.setViewport({ width: px, height: 600 }),
    picture: async (file) => writeFileSync(file, await page.screenshot({ fullPage: true })),
  });

/** Within the page's process: a sandbox that sees the page's own globals, `browser` among them, as its scripts do. */
const frameScript = (name: string, expression: string): string => `(async () => {
  let answer;
  const input = content.windowUtils.setHandlingUserInput(true);
  try {
    const box = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    const value = Cu.evalInSandbox(${JSON.stringify(expression)}, box);
    input.destruct();
    answer = { json: JSON.stringify((await value) ?? null) };
  } catch (error) {
    answer = { error: String(error) };
  }
  sendAsyncMessage('${name}', answer);
})()`;

/** An answer is waited for so long, in ms: axe-core takes its time over a long list. */
const ANSWER_WITHIN = 20_000;
/** A look at a page that may not be there yet, in ms. */
const LOOK_WITHIN = 1000;

function inGecko(launched: Launched, element: string, within = ANSWER_WITHIN): OwnPage {
  let asked = 0;
  const own = withWaiting({
    page: null,
    run: async <T>(expression: string): Promise<T> => {
      const name = `station-brief-test:${++asked}:${Date.now()}`;
      const answer = await inFirefox<{ json?: string; error?: string }>(
        launched,
        `() => new Promise((done) => {
          const manager = (${element}).messageManager;
          const take = ({ data }) => {
            manager.removeMessageListener('${name}', take);
            done(data);
          };
          manager.addMessageListener('${name}', take);
          setTimeout(take, ${within}, { data: { error: 'the page went away' } });
          manager.loadFrameScript('data:text/javascript;charset=utf-8,' + encodeURIComponent(${JSON.stringify(frameScript(name, expression))}), false);
        })`,
      );
      if (answer.error !== undefined) throw new Error(answer.error);
      return JSON.parse(answer.json ?? 'null') as T;
    },
    width: async (px) => {
      await inFirefox(
        launched,
        `() => { (${element}).style.minWidth = (${element}).style.maxWidth = '${px}px'; return true; }`,
      );
    },
    picture: async (file) => {
      const tall = await own.run<number>('document.documentElement.scrollHeight');
      const data = await snapshot(launched, element, 1, tall);
      writeFileSync(file, Buffer.from(data, 'base64'));
    },
  });
  return own;
}

/** Faults that axe-core finds, in light and in dark, each in one line; [] is what we want. */
export async function axeFaults(own: OwnPage): Promise<string[]> {
  if (!(await own.run<boolean>(`typeof axe === 'object'`)))
    await own.run(`(() => { ${axeSource()}; return true; })()`);
  const faults: string[] = [];
  const themed = `[...document.querySelectorAll('html, #root')]`;
  const before = await own.run<(string | null)[]>(`${themed}.map((el) => el.dataset.theme ?? null)`);
  // A theme changes colours and nothing else.
  for (const [theme, rules] of [
    ['light', []],
    ['dark', ['color-contrast']],
  ] as const) {
    await own.run(`${themed}.forEach((el) => { el.dataset.theme = '${theme}'; })`);
    const result = await own.run<Parameters<typeof faultsOf>[0]>(axeRun('document', rules));
    faults.push(...faultsOf(result, rules.length || 5).map((fault) => `${theme}: ${fault}`));
  }
  await own.run(
    `${themed}.forEach((el, i) => { const theme = ${JSON.stringify(before)}[i]; if (theme) el.dataset.theme = theme; else delete el.dataset.theme; })`,
  );
  return faults;
}
