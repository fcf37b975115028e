import { describe, expect, it } from 'vitest';
import { GRACE_MS, idle, REST_MS, shownIn, step, waitOf, type CardEvent, type CardState } from './state.ts';

interface T {
  key: string;
}
const a: T = { key: 'a' };
const b: T = { key: 'b' };

/** Events in short: `rest a`, `away`, `timer` (the current one), `late` (one that should be ignored). */
function run(events: readonly string[]): CardState<T> {
  return events.reduce<CardState<T>>((state, word) => step(state, eventOf(word, state)), idle());
}

function eventOf(word: string, state: CardState<T>): CardEvent<T> {
  const [type, name] = word.split(' ');
  const target = name === 'b' ? b : a;
  if (type === 'rest') return { type, target };
  if (type === 'click') return { type: 'pin', target, how: 'click' };
  if (type === 'key') return { type: 'pin', target, how: 'key' };
  if (type === 'timer') return { type, token: state.token };
  if (type === 'late') return { type: 'timer', token: state.token - 1 };
  if (
    type === 'away' ||
    type === 'toward' ||
    type === 'enter' ||
    type === 'close' ||
    type === 'busy' ||
    type === 'unpin'
  )
    return { type };
  throw new Error(word);
}

const table: [name: string, events: string[], phase: CardState<T>['phase'], shown: string | null][] = [
  ['rests, nothing yet', ['rest a'], 'dwelling', null],
  ['opens after the rest', ['rest a', 'timer'], 'open', 'a'],
  ['leaving before the delay opens nothing', ['rest a', 'away', 'timer'], 'idle', null],
  ['a timer of an earlier dwell is ignored', ['rest a', 'away', 'rest b', 'late'], 'dwelling', null],
  ['moving within the term keeps the same dwell', ['rest a', 'rest a', 'timer'], 'open', 'a'],
  ['away starts the grace', ['rest a', 'timer', 'away'], 'leaving', 'a'],
  ['closes after the grace', ['rest a', 'timer', 'away', 'timer'], 'idle', null],
  ['the card reached in time stays', ['rest a', 'timer', 'away', 'enter'], 'open', 'a'],
  [
    'a late grace timer does not close a card reached',
    ['rest a', 'timer', 'away', 'enter', 'late'],
    'open',
    'a',
  ],
  ['the safe path restarts the grace', ['rest a', 'timer', 'away', 'toward', 'late'], 'leaving', 'a'],
  ['back on the term', ['rest a', 'timer', 'away', 'rest a'], 'open', 'a'],
  ['another term crossed keeps the card', ['rest a', 'timer', 'rest b'], 'leaving', 'a'],
  ['resting on another term moves to it', ['rest a', 'timer', 'rest b', 'timer'], 'open', 'b'],
  ['crossing another term to the card', ['rest a', 'timer', 'rest b', 'enter'], 'open', 'a'],
  ['crossing another term and leaving it', ['rest a', 'timer', 'rest b', 'away', 'timer'], 'idle', null],
  ['a click pins', ['click a'], 'pinned', 'a'],
  ['a pinned card stays when the pointer goes', ['click a', 'away', 'rest b', 'timer'], 'pinned', 'a'],
  ['a click on another term moves the pin', ['click a', 'click b'], 'pinned', 'b'],
  ['unpinned it follows the pointer again', ['click a', 'unpin', 'away', 'timer'], 'idle', null],
  ['close from pinned', ['key a', 'close'], 'idle', null],
  ['close from dwelling', ['rest a', 'close', 'timer'], 'idle', null],
  ['selecting stops a dwell', ['rest a', 'busy', 'timer'], 'idle', null],
  ['selecting does not close an open card', ['rest a', 'timer', 'busy'], 'open', 'a'],
];

describe('card state', () => {
  it.each(table)('%s', (_name, events, phase, shown) => {
    const state = run(events);
    expect(state.phase).toBe(phase);
    expect(shownIn(state)?.key ?? null).toBe(shown);
  });

  it('returns the same object when nothing changes', () => {
    const state = run(['rest a', 'timer']);
    expect(step(state, { type: 'rest', target: a })).toBe(state);
    expect(step(state, { type: 'enter' })).toBe(state);
  });

  it('waits only where something may happen by itself', () => {
    expect(waitOf(run(['rest a']))).toBe(REST_MS);
    expect(waitOf(run(['rest a', 'timer']))).toBeNull();
    expect(waitOf(run(['rest a', 'timer', 'away']))).toBe(GRACE_MS);
    expect(waitOf(run(['rest a', 'timer', 'rest b']))).toBe(REST_MS);
    expect(waitOf(run(['click a']))).toBeNull();
  });
});
