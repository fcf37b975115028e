/** Puts a surface into an extension page. The page's script calls this with plain data, and again when the data changes. */
import { render, type ComponentChild } from 'preact';
import type { Theme } from './settings-type.ts';
import type { UiLang } from './strings/index.ts';

/** Takes the surface out again. */
export type Unmount = () => void;

/** The style sheet of our pages (`pages.css`) is linked from their HTML; here is only what can change. */
export function mount(
  root: HTMLElement,
  { theme, lang }: { theme: Theme; lang: UiLang },
  view: ComponentChild,
): Unmount {
  root.classList.add('sb');
  for (const element of [root.ownerDocument.documentElement, root]) {
    if (theme === 'system') delete element.dataset['theme'];
    else element.dataset['theme'] = theme;
  }
  root.ownerDocument.documentElement.lang = lang;
  render(view, root);
  return () => render(null, root);
}
