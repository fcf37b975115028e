/** Focus goes into a card opened by key or tap, round inside a sheet, and back where it was. */

const PRESSABLE = 'button:not([disabled]), a[href], input, select, [tabindex="0"]';

/** @returns a function that gives focus back, if it is still ours to give */
export function takeFocus(doc: Document, shadow: ShadowRoot, card: HTMLElement): () => void {
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
