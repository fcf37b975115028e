/** The side panel: what the popup shows, for whichever tab is in front, as long as the panel is open. */
import { today } from '../shell/lifecycle.ts';
import { receive } from '../shell/messages.ts';
import { onPanelRecord } from '../shell/panel.ts';
import { getSettings, onSettings } from '../shell/settings.ts';
import { onTabShown } from '../shell/tabs.ts';
import { rememberTheme } from '../shell/theme.ts';
import { renderPanel } from '../ui/panel/PanelView.tsx';
import type { PopupState } from '../ui/popup/types.ts';
import { langOf } from './lang.ts';
import { actionsFor, currentTab, stateOf, type Tab } from './page-link.ts';

/** What another tab showed may stand this long, in ms: a quick answer then replaces it without a flicker. */
const STAND = 200;

export async function open(root: HTMLElement): Promise<void> {
  let settings = await getSettings();
  let tab: Tab | null = null;
  let state: PopupState = { kind: 'loading' };
  let turn = 0;
  let record: { id: string } | undefined;

  const draw = (next: PopupState = state) => {
    state = next;
    rememberTheme(settings.theme);
    renderPanel(root, {
      state,
      record,
      lang: langOf(settings),
      today: today(),
      theme: settings.theme,
      actions: actionsFor(tab, show, state),
    });
  };
  const look = async (read: boolean): Promise<void> => {
    const own = ++turn;
    const before = tab?.id;
    const now = await currentTab();
    if (own !== turn) return;
    tab = now;
    const late = setTimeout(
      () => own === turn && draw({ kind: 'loading' }),
      before === now?.id ? STAND * 4 : STAND,
    );
    const next = await stateOf(now, read).catch((): PopupState => ({ kind: 'restricted' }));
    clearTimeout(late);
    if (own === turn) draw(unseen(now, next) ? { kind: 'quiet', host: null, listed: false } : next);
  };
  const show = (read: boolean) => void look(read);

  draw();
  onSettings((changed) => {
    settings = changed;
    show(false);
  });
  onTabShown(() => show(false));
  // Pages that change their text or address without a load: their reader counts anew each time.
  receive({
    'page:count': (_ask, from) => {
      if (from.tabId === tab?.id) show(false);
      return Promise.resolve(null);
    },
  });
  show(false);
  const windowId = (await currentTab())?.windowId;
  if (windowId !== undefined)
    onPanelRecord(windowId, (id) => {
      record = { id };
      draw();
    });
}

/** Unlike the popup, the panel is not told the address of a site that is not listed: that says nothing about the browser. */
const unseen = (tab: Tab | null, state: PopupState): boolean =>
  state.kind === 'restricted' && tab !== null && !tab.seen;
