/**
 * Underlines, painted with the CSS Custom Highlight API: ranges are registered, no element of the page is touched.
 * https://drafts.csswg.org/css-highlight-api-1/
 */
import type { Mention } from '../match/types.ts';
import { isElement, parentOf, setSheets, sheetsOf } from './dom.ts';
import { isClipped, isShown } from './skip.ts';
import { atOnce, type Steps } from './slices.ts';
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
  get(name: string): unknown;
  set(name: string, value: unknown): unknown;
  delete(name: string): unknown;
}
declare const Highlight: new () => { add(range: AbstractRange): unknown };

const registry = (): Registry | null => (CSS as unknown as { highlights?: Registry }).highlights ?? null;

/** Whoever painted under this name, it is painted no more. */
export const forgetPainted = (name: string): void => void registry()?.delete(name);

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

/** More underlines than this help nobody, and each costs the browser something whenever it paints. */
const MOST_MARKS = 3000;
/** Marks between two places where the work may pause. */
const STEP = 8;

type Found = { start: number; end: number; id: string; surface: string };

/** @see marksOfSteps */
export const marksOf = (...given: Parameters<typeof marksOfSteps>): Mark[] => atOnce(marksOfSteps(...given));

/** Marks for the mentions to be underlined; those in text that is not shown are left out. */
export function* marksOfSteps(
  mentions: readonly Mention[],
  claims: readonly Found[],
  map: TextMap,
  shift: number,
): Steps<Mark[]> {
  const marks: Mark[] = [];
  const wanted: (readonly [Mark['kind'], Found])[] = [
    ...mentions.filter((m) => m.mark).map((m) => ['term', m] as const),
    ...claims.map((c) => ['claim', c] as const),
  ];
  for (const [i, [kind, m]] of wanted.slice(0, MOST_MARKS).entries()) {
    if (i % STEP === 0) yield;
    const range = rangeOf(map, shift, m.start, m.end);
    const parent = range ? parentOf(range.startContainer) : null;
    if (range && isElement(parent) && isShown(parent) && !isClipped(parent))
      marks.push({ kind, id: m.id, surface: m.surface, start: m.start, end: m.end, range });
  }
  return marks;
}

/** Paints marks and, when the signal aborts, takes away every trace. */
export class Painter {
  private readonly sheet = new CSSStyleSheet();
  private readonly roots = new Set<Document | ShadowRoot>();
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
      const highlight = new Highlight();
      for (const range of ranges) highlight.add(range); // not in one call: arguments are limited
      highlights.set(name, highlight);
      this.painted.set(name, highlight);
    }
    for (const root of new Set(marks.map((m) => m.range.startContainer.getRootNode())))
      this.adopt(root as Document | ShadowRoot);
  }

  private forget(name: string): void {
    const own = this.painted.get(name);
    if (own !== undefined && registry()?.get(name) === own) registry()?.delete(name);
    this.painted.delete(name);
  }

  private adopt(root: Document | ShadowRoot): void {
    const sheets = sheetsOf(root);
    if (!sheets.includes(this.sheet)) setSheets(root, [...sheets, this.sheet]);
    this.roots.add(root);
  }

  private clear(): void {
    this.forget(TERM);
    this.forget(CLAIM);
    for (const root of this.roots)
      setSheets(
        root,
        sheetsOf(root).filter((s) => s !== this.sheet),
      );
    this.roots.clear();
  }
}
