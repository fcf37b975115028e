/** Watches the pointer around an open card. One place decides what a movement means; the reducer decides what follows. */
import { inBox, nearestIn, onSafePath, type Box, type Point } from './safe.ts';

/** Where the pointer is: on the term, on the card, on its way between them, or elsewhere. */
export type Whereabouts = 'term' | 'card' | 'toward' | 'off';

/** Around a term's line boxes, CSS px: letters touch their edges. */
const NEAR = 2;

/**
 * @param left where the pointer left the term, null when it was never seen there
 * @param card null for a sheet, which has no path to it
 */
export function whereabouts(
  p: Point,
  term: readonly Box[],
  card: Box | null,
  left: Point | null,
): Whereabouts {
  if (card && inBox(p, card)) return 'card';
  if (term.some((box) => inBox(p, box, NEAR))) return 'term';
  // A quick hand is off the term before it was ever seen to move on it.
  const from = left ?? nearestIn(p, term);
  return card && from && onSafePath(p, from, card) ? 'toward' : 'off';
}

/** Buttons held and text selected: while either is so, no card may open by itself (hypothesis/client#7031). */
export class Hands {
  #down = false;
  readonly #doc: Document;

  constructor(doc: Document, signal: AbortSignal, onPress: (event: PointerEvent) => void) {
    this.#doc = doc;
    const how = { capture: true, passive: true, signal };
    const up = () => (this.#down = false);
    doc.addEventListener(
      'pointerdown',
      (event) => {
        if (!event.isTrusted) return;
        this.#down = true;
        onPress(event);
      },
      how,
    );
    doc.addEventListener('pointerup', up, how);
    doc.addEventListener('pointercancel', up, how);
    // A drag ends without pointerup in some browsers, and a press may end in another window.
    doc.addEventListener('dragend', up, how);
    doc.defaultView?.addEventListener('blur', up, { signal });
  }

  get down(): boolean {
    return this.#down;
  }

  get selecting(): boolean {
    const selection = this.#doc.getSelection();
    return selection !== null && !selection.isCollapsed && selection.toString().trim() !== '';
  }

  get busy(): boolean {
    return this.#down || this.selecting;
  }
}
