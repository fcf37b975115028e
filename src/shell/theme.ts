/** The chosen theme, kept once more where a page of ours can read it before its first paint: settings answer later. */
import type { Theme } from '../ui/settings-type.ts';

const KEY = 'theme';

/** Call in our own pages only: in a content script `localStorage` is the site's. */
export function rememberTheme(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // storage is full or barred: the page may then begin in the system's colours
  }
}

/** What was last remembered; the system's theme where nothing was. */
export function rememberedTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}
