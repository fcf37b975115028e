import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileIndex, type FindIndex } from './compile.ts';
import { CAPS, formText, NAMED, type FormRow } from './form.ts';
import type { TargetKind } from './trie.ts';
import type { Visit } from './matcher.ts';
import { openIndex, packForms, packIndex, unpackForms } from './pack.ts';
import { fact, INDEX } from './test-base.ts';

const sorted = (rows: readonly FormRow[]) => rows.map((r) => JSON.stringify(r)).sort();
/** Forms that a visit gives, each once. */
function visited(give: (visit: Visit) => void): FormRow[] {
  const rows = new Map<string, FormRow>();
  give((units, length, flags, langs) => {
    const text = formText(String.fromCharCode(...units.subarray(0, length)));
    const row: FormRow = [
      flags & CAPS ? String.fromCharCode(...units.subarray(0, length)) : text,
      flags,
      langs,
    ];
    rows.set(JSON.stringify(row), row);
  });
  return [...rows.values()];
}
const unpacked = (packed: ReturnType<typeof packForms>, bit = -1) =>
  visited((visit) => unpackForms(JSON.parse(JSON.stringify(packed)), bit, visit));

/** The index that comes out of the package, for all languages. */
function unpackIndex(packed: ReturnType<typeof packIndex>): FindIndex {
  const index = openIndex(JSON.parse(JSON.stringify(packed)));
  const forms = (kind: TargetKind, at: number) => visited((visit) => index.forms(kind, at, -1, visit));
  return {
    entities: index.entities.map(([id, kind], at) => [id, kind, forms('entity', at)]),
    topics: index.topics.map(([id], at) => [id, forms('topic', at)]),
    lexicon: index.lexicon.map(([name], at) => [name, forms('lexicon', at)]),
    lines: index.lines.map((_, at) => forms('line', at)),
    claims: index.claims.map(([id], at) => [id, [...index.rules(at)]]),
  };
}

/** Forms in one order: packing sorts them. */
const inOrder = (index: FindIndex) => ({
  ...index,
  entities: index.entities.map(([id, kind, forms]) => [id, kind, sorted(forms)]),
  topics: index.topics.map(([id, forms]) => [id, sorted(forms)]),
  lexicon: index.lexicon.map(([name, forms]) => [name, sorted(forms)]),
  lines: index.lines.map(sorted),
});

describe('pack', () => {
  it('gives the index of the base back', () =>
    expect(inOrder(unpackIndex(packIndex(INDEX)))).toEqual(inOrder(INDEX)));
  it('is smaller', () =>
    expect(JSON.stringify(packIndex(INDEX)).length).toBeLessThan(JSON.stringify(INDEX).length * 0.7));
  it('says the same twice', () =>
    expect(JSON.stringify(packIndex(INDEX))).toBe(JSON.stringify(packIndex(INDEX))));
  it('takes an index with nothing in it', () => {
    const empty = compileIndex([], {});
    expect(unpackIndex(packIndex(empty))).toEqual(empty);
  });

  it('leaves out the surnames that follow from names', () => {
    const one = (aliases: string[]) =>
      compileIndex([fact('p', 'person', 'Anna Fisher|Анна Фишер', { aliases: { en: aliases } })], {});
    expect(JSON.stringify(packIndex(one([])))).toContain('surnames');
    for (const aliases of [[], ['Anna Lee Fisher'], ['Madonna'], ['Anna F']]) {
      const index = one(aliases);
      expect(inOrder(unpackIndex(packIndex(index)))).toEqual(inOrder(index));
    }
  });

  it('stores ships of one series as what sets them apart', () => {
    const ship = (n: string) =>
      fact(`soyuz-${n}`, 'flight', `Soyuz TMA-${n}|Союз ТМА-${n}`, {
        aliases: { en: [{ text: `TMA-${n}`, when: 'near', caps: true }] },
      });
    const index = compileIndex(
      [ship('9'), ship('10'), fact('zvezda', 'module', 'Zvezda|Звезда'), ship('01M')],
      {},
    );
    const packed = packIndex(index);
    expect(packed.entities.map(([id, , forms]) => [id, forms])).toEqual([
      ['soyuz-9', expect.any(Object)],
      ['soyuz-10', '1|10'],
      ['zvezda', expect.any(Object)],
      ['soyuz-01M', expect.any(Object)],
    ]);
    expect(inOrder(unpackIndex(packed))).toEqual(inOrder(index));
  });

  it.each([
    ['another number of forms', 'Soyuz 1', 'Soyuz 2|Союз 2'],
    ['another first word', 'Soyuz 1|Союз 1', 'Progress 2|Прогресс 2'],
    ['a sign of the packing in a word', 'Soyuz 1', 'Soyuz |'],
  ])('takes no ship for one of the series before it: %s', (_, before, after) => {
    const index = compileIndex([fact('a', 'flight', before), fact('b', 'flight', after)], {});
    expect(inOrder(unpackIndex(packIndex(index)))).toEqual(inOrder(index));
    expect(typeof packIndex(index).entities[1]?.[2]).toBe('object');
  });

  const word = fc.stringMatching(/^[a-zа-яієґ0-9宇宙ソー]{1,12}\*?$/).map(formText);
  const form = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.filter(Boolean).join(' '));
  const row = fc.tuple(
    form.filter(Boolean),
    fc.constantFrom(0, 1, NAMED, 3),
    fc.constantFrom(0, 1, 2, 6),
  ) as fc.Arbitrary<FormRow>;

  it('gives any folded forms back', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const once = [...new Map(rows.map((r) => [JSON.stringify(r), r])).values()];
        expect(sorted(unpacked(packForms(once)))).toEqual(sorted(once));
      }),
    );
  });

  it('keeps capitals where they matter', () => {
    const rows: FormRow[] = [
      ['ISS', CAPS, 0],
      ['МКС', CAPS, 2],
      ['Node 1', CAPS, 0],
    ];
    expect(sorted(unpacked(packForms(rows)))).toEqual(sorted(rows));
  });

  it('gives the forms of one language and those of all', () => {
    const rows: FormRow[] = [
      ['nasa', 0, 0],
      ['насе', 0, 2],
      ['stacji', 0, 256],
      ['both', 0, 3],
    ];
    const texts = (bit: number) => unpacked(packForms(rows), bit).map(([text]) => text);
    expect(texts(1)).toEqual(['nasa', 'both']);
    expect(texts(2)).toEqual(['nasa', 'насе', 'both']);
    expect(texts(0)).toEqual(['nasa']);
  });

  it('tells forms apart that share more than thirty-five letters', () => {
    const long = 'a'.repeat(50);
    const rows: FormRow[] = [
      [`${long} b`, 0, 0],
      [`${long} c`, 0, 0],
      [long, 0, 0],
    ];
    expect(sorted(unpacked(packForms(rows)))).toEqual(sorted(rows));
  });
});
