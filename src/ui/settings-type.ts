/** What a reader can choose. Storing it belongs to the shell; `ui` only shows and changes a copy. */
import type { UiLang } from './strings/index.ts';

export type Theme = 'system' | 'light' | 'dark';

export interface Settings {
  /** strength of the underline */
  strength: 'faint' | 'normal' | 'strong';
  /** first mention of each section, or every mention */
  marks: 'first' | 'all';
  /** what opens a card */
  trigger: 'hover' | 'click' | 'key';
  /** hosts on which nothing is marked */
  off: string[];
  /** hosts read although they are not on the shipped list */
  on: string[];
  /** ids of records never marked */
  muted: string[];
  lang: UiLang | 'auto';
  theme: Theme;
}
