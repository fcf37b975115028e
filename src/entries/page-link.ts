/** What popup and panel share: asking the tab what it shows, and doing there what the reader chose. */
import { copyText } from '../shell/clipboard.ts';
import { send, sendToTab, type PageState } from '../shell/messages.ts';
import { getSettings, type SiteState } from '../shell/settings.ts';
import { askFor, hostOf, isAllowed, loadReader } from '../shell/sites.ts';
import { activeTab, openOptions } from '../shell/tabs.ts';
import { saveFile } from '../shell/files.ts';
import type { PopupActions, PopupState } from '../ui/popup/types.ts';

/** After loading the reader into a page, its answer is waited for this long, in ms. */
const ANSWER_WITHIN = 2500;
const EVERY = 60;

export interface Tab {
  id: number;
  /** null off the web, and where we may not know */
  host: string | null;
  /** whether the browser tells us the address */
  seen: boolean;
  windowId: number | undefined;
  /** of a private window: what is chosen here holds for the page alone */
  secret: boolean;
}

export async function currentTab(): Promise<Tab | null> {
  const tab = await activeTab();
  return tab
    ? {
        id: tab.id,
        host: hostOf(tab.url),
        seen: tab.url !== undefined,
        windowId: tab.windowId,
        secret: tab.secret,
      }
    : null;
}

const ask = (tabId: number): Promise<PageState | null> => sendToTab(tabId, 'tab:state', {}).catch(() => null);

/** What the tab shows now; `read` loads the reader first, where we may. */
export async function stateOf(tab: Tab | null, read: boolean): Promise<PopupState> {
  if (!tab) return { kind: 'restricted' };
  const [listed, said] = await Promise.all([tab.host !== null && isAllowed(tab.host), ask(tab.id)]);
  if (said) return withList(said, listed);
  if (tab.host !== null && (await getSettings()).off.includes(tab.host))
    return { kind: 'off', host: tab.host };
  if (!listed && !read) return tab.host === null ? { kind: 'restricted' } : { kind: 'ask', host: tab.host };
  if ((await loadReader(tab.id)) === 'restricted') return { kind: 'restricted' };
  for (let waited = 0; waited < ANSWER_WITHIN; waited += EVERY) {
    const answer = await ask(tab.id);
    if (answer) return withList(answer, listed);
    await new Promise((done) => setTimeout(done, EVERY));
  }
  // A script of ours is there and cannot speak: it is from before an update.
  return { kind: 'orphaned' };
}

const withList = (state: PageState, listed: boolean): PopupState =>
  state.kind === 'off' ? state : { ...state, listed };

/**
 * Every action of popup and panel for one tab; `again` draws the new state.
 * @param state what is shown now: records are read beside its article, as that article's reader would
 */
export function actionsFor(tab: Tab | null, again: (read: boolean) => void, state: PopupState): PopupActions {
  const published = state.kind === 'shown' ? state.summary.published : null;
  const toTab = (kind: 'tab:goto', value: { id?: string; start?: number }) =>
    tab ? void sendToTab(tab.id, kind, value).catch(() => undefined) : undefined;
  const site = async (state: SiteState): Promise<void> => {
    if (!tab?.host) return;
    const done = tab.secret
      ? sendToTab(tab.id, 'tab:site', { off: state === 'off' })
      : send('site:set', { host: tab.host, state, tabId: tab.id });
    await done.catch(() => null);
    again(state !== 'off');
  };
  return {
    goTo: (where) => toTab('tab:goto', typeof where === 'number' ? { start: where } : { id: where }),
    search: (query) => send('base:search', { query }),
    timeline: () => send('base:timeline', {}),
    loadCard: (id) => send('card:get', { id, published }),
    ...(tab?.secret
      ? {}
      : {
          alwaysHere: () => {
            // No await before it: the browser asks only on a click.
            if (tab?.host) void askFor(tab.host).then((given) => (given ? site('on') : undefined));
          },
        }),
    readNow: () => again(true),
    offHere: () => void site('off'),
    onHere: () => void site('default'),
    openOptions: () => void openOptions(),
    saveIcs: (name, text) => saveFile(document, name, text, 'text/calendar'),
    copy: (text) => copyText(document, text),
  };
}
