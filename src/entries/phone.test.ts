// @vitest-environment happy-dom
/** Firefox on a phone lacks half of the extension API: everything must work without it, not merely load. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { open as openPanelPage } from './panel.ts';
import { open as openPopup } from './popup.ts';

type Listener = (message: unknown, sender: object) => unknown;

/**
 * What Firefox for Android has of what we use (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Browser_support_for_JavaScript_APIs).
 * Not there: `commands`, `contextMenus`, `menus`, `sidebarAction`, `sidePanel`, `windows`, and the icon of an action.
 */
const api = vi.hoisted(() => {
  const event = () => ({ addListener: vi.fn(), removeListener: vi.fn() });
  const area = () => ({
    get: vi.fn(async () => ({})),
    set: vi.fn(async () => {}),
    remove: vi.fn(async () => {}),
  });
  return {
    runtime: {
      id: 'own',
      onMessage: event(),
      onInstalled: event(),
      onStartup: event(),
      sendMessage: vi.fn(async () => null),
      getManifest: () => ({ version: '1', content_scripts: [{ matches: ['*://listed.example/*'] }] }),
      getURL: (path: string) => `moz-extension://own/${path}`,
      openOptionsPage: vi.fn(async () => {}),
    },
    action: { setBadgeText: vi.fn(async () => {}), setBadgeBackgroundColor: vi.fn(async () => {}) },
    tabs: {
      query: vi.fn(async () => [{ id: 7, url: 'https://listed.example/a' }]),
      sendMessage: vi.fn(async () => ({ kind: 'quiet', host: 'listed.example' })),
      create: vi.fn(async () => ({})),
      onActivated: event(),
      onUpdated: event(),
    },
    permissions: {
      contains: vi.fn(async () => true),
      getAll: vi.fn(async () => ({ origins: [] })),
      onAdded: event(),
      onRemoved: event(),
    },
    scripting: { getRegisteredContentScripts: vi.fn(async () => []), executeScript: vi.fn(async () => []) },
    storage: { local: area(), session: area(), onChanged: event() },
    i18n: { getUILanguage: () => 'en-US' },
  };
});
vi.mock('../shell/browser.ts', () => ({ browser: api, isConnected: () => true }));
vi.mock('./shipped-base.ts', async () => {
  const [{ FACTS, INDEX }, { makeBase, noteOf }] = await Promise.all([
    import('../match/test-base.ts'),
    import('../match/base.ts'),
  ]);
  const made = makeBase(INDEX, FACTS.map(noteOf));
  return { base: () => made };
});

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => root.remove());
const says = (words: string) => vi.waitFor(() => expect(root.textContent).toContain(words));

it('the background starts, answers, and counts without an icon to change', async () => {
  await import('./background.ts');
  const listener = api.runtime.onMessage.addListener.mock.calls[0]?.[0] as Listener;
  const ask = (kind: string, what: object) =>
    listener({ kind, ask: what }, { id: 'own', url: 'https://listed.example/a', tab: { id: 7 } });
  const article = {
    title: 'NASA and Roscosmos keep the International Space Station until 2028',
    text: 'NASA and Roscosmos keep the International Space Station until 2028\nThe heads of NASA and Roscosmos, Sean Duffy and Dmitry Bakanov, met to talk about the International Space Station and its end.',
    lang: 'en',
    published: '2025-08-01',
  };
  const found = await ask('page:find', { article, publishedFrom: 'meta', cut: false });
  expect(found).toMatchObject({ show: true, panel: false });
  await expect(ask('page:count', { count: 3 })).resolves.toBeNull();
  expect(api.action.setBadgeText).toHaveBeenCalledWith({ tabId: 7, text: '3' });
  await expect(ask('panel:open', { id: 'iss' })).resolves.toEqual({ opened: false });
  await expect(ask('page:candidate', {})).resolves.toEqual({ loaded: true });
});

it('what happens at installation needs no more than there is', async () => {
  const [first] = api.runtime.onInstalled.addListener.mock.calls.map(([run]) => run as (how: object) => void);
  expect(() => first?.({ reason: 'install' })).not.toThrow();
  await vi.waitFor(() => expect(api.permissions.getAll).toHaveBeenCalled());
});

it('the popup, there a page, offers everything but the panel', async () => {
  await openPopup(root);
  await says('Nothing here about the station');
  await says('Whole timeline');
  expect(root.textContent).not.toContain('Side panel');
});

it('a tab where the panel’s page was opened follows the page in front too', async () => {
  await openPanelPage(root);
  await says('Nothing here about the station');
  expect(api.tabs.onActivated.addListener).toHaveBeenCalled();
});
