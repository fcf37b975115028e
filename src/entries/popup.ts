/** The toolbar popup: drawn when the tab has answered, or says that it loads. */
import { today } from '../shell/lifecycle.ts';
import { send, type News } from '../shell/messages.ts';
import { hasPanel, openPanel } from '../shell/panel.ts';
import { getSeen } from '../shell/seen.ts';
import { getSettings } from '../shell/settings.ts';
import { rememberTheme } from '../shell/theme.ts';
import { renderPopup } from '../ui/popup/PopupView.tsx';
import type { PopupState } from '../ui/popup/types.ts';
import { langOf } from './lang.ts';
import { actionsFor, currentTab, stateOf } from './page-link.ts';

/** What an update changed; null, without waking the background, unless there was one since the popup was last open. */
async function newsNow(): Promise<News | null> {
  const { kind } = await getSeen();
  return kind === 'current' ? null : send('base:news', {}).catch(() => null);
}

/** A popup that has nothing to say after so long says that it loads; sooner, the words would only flicker. ms */
const LOADING_AFTER = 150;

export async function open(root: HTMLElement): Promise<void> {
  const awaitedTab = currentTab();
  // Asked before anything else is: the answer is what the reader waits for.
  const first = awaitedTab.then((tab) => stateOf(tab, false));
  first.catch(() => undefined); // met where it is awaited
  const awaitedNews = newsNow();
  const [settings, tab] = await Promise.all([getSettings(), awaitedTab]);
  rememberTheme(settings.theme);
  const windowId = tab?.windowId;
  const beside =
    hasPanel() && windowId !== undefined
      ? { openPanel: () => void openPanel(windowId).then((opened) => opened && window.close()) }
      : {};
  const draw = (state: PopupState, news: News | null = null) =>
    renderPopup(root, {
      state,
      ...(news ? { news } : {}),
      lang: langOf(settings),
      today: today(),
      theme: settings.theme,
      actions: { ...actionsFor(tab, (read) => void show(stateOf(tab, read)), state), ...beside },
    });
  const show = async (asked: Promise<PopupState>): Promise<void> => {
    const state = await asked.catch((): PopupState => ({ kind: 'restricted' }));
    const news = await awaitedNews;
    clearTimeout(loading);
    draw(state, news);
    if (news) await send('base:seen', {}).catch(() => null);
  };
  const loading = setTimeout(() => draw({ kind: 'loading' }), LOADING_AFTER);
  await show(first);
}
