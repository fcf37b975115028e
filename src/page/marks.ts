/**
 * Underlines, painted with the CSS Custom Highlight API: ranges are registered, no element of the page is touched.
 * https://drafts.csswg.org/css-highlight-api-1/
 */
import type { Mention } from '../match/types.ts';
import { isElement, parentOf } from './dom.ts';
import { isClipped, isShown } from './skip.ts';
import { locate, type TextMap } from './text.ts';

/** Names in the page's one registry; long, so that nobody else's rules or ranges are met (csswg-drafts#11095). */
export const TERM = 'station-brief-term';
export const CLAIM = 'station-brief-claim';

export interface Mark {
  /** `term` names a record, `claim` a statement */
  kind: 'term' | 'claim';
  id: string;
  surface: string;
  /** offsets into `title + "\n" + text` */
  start: number;
  end: number;
  range: StaticRange;
}

export type Strength = 'faint' | 'normal' | 'strong';

const ALPHA: Record<Strength, number> = { faint: 35, normal: 55, strong: 85 };

/** px and colours of the text itself only; nothing is inherited from or left to the page. */
function css(strength: Strength): string {
  const colour = `color-mix(in srgb, currentColor ${ALPHA[strength]}%, transparent)`;
  return `
::highlight(${TERM}) { text-decoration: underline dotted 1.5px ${colour}; text-underline-offset: 3px; }
::highlight(${CLAIM}) { text-decoration: underline wavy 1px ${colour}; text-underline-offset: 3px; }
@media (forced-colors: active) {
  ::highlight(${TERM}) { text-decoration: underline dotted 2px CanvasText; }
  ::highlight(${CLAIM}) { text-decoration: underline wavy 1px CanvasText; }
}
@media print { ::highlight(${TERM}), ::highlight(${CLAIM}) { text-decoration: none; } }`;
}

interface Registry {
  get(
    name: string,
  ): { add(range: AbstractRange): unknown; delete(range: AbstractRange): unknown; size: number } | undefined;
  set(name: string, value: unknown): unknown;
  delete(name: string): unknown;
}
declare const Highlight: new (...ranges: AbstractRange[]) => unknown;

const registry = (): Registry | null => (CSS as unknown as { highlights?: Registry }).highlights ?? null;

/** True where the browser can paint at all (Chrome 105, Firefox 140); else the popup alone serves. */
export const canPaint = (): boolean => registry() !== null && typeof Highlight === 'function';

/**
 * The range of a span of the article.
 * @returns null when the span is not in the page's text (the headline, a line break) or no longer laid out
 */
export function rangeOf(map: TextMap, shift: number, start: number, end: number): StaticRange | null {
  const from = locate(map, start - shift);
  const to = locate(map, end - shift, true);
  if (!from || !to) return null;
  if (from.node.getRootNode() !== to.node.getRootNode()) return null; // one end in a shadow tree
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
}

/** Marks for the mentions to be underlined; those in text that is not shown are left out. */
export function marksOf(
  mentions: readonly Mention[],
  claims: readonly { start: number; end: number; id: string; surface: string }[],
  map: TextMap,
  shift: number,
): Mark[] {
  const marks: Mark[] = [];
  const add = (kind: Mark['kind'], m: { start: number; end: number; id: string; surface: string }) => {
    const range = rangeOf(map, shift, m.start, m.end);
    const parent = range ? parentOf(range.startContainer) : null;
    if (range && isElement(parent) && isShown(parent) && !isClipped(parent))
      marks.push({ kind, id: m.id, surface: m.surface, start: m.start, end: m.end, range });
  };
  for (const m of mentions) if (m.mark) add('term', m);
  for (const c of claims) add('claim', c);
  return marks;
}

/** Paints marks and, when the signal aborts, takes away every trace. */
export class Painter {
  private readonly sheet = new CSSStyleSheet();
  private readonly roots = new Set<DocumentOrShadowRoot>();
  private readonly painted = new Map<string, unknown>();

  constructor(strength: Strength, signal: AbortSignal) {
    this.sheet.replaceSync(css(strength));
    signal.addEventListener('abort', () => this.clear(), { once: true });
  }

  setStrength(strength: Strength): void {
    this.sheet.replaceSync(css(strength));
  }

  /** Replaces whatever was painted before. */
  paint(marks: readonly Mark[]): void {
    const highlights = registry();
    if (!highlights) return;
    for (const [name, kind] of [
      [TERM, 'term'],
      [CLAIM, 'claim'],
    ] as const) {
      const ranges = marks.filter((m) => m.kind === kind).map((m) => m.range);
      this.forget(name);
      if (!ranges.length) continue;
      const highlight = new Highlight(...ranges);
      highlights.set(name, highlight);
      this.painted.set(name, highlight);
    }
    for (const mark of marks) this.adopt(mark.range.startContainer.getRootNode() as Document | ShadowRoot);
  }

  /** False once somebody else paints under our names: a newer version of us, after an update under the open page. */
  isInCharge(): boolean {
    return [...this.painted].every(([name, highlight]) => registry()?.get(name) === highlight);
  }

  private forget(name: string): void {
    const own = this.painted.get(name);
    if (own !== undefined && registry()?.get(name) === own) registry()?.delete(name);
    this.painted.delete(name);
  }

  private adopt(root: DocumentOrShadowRoot): void {
    if (this.roots.has(root) && [...root.adoptedStyleSheets].includes(this.sheet)) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.sheet];
    this.roots.add(root);
  }

  private clear(): void {
    this.forget(TERM);
    this.forget(CLAIM);
    for (const root of this.roots)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((s) => s !== this.sheet);
    this.roots.clear();
  }
}
