import { describe, expect, it } from 'vitest';
import type { Fact } from '../facts/schema.ts';
import { makeBase, noteOf } from './base.ts';
import { compileIndex } from './compile.ts';
import { positionsOf } from './positions.ts';
import { fact } from './test-base.ts';

const said = (party: string, date: string, words: string) => ({
  party,
  date,
  said: { en: words, ru: `${words} (ru)` },
  source: 0,
});
const positions: Fact['positions'] = [
  said('zeta', '2023-04-25', 'until 2028'),
  said('zeta', '2022-07-26', 'leaves after 2024'),
  said('zeta', '2015', 'until 2024'),
  said('alpha', '2021-12-31', 'until 2030'),
  said('gone', '2020', 'says nothing more'),
];
const facts = [
  fact('zeta', 'organisation', 'Zeta|Альфа-русская'),
  fact('alpha', 'organisation', 'Alpha|Ромашка'),
  fact('topic', 'topic', 'How long|Сколько', { positions }),
  fact('plain', 'topic', 'Another|Другое'),
];
const base = makeBase(compileIndex(facts, {}), facts.map(noteOf));
const rows = (published: string | null, lang: 'en' | 'ru' = 'en', id = 'topic') => {
  const note = base.notes.get(id);
  if (!note) throw new Error(`no ${id}`);
  return positionsOf(note, base, { lang, published, today: '2026-11-22' }).map((p) => [
    p.party,
    p.then?.said ?? null,
    p.now.said,
    p.later,
  ]);
};

describe('positions', () => {
  it.each<[string, string | null, [then: string | null, now: string, later: boolean]]>([
    ['a new article', '2026-01-01', [null, 'until 2028', false]],
    ['the day it was said', '2023-04-25', [null, 'until 2028', false]],
    ['between two turns', '2022-08-01', ['leaves after 2024', 'until 2028', true]],
    ['a month is not yet over', '2022-07', ['until 2024', 'until 2028', true]],
    ['before the first', '2014-05-05', [null, 'until 2028', true]],
    ['an article without a date', null, [null, 'until 2028', false]],
  ])('%s', (_name, published, [then, now, later]) =>
    expect(rows(published).find(([party]) => party === 'Zeta')).toEqual(['Zeta', then, now, later]),
  );
  it('stand in order of their names, in the language of the reader', () => {
    expect(rows(null).map(([party]) => party)).toEqual(['Alpha', 'Zeta', 'gone']);
    expect(rows(null, 'ru').map(([party, , now]) => [party, now])).toEqual([
      ['gone', 'says nothing more (ru)'],
      ['Альфа-русская', 'until 2028 (ru)'],
      ['Ромашка', 'until 2030 (ru)'],
    ]);
  });
  it('are none for most records', () => expect(rows(null, 'en', 'plain')).toEqual([]));
});
