/**
 * Escape closes a card, and only then is it ours: pages close their own dialogs with it (w3c/wcag#914). Earliest possible,
 * on the window and capturing, since a page that listens there too would otherwise act first.
 * @param open aborted when the card closes; @param life aborted when we leave the page
 */
export function swallowEscape(doc: Document, open: AbortSignal, life: AbortSignal, close: () => void): void {
  const win = doc.defaultView ?? window;
  const pressed = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.key !== 'Escape' || event.isComposing) return;
    // A dialog that came up over the card is what the reader means; the card goes along with it.
    if (doc.querySelector('dialog:modal')) return close();
    event.preventDefault();
    event.stopImmediatePropagation();
    win.addEventListener('keyup', released, { capture: true, once: true, signal: life });
    close();
  };
  win.addEventListener('keydown', pressed, { capture: true, signal: open });
}

/** Some pages act on the release; it belongs to the same press. */
function released(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopImmediatePropagation();
}
