import { describe, expect, it } from 'vitest';
import { carrierOf, checkPages, originOf } from './pages.ts';
import type { Fact } from './schema.ts';

const page = {
  url: 'https://one.example/a',
  title: 'A',
  publisher: 'TASS',
  published: '2025-01-01',
  accessed: '2026-01-01',
  lang: 'en',
  tier: 2 as const,
};
type Source = typeof page;

/** A fact for each list of sources, each in a file of its own. */
const base = (...lists: Partial<Source>[][]): Fact[] =>
  lists.map((list, i) => ({
    id: `r${i}`,
    kind: 'concept',
    name: { en: 'Name', ru: 'Имя' },
    checked: '2026-01-01',
    file: `${i}.yaml`,
    sources: list.map((s) => ({ ...page, ...s }) as Fact['sources'][number]),
  }));

describe('publishers', () => {
  it.each([
    ['TASS', 'TASS', 'TASS'],
    ['AP (at KXL)', 'AP', 'KXL'],
    ['NASA (at a Usenet archive)', 'NASA', 'a Usenet archive'],
    ['UAWire (citing RIA Novosti)', 'RIA Novosti', 'UAWire'],
    [
      'Salyut Design Bureau (Khrunichev Center)',
      'Salyut Design Bureau (Khrunichev Center)',
      'Salyut Design Bureau (Khrunichev Center)',
    ],
    ['', '', ''],
  ])('%s: the word of %s on the pages of %s', (publisher, origin, carrier) => {
    expect(originOf(publisher)).toBe(origin);
    expect(carrierOf(publisher)).toBe(carrier);
  });
});

describe('pages', () => {
  it.each<[string, Partial<Source>[][], string[]]>([
    ['one page twice', [[{}], [{}]], []],
    ['two pages of a publisher', [[{}], [{ url: 'https://www.one.example/b', title: 'B' }]], []],
    ['another day of reading', [[{}], [{ accessed: '2026-02-02' }]], []],
    [
      'a copy beside the publisher',
      [[{}], [{ url: 'https://two.example/', publisher: 'TASS (at Two)' }]],
      [],
    ],
    [
      'two tiers',
      [[{ tier: 1 as never }], [{}]],
      ['1.yaml https://one.example/a has tier “2” here, “1” in 0.yaml'],
    ],
    [
      'two titles',
      [[{}], [{ title: 'B' }]],
      ['1.yaml https://one.example/a has title “B” here, “A” in 0.yaml'],
    ],
    [
      'a date and none',
      [[{}], [{ published: null as never }]],
      ['1.yaml https://one.example/a has published “null” here, “2025-01-01” in 0.yaml'],
    ],
    [
      'the same contradiction twice in one file',
      [[{}], [{ title: 'B' }, { title: 'B' }]],
      ['1.yaml https://one.example/a has title “B” here, “A” in 0.yaml'],
    ],
    [
      'two names of a host',
      [[{}], [{ url: 'https://www.one.example/b', publisher: 'Interfax' }]],
      ['1.yaml the pages of one.example are published by both “TASS” and “Interfax”'],
    ],
    [
      'a copy that does not name its carrier',
      [[{ publisher: 'AP (at KXL)' }], [{ url: 'http://one.example./', publisher: 'AP' }]],
      ['1.yaml the pages of one.example are published by both “KXL” and “AP”'],
    ],
    [
      'a name in two spellings',
      [
        [{ publisher: 'NASASpaceflight' }],
        [{ url: 'https://two.example/', publisher: 'The NASA Spaceflight' }],
      ],
      ['1.yaml the publisher “The NASA Spaceflight” is “NASASpaceflight” elsewhere'],
    ],
    [
      'a carrier in two spellings',
      [[{ publisher: 'AFP (at Space Daily)' }], [{ url: 'https://two.example/', publisher: 'SpaceDaily' }]],
      ['1.yaml the publisher “SpaceDaily” is “Space Daily” elsewhere'],
    ],
    [
      'a name in Cyrillic',
      [[{ publisher: 'Интерфакс' }]],
      ['0.yaml the publisher “Интерфакс” is not in Latin letters; use its own English name'],
    ],
    [
      'a carrier in other words',
      [[{ publisher: 'NASA (mailing list copy)' }]],
      ['0.yaml the publisher “NASA (mailing list copy)” is to be written “A (at B)” or “A (citing B)”'],
    ],
    ['a place in brackets', [[{ publisher: 'LaPresse (Italy)' }]], []],
    [
      'a copy of tier 1',
      [[{ publisher: 'NASA (at WebWire)', tier: 1 as never }]],
      [
        '0.yaml https://one.example/a is a copy, or an account of another’s text (“NASA (at WebWire)”), so tier 2',
      ],
    ],
    ['an archive of tier 1', [[{ publisher: 'NASA (at Internet Archive)', tier: 1 as never }]], []],
    [
      'a page that is a lead only',
      [[{ url: 'https://en.wikipedia.org/wiki/Mir', publisher: 'Wikipedia' }]],
      ['0.yaml https://en.wikipedia.org/wiki/Mir leads to a source and is none: en.wikipedia.org is a wiki'],
    ],
    ['accents and dashes', [[{ publisher: 'Fédération – Sud' }]], []],
  ])('%s', (_name, lists, expected) =>
    expect(
      checkPages(base(...lists)).map(
        ({ file, field, what }) => `${file} ${field === 'sources' ? what : field}`,
      ),
    ).toEqual(expected),
  );
});
