/** What a reader does on the page, turned into requests to the card: rest, click, tap, key. */
import { matches } from './dom.ts';
import type { Mark } from './marks.ts';
import { HitTester } from './pointer.ts';

/** The part of the card that triggers need; its owner decides about delays and places. */
export interface CardPort<Target> {
  rest(target: Target): void;
  away(): void;
  open(target: Target, how: 'click' | 'key' | 'touch'): void;
  isOpen(): boolean;
  contains(x: number, y: number): boolean;
}

export interface TriggerPort<Target> {
  marks(): readonly Mark[];
  card: CardPort<Target>;
  targetOf(mark: Mark): Target | null;
  trigger(): 'hover' | 'click' | 'key';
}

const LINK = 'a[href], button';
/** Pointer moves are looked at most this often, in ms. */
const EVERY = 40;

/**
 * Listens until the signal aborts. Passive throughout: the page's own handling is never touched. Only what the browser
 * itself reports counts (`isTrusted`): a page that makes up events could open a card under the reader's hand, or close it.
 */
export function listen<Target>(doc: Document, signal: AbortSignal, port: TriggerPort<Target>): void {
  let tester: HitTester | null = null;
  let tested: readonly Mark[] = [];
  let over: Mark | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: { x: number; y: number } | null = null;

  const markAt = (x: number, y: number): Mark | null => {
    const marks = port.marks();
    if (!marks.length) return null;
    if (!tester || tested !== marks) {
      tester = new HitTester(doc, marks);
      tested = marks;
    }
    return tester.at(x, y);
  };

  const isSelecting = (): boolean => {
    const selection = doc.getSelection();
    return selection !== null && !selection.isCollapsed;
  };

  const settle = () => {
    timer = undefined;
    if (!last || port.trigger() !== 'hover') return;
    const { x, y } = last;
    if (port.card.isOpen() && port.card.contains(x, y)) return;
    const mark = isSelecting() ? null : markAt(x, y);
    if (mark) {
      const target = port.targetOf(mark);
      if (target) port.card.rest(target);
    } else if (over || port.card.isOpen()) port.card.away();
    over = mark;
  };

  const options = { passive: true, capture: true, signal } as const;
  doc.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch' || event.buttons !== 0) return;
      last = { x: event.clientX, y: event.clientY };
      timer ??= setTimeout(settle, EVERY);
    },
    options,
  );
  doc.addEventListener(
    'pointerleave',
    (event) => {
      // Capturing, this hears of every element that is left; only the window's edge is meant.
      if (!event.isTrusted || (event.target instanceof Element && event.target !== doc.documentElement))
        return;
      last = null;
      over = null;
      port.card.away();
    },
    options,
  );
  doc.addEventListener(
    'click',
    (event) => {
      const pointer = event as PointerEvent;
      if (!event.isTrusted || event.button !== 0 || isSelecting() || port.trigger() === 'key') return;
      if (port.card.contains(event.clientX, event.clientY)) return;
      const mark = markAt(event.clientX, event.clientY);
      const target = mark ? port.targetOf(mark) : null;
      // A link under the term keeps its click: the page is on its way elsewhere.
      const onLink = event.composedPath().some((at) => at instanceof Element && matches(at, LINK));
      if (target && !onLink) port.card.open(target, pointer.pointerType === 'touch' ? 'touch' : 'click');
    },
    options,
  );
  signal.addEventListener('abort', () => timer !== undefined && clearTimeout(timer), { once: true });
}
