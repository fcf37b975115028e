/** The toolbar popup: draws at once, then again when the tab has answered. */
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

export async function open(root: HTMLElement): Promise<void> {
  const [settings, tab] = await Promise.all([getSettings(), currentTab()]);
  rememberTheme(settings.theme);
  const windowId = tab?.windowId;
  const beside =
    hasPanel() && windowId !== undefined
      ? { openPanel: () => void openPanel(windowId).then((opened) => opened && window.close()) }
      : {};
  const awaited = newsNow();
  const draw = (state: PopupState, news: News | null = null) =>
    renderPopup(root, {
      state,
      ...(news ? { news } : {}),
      lang: langOf(settings),
      today: today(),
      theme: settings.theme,
      actions: { ...actionsFor(tab, (read) => void show(read), state), ...beside },
    });
  const show = async (read: boolean): Promise<void> => {
    const state = await stateOf(tab, read).catch((): PopupState => ({ kind: 'restricted' }));
    const news = await awaited;
    draw(state, news);
    if (news) await send('base:seen', {}).catch(() => null);
  };
  draw({ kind: 'loading' });
  await show(false);
}
