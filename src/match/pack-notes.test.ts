import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../facts/schema.ts';
import { noteOf, type Note } from './base.ts';
import { packNotes, unpackNotes } from './pack-notes.ts';
import { fact, FACTS } from './test-base.ts';

const back = (notes: readonly Note[]) => unpackNotes(JSON.parse(JSON.stringify(packNotes(notes))));
const NOTES = FACTS.map(noteOf);

describe('packed notes', () => {
  it('come back as they were', () => expect(back(NOTES)).toEqual(JSON.parse(JSON.stringify(NOTES))));
  it('may be none', () => expect(back([])).toEqual([]));
  it('keep each source once, and share it', () => {
    expect(packNotes(NOTES).sources['url']).toHaveLength(1);
    const [a, b] = back(NOTES);
    expect(a?.sources[0]).toBe(b?.sources[0]);
  });
  it('tell sources apart that differ in one field, and keep an unknown date', () => {
    const source = NOTES[0]?.sources[0];
    if (!source) throw new Error('the made-up base has sources');
    const two = [source, { ...source, title: 'Another' }];
    const one = noteOf(fact('a', 'concept', 'A|А', { sources: two }));
    expect(back([one])[0]?.sources).toEqual(two);
    expect(back([one])[0]?.sources[0]?.published).toBeNull();
  });

  it('come back whatever fields they have', () => {
    const text = fc.record(
      { en: fc.string(), ru: fc.string(), de: fc.string() },
      { requiredKeys: ['en', 'ru'] },
    );
    const extra = fc.record(
      {
        short: text,
        note: text,
        why: text,
        disputed: text,
        weight: fc.constantFrom(1 as const, 2 as const, 3 as const),
        end: fc.constantFrom('2025', '2025-07'),
        relations: fc.constant<Fact['relations']>({ about: ['iss', 'mir'] }),
        aliases: fc.constant<Fact['aliases']>({ en: ['x', { text: 'y', caps: true }] }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(extra, { maxLength: 12 }), (extras) => {
        const notes = extras.map((more, i) =>
          noteOf({ ...fact(`f${i}`, 'concept', `F${i}|Ф${i}`), ...more }),
        );
        expect(back(notes)).toEqual(JSON.parse(JSON.stringify(notes)));
      }),
    );
  });
});
