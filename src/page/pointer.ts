/** Which mark is under the pointer? The browser names the text position; the mark's own boxes confirm it. */
import { isText } from './dom.ts';
import type { Mark } from './marks.ts';

interface CaretPoint {
  offsetNode: Node;
  offset: number;
}
type WithCaret = Document & {
  caretPositionFromPoint?: (
    x: number,
    y: number,
    options?: { shadowRoots?: ShadowRoot[] },
  ) => CaretPoint | null;
  caretRangeFromPoint?: (x: number, y: number) => Range | null;
};

/** Pointer positions this far outside a box still count, in CSS px. */
const SLACK = 3;

/** Line boxes of a mark in CSS px of the viewport; [] when its text is gone or not laid out. */
export function boxesOf(mark: Mark): DOMRect[] {
  const { startContainer, startOffset, endContainer, endOffset } = mark.range;
  if (!startContainer.isConnected || !endContainer.isConnected) return [];
  try {
    const range = new Range();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return Array.from(range.getClientRects()).filter((r) => r.width > 0 && r.height > 0);
  } catch {
    return []; // the page shortened the text node since
  }
}

const isIn = (box: DOMRect, x: number, y: number): boolean =>
  x >= box.left - SLACK && x <= box.right + SLACK && y >= box.top - SLACK && y <= box.bottom + SLACK;

/** Finds marks by text node, so that a pointer move costs one call and one look-up. */
export class HitTester {
  private readonly byNode = new Map<Node, Mark[]>();
  private readonly doc: Document;
  private readonly roots: ShadowRoot[];

  constructor(doc: Document, marks: readonly Mark[]) {
    this.doc = doc;
    const roots = new Set<ShadowRoot>();
    for (const mark of marks) {
      for (const node of new Set([mark.range.startContainer, mark.range.endContainer])) {
        const known = this.byNode.get(node);
        if (known) known.push(mark);
        else this.byNode.set(node, [mark]);
      }
      const root = mark.range.startContainer.getRootNode();
      if (root instanceof ShadowRoot) roots.add(root);
    }
    this.roots = [...roots];
  }

  /** @param x, y CSS px of the viewport */
  at(x: number, y: number): Mark | null {
    const caret = this.caret(x, y);
    if (!caret || !isText(caret.node)) return null;
    for (const mark of this.byNode.get(caret.node) ?? [])
      // A text node may hold a thousand marks: only the one at this place is measured.
      if (isNear(mark, caret) && boxesOf(mark).some((box) => isIn(box, x, y))) return mark;
    return null;
  }

  private caret(x: number, y: number): Place | null {
    const doc = this.doc as WithCaret;
    if (doc.caretPositionFromPoint) {
      const at = doc.caretPositionFromPoint(
        x,
        y,
        this.roots.length ? { shadowRoots: this.roots } : undefined,
      );
      return at && { node: at.offsetNode, offset: at.offset };
    }
    const range = doc.caretRangeFromPoint?.(x, y);
    return range ? { node: range.startContainer, offset: range.startOffset } : null;
  }
}

interface Place {
  node: Node;
  offset: number;
}

/** A caret stands between letters, so one more on either side counts. */
function isNear({ range }: Mark, { node, offset }: Place): boolean {
  const from = range.startContainer === node ? range.startOffset : 0;
  const to = range.endContainer === node ? range.endOffset : Infinity;
  return offset >= from - 1 && offset <= to + 1;
}
