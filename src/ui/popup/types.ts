/** What the popup and the panel are given: plain data and callbacks. */
import type { CardData } from '../../match/card.ts';
import type { SearchHit, TimelineItem } from '../../match/search.ts';
import type { PageSummary } from '../../match/summary.ts';
import type { Theme } from '../settings-type.ts';
import type { UiLang } from '../strings/index.ts';

export type PopupState =
  | { kind: 'loading' }
  | { kind: 'shown'; summary: PageSummary; host: string; listed?: boolean }
  /** read, and not about this; `listed`: the site is one we read */
  | { kind: 'quiet'; host: string | null; listed: boolean }
  | { kind: 'off'; host: string }
  /** a site not on the list */
  | { kind: 'ask'; host: string }
  /** pages browsers keep to themselves */
  | { kind: 'restricted' }
  /** opened before an update of the extension */
  | { kind: 'orphaned' };

export interface PopupActions {
  /** scrolls the article to an offset, or to the first mention of a record */
  goTo(where: number | string): void;
  search(query: string): Promise<SearchHit[]>;
  timeline(): Promise<TimelineItem[]>;
  loadCard(id: string): Promise<CardData | null>;
  /** absent in a private window: a site allowed for good would be remembered */
  alwaysHere?(): void;
  readNow(): void;
  offHere(): void;
  onHere(): void;
  openOptions(): void;
  openPanel?(): void;
  saveIcs(name: string, text: string): void;
  copy(text: string): Promise<boolean>;
}

/** What an update changed in the notes, and what it brought. */
export interface PopupNews {
  changed: readonly SearchHit[];
  added: readonly SearchHit[];
}

export interface PopupProps {
  state: PopupState;
  /** told once after an update */
  news?: PopupNews;
  lang: UiLang;
  /** `YYYY-MM-DD` of the reader */
  today: string;
  theme: Theme;
  actions: PopupActions;
}
