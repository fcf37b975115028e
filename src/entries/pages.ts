/** Every page of our own: one script that they share, so that the package holds its parts once. */
import { rememberedTheme } from '../shell/theme.ts';
import { open as options } from './options.ts';
import { open as panel } from './panel.ts';
import { open as popup } from './popup.ts';
import { open as welcome } from './welcome.ts';

const PAGES: Readonly<Record<string, (root: HTMLElement) => Promise<void>>> = {
  popup,
  panel,
  options,
  welcome,
};

const { dataset } = document.documentElement;
// This script stands in the head and holds up the first paint, which so has the reader's own theme.
const theme = rememberedTheme();
if (theme !== 'system') dataset['theme'] = theme;
document.addEventListener('DOMContentLoaded', () => {
  const root = document.getElementById('root');
  if (root) void PAGES[dataset['page'] ?? '']?.(root);
});
