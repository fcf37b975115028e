import { describe, expect, it } from 'vitest';
import { makeBase, noteOf, type Note } from './base.ts';
import { changesSince, digestOf } from './digest.ts';
import { fact, FACTS, INDEX } from './test-base.ts';
import type { Fact } from '../facts/schema.ts';

/** As the base holds them: with the events made of flights. */
const baseOf = (facts: readonly Fact[]): Note[] => [...makeBase(INDEX, facts.map(noteOf)).notes.values()];
const iss = fact('iss', 'programme', 'Station|Станция', {
  states: [{ state: 'in-orbit', from: '1998-11-20' }],
});
const mir = fact('mir', 'programme', 'Mir|«Мир»');
const before = digestOf(baseOf([iss, mir]));
const ids = (facts: readonly Fact[]) => {
  const changes = changesSince(before, baseOf(facts));
  return changes && [changes.changed.map((n) => n.id), changes.added.map((n) => n.id)];
};

describe('what changed in the notes', () => {
  it.each<[string, Fact[], [string[], string[]]]>([
    ['nothing', [iss, mir], [[], []]],
    ['their order', [mir, iss], [[], []]],
    ['a note', [{ ...iss, note: { en: 'New.', ru: 'Новое.' } }, mir], [['iss'], []]],
    [
      'its Russian text alone',
      [{ ...iss, note: { en: 'Note on Station.', ru: 'Иное.' } }, mir],
      [['iss'], []],
    ],
    ['a state', [{ ...iss, states: [{ state: 'deorbited', from: '2031' }] }, mir], [['iss'], []]],
    ['a field more', [{ ...iss, end: '2030' }, mir], [['iss'], []]],
    ['a record more', [iss, mir, fact('nasa', 'organisation', 'NASA|НАСА')], [[], ['nasa']]],
    ['a record less', [iss], [[], []]],
    ['the day it was checked', [{ ...iss, checked: '2026-11-22', asOf: '2026-11' }, mir], [[], []]],
    ['a source', [{ ...iss, sources: [] }, mir], [[], []]],
    ['a name in a third language', [{ ...iss, name: { ...iss.name, de: 'Raumstation' } }, mir], [[], []]],
  ])('%s', (_, facts, expected) => expect(ids(facts)).toEqual(expected));

  it('does not hang on the order of fields', () => {
    const turned = Object.fromEntries(Object.entries(iss).toReversed()) as Fact;
    const states = [{ from: '1998-11-20', state: 'in-orbit' as const }];
    expect(ids([{ ...turned, states }, mir])).toEqual([[], []]);
  });
  it('stays what it was: a code that changes would tell every reader that all is new', () =>
    expect(before).toBe('CGcJsfiJ2klq4ReurrYh'));
  it('counts a flight once, not its dates beside it', () => {
    const flight = (landing: string) =>
      fact('f-1', 'flight', 'F|Ф', { dates: { launch: '2025-01-01', landing } });
    const changes = changesSince(digestOf(baseOf([flight('2025-06')])), baseOf([flight('2025-07')]));
    expect(changes?.changed.map((n) => n.id)).toEqual(['f-1']);
    expect(changes?.added).toEqual([]);
  });
  it.each(['x', 'no digest at all', '\u0000'.repeat(10)])('%j is no digest', (text) =>
    expect(changesSince(text, baseOf([iss]))).toBeNull(),
  );
  it('of nothing, all is new', () =>
    expect(changesSince('', baseOf(FACTS))?.added).toHaveLength(FACTS.length));
});
