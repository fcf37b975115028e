/** Where the card goes: below the line being read, above if there is no room, never over it. Works on numbers alone. */
import { computePosition, flip, inline, offset, shift, size, type Platform } from '@floating-ui/dom';

export interface Size {
  width: number;
  height: number;
}

export interface Placed {
  /** CSS px of the viewport */
  left: number;
  top: number;
  /** the room there is; the card scrolls inside when it is taller */
  maxHeight: number;
  side: 'below' | 'above';
}

/** Between the line and the card: close enough to belong, far enough not to touch descenders. */
export const GAP = 6;
/** From the edges of the viewport. */
export const EDGE = 8;
/** A card taller than this share of the viewport would hide the article it explains. */
export const MOST_HIGH = 0.6;
/** Under this width a card beside a line has no room: a sheet at the bottom instead (CSS px). */
export const SHEET_UNDER = 600;

export const isSheet = (viewportWidth: number, how: string): boolean =>
  viewportWidth < SHEET_UNDER || how === 'touch';

/**
 * @param rects line boxes of the mention, CSS px of the viewport, at least one
 * @param card its natural size; only the height may be cut
 * @param floating the card's element; not measured here
 * @param side keep to this side: a card already on screen must not jump when it grows
 */
export async function place(
  rects: readonly DOMRect[],
  card: Size,
  viewport: Size,
  floating: HTMLElement,
  side?: Placed['side'],
): Promise<Placed> {
  const now = { width: card.width, height: Math.min(card.height, Math.floor(viewport.height * MOST_HIGH)) };
  let maxHeight = now.height;
  const union = unionOf(rects);
  const reference = { getBoundingClientRect: () => union, getClientRects: () => [...rects] };
  const { x, y, placement } = await computePosition(reference, floating, {
    strategy: 'fixed',
    placement: side === 'above' ? 'top-start' : 'bottom-start',
    platform: answers(now, viewport, floating),
    middleware: [
      // A mention broken over two lines: below the last of them, above the first, never between.
      inline(),
      offset(GAP),
      ...(side ? [] : [flip({ padding: EDGE, crossAxis: false, fallbackStrategy: 'bestFit' })]),
      size({
        padding: EDGE,
        apply({ availableHeight }) {
          maxHeight = Math.max(0, Math.min(now.height, Math.floor(availableHeight)));
          now.height = maxHeight;
        },
      }),
      // Sideways only: shifting up or down would put the card over the line.
      shift({ padding: EDGE, crossAxis: false }),
    ],
  });
  return {
    left: Math.round(x),
    top: Math.round(y),
    maxHeight,
    side: placement.startsWith('top') ? 'above' : 'below',
  };
}

/**
 * Floating UI asks its platform for every measure. Ours answers from numbers: inside a closed shadow root of a page we do
 * not own, walking the page's ancestors (what the DOM platform does) can only find things that do not concern us.
 */
function answers(card: Size, viewport: Size, floating: HTMLElement): Platform {
  return {
    getElementRects: ({ reference }) => {
      const { x, y, width, height } = reference.getBoundingClientRect();
      return { reference: { x, y, width, height }, floating: { x: 0, y: 0, ...card } };
    },
    getClippingRect: () => ({ x: 0, y: 0, ...viewport }),
    getDimensions: () => ({ ...card }),
    getClientRects: (element) => [...element.getClientRects()],
    convertOffsetParentRelativeRectToViewportRelativeRect: ({ rect }) => rect,
    getOffsetParent: () => floating,
    getDocumentElement: () => floating,
    isElement: () => false,
    isRTL: () => false,
    getScale: () => ({ x: 1, y: 1 }),
  };
}

function unionOf(rects: readonly DOMRect[]): DOMRect {
  const left = Math.min(...rects.map((r) => r.left));
  const top = Math.min(...rects.map((r) => r.top));
  const right = Math.max(...rects.map((r) => r.right));
  const bottom = Math.max(...rects.map((r) => r.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
