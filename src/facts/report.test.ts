import { describe, expect, it } from 'vitest';
import { floorsOf, FLOORS, gapsOf, isBrokenRelation, reportOf } from './report.ts';
import type { Fact, FactSource } from './schema.ts';

const source = (url: string, tier: 1 | 2, publisher = 'TASS'): FactSource => ({
  url,
  title: 'A page',
  publisher,
  published: null,
  accessed: '2026-11-22',
  lang: 'en',
  tier,
});

const fact = (id: string, more: Partial<Fact> = {}): Fact => ({
  id,
  kind: 'person',
  name: { en: id, ru: id },
  checked: '2026-11-22',
  sources: [source('https://one.example/', 1)],
  file: 'people.yaml',
  ...more,
});

const office = (since?: string): Fact =>
  fact('head', { kind: 'office', of: 'agency', ...(since ? { since } : {}) });
const holder = (id: string, from: string, to?: string): Fact =>
  fact(id, { roles: [{ office: 'head', from, ...(to ? { to } : {}) }] });

const gap = (after: string | null, before: string | null, from: string, to: string | null) => ({
  office: 'head',
  after,
  before,
  from,
  to,
});

describe('gaps in an office that promises none', () => {
  it.each([
    ['no promise', undefined, [holder('ann', '2010', '2012'), holder('bob', '2014')], []],
    ['one follows the other', '2010', [holder('ann', '2010', '2012-05-01'), holder('bob', '2012-05-01')], []],
    [
      'the next day is no gap',
      '2010',
      [holder('ann', '2010', '2012-05-01'), holder('bob', '2012-05-02')],
      [],
    ],
    [
      'between two',
      '2010',
      [holder('ann', '2010', '2012-05-01'), holder('bob', '2012-07-01')],
      [gap('ann', 'bob', '2012-05-01', '2012-07-01')],
    ],
    [
      'coarse dates get the benefit',
      '2010',
      [holder('ann', '2010', '2012'), holder('bob', '2012-07-01')],
      [],
    ],
    ['before the promise', '2013', [holder('ann', '2010', '2011'), holder('bob', '2013')], []],
    [
      'before the first',
      '2010-01',
      [holder('ann', '2010-02-15')],
      [gap(null, 'ann', '2010-01', '2010-02-15')],
    ],
    ['after the last', '2010', [holder('ann', '2010', '2026-11-20')], [gap('ann', null, '2026-11-20', null)]],
    ['left yesterday', '2010', [holder('ann', '2010', '2026-11-21')], []],
    ['leaves in the future', '2010', [holder('ann', '2010', '2027')], []],
    ['nobody at all', '2010', [], [gap(null, null, '2010', null)]],
  ])('%s', (_what, since, people, expected) => {
    const facts = [office(since), ...people];
    expect(gapsOf(facts, office(since), '2026-11-22')).toEqual(expected);
  });

  it('is asked of offices only', () =>
    expect(gapsOf([], fact('ann', { since: '2010' }), '2026-11-22')).toEqual([]));
});

describe('floors', () => {
  it('counts kinds of one floor together', () => {
    const facts = [
      ...Array.from({ length: 30 }, () => ({ kind: 'law' as const })),
      ...Array.from({ length: 19 }, () => ({ kind: 'agreement' as const })),
    ];
    expect(floorsOf(facts).find((f) => f.what === 'agreements and laws')).toEqual({
      what: 'agreements and laws',
      have: 49,
      least: 50,
      missing: 1,
    });
  });
  it.each(FLOORS)('%s: met at the floor', (what, kinds, least) => {
    const facts = Array.from({ length: least }, () => ({ kind: kinds[0] ?? 'person' }));
    expect(floorsOf(facts).find((f) => f.what === what)?.missing).toBe(0);
  });
});

describe('the report', () => {
  const facts = [
    fact('ann', { note: { en: 'A note', ru: 'Заметка' }, reviewBy: '2026-11-21' }),
    fact('bob', {
      name: { en: 'Bob', ru: 'Боб', de: 'Bob' },
      reviewBy: '2026-11-22',
      sources: [source('https://two.example/', 2), source('https://three.example/', 2, 'AP')],
    }),
    fact('launch', { kind: 'event', reviewBy: '2026-01-01', sources: [source('https://two.example/', 2)] }),
  ];
  const report = reportOf(facts, '2026-11-22');

  it.each([
    ['records', 3],
    [
      'kinds',
      [
        ['person', 2],
        ['event', 1],
      ],
    ],
    [
      'names',
      [
        ['en', 3],
        ['ru', 3],
        ['de', 1],
      ],
    ],
    [
      'notes',
      [
        ['en', 1],
        ['ru', 1],
      ],
    ],
    ['pages', 3],
    [
      'tiers',
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      'publishers',
      [
        ['TASS', 2],
        ['AP', 1],
      ],
    ],
    [
      'overdue',
      [
        { id: 'launch', reviewBy: '2026-01-01' },
        { id: 'ann', reviewBy: '2026-11-21' },
      ],
    ],
    [
      'onlyTier2',
      [
        { id: 'bob', kind: 'person' },
        { id: 'launch', kind: 'event' },
      ],
    ],
    ['gaps', []],
  ] as const)('%s', (key, expected) => expect(report[key]).toEqual(expected));

  it('of an empty base has no numbers', () =>
    expect(reportOf([], '2026-11-22')).toMatchObject({ records: 0, kinds: [], pages: 0, publishers: [] }));
});

describe('broken relations among the problems', () => {
  it.each([
    ['no record “iss”', true],
    ['“iss” is of kind programme, expected office', true],
    ['no record uses this source', false],
    ['no source “tass” in this file', false],
  ])('%s: %s', (what, expected) => expect(isBrokenRelation({ what })).toBe(expected));
});
