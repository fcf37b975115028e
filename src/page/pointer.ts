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
export function boxesOf(doc: Document, mark: Mark): DOMRect[] {
  const { startContainer, startOffset, endContainer, endOffset } = mark.range;
  if (!startContainer.isConnected || !endContainer.isConnected) return [];
  try {
    const range = doc.createRange();
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
        this.byNode.set(node, [...(this.byNode.get(node) ?? []), mark]);
      }
      const root = mark.range.startContainer.getRootNode();
      if (root instanceof ShadowRoot) roots.add(root);
    }
    this.roots = [...roots];
  }

  /** @param x, y CSS px of the viewport */
  at(x: number, y: number): Mark | null {
    const caret = this.caret(x, y);
    if (!caret || !isText(caret)) return null;
    for (const mark of this.byNode.get(caret) ?? []) {
      if (boxesOf(this.doc, mark).some((box) => isIn(box, x, y))) return mark;
    }
    return null;
  }

  private caret(x: number, y: number): Node | null {
    const doc = this.doc as WithCaret;
    if (doc.caretPositionFromPoint) {
      return (
        doc.caretPositionFromPoint(x, y, this.roots.length ? { shadowRoots: this.roots } : undefined)
          ?.offsetNode ?? null
      );
    }
    return doc.caretRangeFromPoint?.(x, y)?.startContainer ?? null;
  }
}
