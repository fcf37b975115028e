/** The toolbar popup: draws at once, then again when the tab has answered. */
import { today } from '../shell/lifecycle.ts';
import { hasPanel, openPanel } from '../shell/panel.ts';
import { getSettings } from '../shell/settings.ts';
import { rememberTheme } from '../shell/theme.ts';
import { renderPopup } from '../ui/popup/PopupView.tsx';
import type { PopupState } from '../ui/popup/types.ts';
import { langOf } from './lang.ts';
import { actionsFor, currentTab, stateOf } from './page-link.ts';

export async function open(root: HTMLElement): Promise<void> {
  const [settings, tab] = await Promise.all([getSettings(), currentTab()]);
  rememberTheme(settings.theme);
  const windowId = tab?.windowId;
  const beside =
    hasPanel() && windowId !== undefined
      ? { openPanel: () => void openPanel(windowId).then((opened) => opened && window.close()) }
      : {};
  const draw = (state: PopupState) =>
    renderPopup(root, {
      state,
      lang: langOf(settings),
      today: today(),
      theme: settings.theme,
      actions: { ...actionsFor(tab, show, state), ...beside },
    });
  const show = (read: boolean) => void stateOf(tab, read).then(draw, () => draw({ kind: 'restricted' }));
  draw({ kind: 'loading' });
  show(false);
}
