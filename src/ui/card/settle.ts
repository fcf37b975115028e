/** Puts the card's element where `place` says, and remembers the side, so that a card on screen does not jump when it grows. */
import { GAP, MOST_HIGH, place, type Placed, type Size } from './place.ts';
import type { CardTarget } from './types.ts';

/** With fewer lines of the note to be seen than this, all of the card scrolls and not the note alone. */
const LEAST_LINES = 3;

/** High zoom and large text leave no room between name and sources: then the whole card becomes one page to scroll. */
function tighten(card: HTMLElement): void {
  delete card.dataset['tight'];
  const body = card.querySelector<HTMLElement>('.sb-body');
  if (!body) return;
  const line = parseFloat(getComputedStyle(body).lineHeight);
  const isShort = body.scrollHeight > body.clientHeight && body.clientHeight < LEAST_LINES * line;
  if (isShort || card.scrollHeight > card.clientHeight) card.dataset['tight'] = '';
}

/**
 * A sheet stands at the lower edge of the window. One that leaves the page in use (no veil) stays off the line being read:
 * it goes to the upper edge where there is more room, and scrolls inside when it is taller than that.
 */
export function settleSheet(rects: readonly DOMRect[], card: HTMLElement, view: Size, modal: boolean): void {
  card.removeAttribute('style');
  delete card.dataset['top'];
  const seen = rects.filter((r) => r.bottom > 0 && r.top < view.height);
  if (modal || !seen.length) return tighten(card);
  const above = Math.min(...seen.map((r) => r.top)) - GAP;
  const below = view.height - Math.max(...seen.map((r) => r.bottom)) - GAP;
  const atTop = card.offsetHeight > below && above > below;
  if (atTop) card.dataset['top'] = '';
  card.style.maxHeight = `${Math.floor(Math.min(view.height * MOST_HIGH, atTop ? above : below))}px`;
  tighten(card);
}

export class Settler {
  #side: Placed['side'] | undefined;
  /** the last call wins: an answer that comes late is for a card of another size */
  #call = 0;

  /** Forget the side: another mention, or the page has moved. */
  free(): void {
    this.#side = undefined;
  }

  /** @param current the card's element now, to drop an answer for one that is gone */
  async settle(
    target: CardTarget,
    card: HTMLElement,
    view: Size,
    current: () => HTMLElement | null,
  ): Promise<void> {
    const call = ++this.#call;
    const rects = target.anchor();
    const gone = !rects.some((r) => r.bottom > 0 && r.top < view.height);
    // A card whose line is scrolled away stays where it is; the reader kept it open.
    if (gone && card.style.transform !== '') return;
    card.style.maxHeight = '';
    const natural = { width: card.offsetWidth, height: card.offsetHeight };
    const at = await place(rects.length ? rects : target.rects, natural, view, card, this.#side);
    if (call !== this.#call || current() !== card) return;
    this.#side = at.side;
    card.style.maxHeight = `${at.maxHeight}px`;
    card.style.transform = `translate(${at.left}px, ${at.top}px)`;
    tighten(card);
  }
}
