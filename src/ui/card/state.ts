/**
 * When a card shows. Pure: events in, state out; the view owns clocks and the page.
 * Every wait carries a token of its own, so a timer that fires after the pointer has gone on is simply not for us any
 * more (Justineo/github-hovercard#24: timers that outlive the hover).
 */

/** Long enough that a pointer crossing a line opens nothing, short enough that resting feels answered (birchill/10ten-ja-reader#10). */
export const REST_MS = 350;
/** The way from a term to its card and back, at a calm hand's speed (chakra-ui/zag#3181: lost in the gap). */
export const GRACE_MS = 300;

export type How = 'hover' | 'click' | 'key' | 'touch';

/** Something a card can open for; `key` tells one mention from another. */
export interface Keyed {
  key: string;
}

export type CardState<T extends Keyed> =
  | { phase: 'idle'; token: number }
  | { phase: 'dwelling'; token: number; target: T }
  | { phase: 'open'; token: number; target: T }
  /** the pointer is off term and card; `next` is another term it rests on meanwhile */
  | { phase: 'leaving'; token: number; target: T; next: T | null }
  | { phase: 'pinned'; token: number; target: T; how: How };

export type CardEvent<T extends Keyed> =
  | { type: 'rest'; target: T }
  /** the pointer left the term or the card */
  | { type: 'away' }
  /** off both, but still on its way to the card: the grace begins again */
  | { type: 'toward' }
  /** the pointer is on the card */
  | { type: 'enter' }
  | { type: 'timer'; token: number }
  /** a click, tap or key on a term, or a press inside the open card */
  | { type: 'pin'; target: T; how: How }
  /** back to following the pointer */
  | { type: 'unpin' }
  | { type: 'close' }
  /** the reader selects text or holds a button: nothing new may open */
  | { type: 'busy' };

export const idle = <T extends Keyed>(): CardState<T> => ({ phase: 'idle', token: 0 });

/** @returns the next state; the very same object when the event changes nothing */
export function step<T extends Keyed>(state: CardState<T>, event: CardEvent<T>): CardState<T> {
  const token = state.token + 1;
  switch (event.type) {
    case 'close':
      return state.phase === 'idle' ? state : { phase: 'idle', token };
    case 'pin':
      return { phase: 'pinned', token, target: event.target, how: event.how };
    case 'unpin':
      return state.phase === 'pinned' ? { phase: 'open', token, target: state.target } : state;
    case 'rest':
      return rest(state, event.target, token);
    case 'timer':
      return event.token === state.token ? ring(state, token) : state;
    case 'enter':
      return state.phase === 'leaving' ? { phase: 'open', token, target: state.target } : state;
    case 'busy':
      if (state.phase === 'dwelling') return { phase: 'idle', token };
      return state.phase === 'leaving' && state.next ? { ...state, next: null, token } : state;
    case 'toward':
      return state.phase === 'leaving' && !state.next ? { ...state, token } : state;
    case 'away':
      return away(state, token);
  }
}

function rest<T extends Keyed>(state: CardState<T>, target: T, token: number): CardState<T> {
  switch (state.phase) {
    case 'idle':
      return { phase: 'dwelling', token, target };
    case 'dwelling':
      // Moving within the same term is still resting on it.
      return state.target.key === target.key ? state : { phase: 'dwelling', token, target };
    case 'open':
      return state.target.key === target.key
        ? state
        : { phase: 'leaving', token, target: state.target, next: target };
    case 'leaving':
      if (state.target.key === target.key) return { phase: 'open', token, target: state.target };
      return state.next?.key === target.key ? state : { ...state, token, next: target };
    case 'pinned':
      return state;
  }
}

function away<T extends Keyed>(state: CardState<T>, token: number): CardState<T> {
  switch (state.phase) {
    case 'dwelling':
      return { phase: 'idle', token };
    case 'open':
      return { phase: 'leaving', token, target: state.target, next: null };
    case 'leaving':
      return state.next ? { ...state, token, next: null } : state;
    default:
      return state;
  }
}

function ring<T extends Keyed>(state: CardState<T>, token: number): CardState<T> {
  if (state.phase === 'dwelling') return { phase: 'open', token, target: state.target };
  if (state.phase !== 'leaving') return state;
  return state.next ? { phase: 'open', token, target: state.next } : { phase: 'idle', token };
}

/** How long until the state changes by itself, in ms; null when it waits for the reader. */
export function waitOf<T extends Keyed>(state: CardState<T>): number | null {
  if (state.phase === 'dwelling') return REST_MS;
  if (state.phase === 'leaving') return state.next ? REST_MS : GRACE_MS;
  return null;
}

/** Opened by key or tap: a dialog that takes focus, over a sheet's veil the only thing that can be reached. */
export const isDialog = <T extends Keyed>(state: CardState<T>): boolean =>
  state.phase === 'pinned' && state.how !== 'click';

/** What is on screen, null for nothing. */
export const shownIn = <T extends Keyed>(state: CardState<T>): T | null =>
  state.phase === 'idle' || state.phase === 'dwelling' ? null : state.target;
