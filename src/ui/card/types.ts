/** What the card view is given and gives: the contract with whoever watches the page. */
import type { CardData } from '../../match/card.ts';
import type { Theme } from '../settings-type.ts';
import type { UiLang } from '../strings/index.ts';

export interface CardTarget {
  /** one mention; the same while the pointer moves within it */
  key: string;
  card: CardData;
  /** line boxes of the mention, CSS px of the viewport, at least one */
  rects: readonly DOMRect[];
  /** fresh line boxes after scrolling or re-layout; [] when the mention is gone */
  anchor(): readonly DOMRect[];
  /** the words of the article */
  surface: string;
  /** the article is old enough to say who holds the office now */
  old?: boolean;
  claim?: { surface: string; verdict: string };
}

export interface CardActions {
  /** never mark this record again */
  mute(id: string): void;
  /** no marks on this site */
  offHere(): void;
  /** only where a press in a page may open the panel; looked at anew for each card */
  openInPanel?: ((id: string) => void) | undefined;
  report(card: CardData): void;
  /** @returns whether the clipboard took it */
  copy(text: string): Promise<boolean>;
}

export interface CardViewOptions {
  doc: Document;
  /** one abort leaves the page as it was */
  signal: AbortSignal;
  lang: UiLang;
  theme: Theme;
  /** `YYYY-MM-DD` of the reader */
  today: string;
  /** a related record; null when there is none */
  loadCard(id: string): Promise<CardData | null>;
  actions: CardActions;
}

export interface CardView {
  /** the pointer rests or moves on a term */
  rest(target: CardTarget): void;
  /** the pointer left the term */
  away(): void;
  /** at once, and stays: a click, Enter or a tap on a term */
  open(target: CardTarget, how: 'click' | 'key' | 'touch'): void;
  close(): void;
  isOpen(): boolean;
  /** whether the point lies on the card or its veil, CSS px of the viewport: not the page's business then */
  contains(x: number, y: number): boolean;
  update(changed: { lang?: UiLang; theme?: Theme }): void;
}
