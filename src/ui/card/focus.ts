/** Focus goes into a card opened by key or tap, round inside a sheet, and back where it was. */

const PRESSABLE = 'button:not([disabled]), a[href], input, select, [tabindex="0"]';

/** Focus of one card after another, as long as any is open. */
export class Focus {
  #giveBack: (() => void) | null = null;
  readonly #doc: Document;
  readonly #shadow: ShadowRoot;

  constructor(doc: Document, shadow: ShadowRoot) {
    this.#doc = doc;
    this.#shadow = shadow;
  }

  get isInside(): boolean {
    return this.#shadow.activeElement !== null;
  }

  /** Into the card, from wherever it is. A card that replaced another takes over; nothing happens where it is inside. */
  take(card: HTMLElement): void {
    if (this.isInside) return;
    if (this.#giveBack) card.focus({ preventScroll: true });
    else this.#giveBack = takeFocus(this.#doc, this.#shadow, card);
  }

  /** Back to where it was before the first card took it. */
  give(): void {
    this.#giveBack?.();
    this.#giveBack = null;
  }
}

/** @returns a function that gives focus back, if it is still ours to give */
function takeFocus(doc: Document, shadow: ShadowRoot, card: HTMLElement): () => void {
  const before = doc.activeElement;
  card.focus({ preventScroll: true });
  return () => {
    // Only when it is still inside: a reader who has moved on must not be pulled back.
    if (!shadow.activeElement) return;
    const View = doc.defaultView?.HTMLElement ?? HTMLElement;
    if (before instanceof View && before.isConnected && before !== doc.body)
      before.focus({ preventScroll: true });
    else if (shadow.activeElement instanceof HTMLElement) shadow.activeElement.blur();
  };
}

/** Tab from the last control to the first and back: a sheet covers the page, so focus must not slip behind it. */
export function wrapTab(event: KeyboardEvent, shadow: ShadowRoot, card: HTMLElement): void {
  if (event.key !== 'Tab') return;
  const all = [...card.querySelectorAll<HTMLElement>(PRESSABLE)];
  const [first, last] = [all[0], all.at(-1)];
  const at = shadow.activeElement;
  if (!first || !last) return;
  if (event.shiftKey ? at === first || at === card : at === last) {
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }
}
