import { describe, expect, it } from 'vitest';
import { reportOf } from '../../facts/report.ts';
import type { Fact } from '../../facts/schema.ts';
import { makeBase, noteOf } from '../../match/base.ts';
import { asOfText } from './asof.ts';
import { jsonOf } from './json.ts';
import { columns, flow } from './layout.ts';
import { reportText } from './report-text.ts';
import { likeIds, showText } from './show.ts';

const fact = (id: string, more: Partial<Fact> = {}): Fact => ({
  id,
  kind: 'person',
  name: { en: `${id} in English`, ru: `${id} по-русски` },
  asOf: '2026-06',
  checked: '2026-11-22',
  sources: [
    {
      url: 'https://tass.example/1',
      title: 'A page',
      publisher: 'TASS',
      published: '2025-02-06',
      accessed: '2026-11-22',
      lang: 'en',
      tier: 2,
    },
  ],
  file: 'some.yaml',
  ...more,
});

const FACTS = [
  fact('head', { kind: 'office', of: 'agency' }),
  fact('deputy', { kind: 'office', of: 'agency' }),
  fact('rogozin', { roles: [{ office: 'head', from: '2018-05-24', to: '2022-07-15' }] }),
  fact('borisov', {
    roles: [{ office: 'head', from: '2022-07-15', acting: true }],
    note: { en: 'Led the agency.', ru: 'Возглавлял агентство.' },
  }),
  fact('prichal', { kind: 'module', states: [{ state: 'in-orbit', from: '2021-11-24' }] }),
  fact('gateway', { kind: 'programme', states: [{ state: 'in-development', from: '2022' }] }),
  fact('ros', { kind: 'plan', states: [{ state: 'planned', from: '2024-07-02' }] }),
  fact('last-joint', {
    kind: 'claim',
    verdict: 'imprecise',
    note: { en: 'There is more.', ru: 'Есть и другое.' },
    rules: [],
  }),
  fact('meeting', { kind: 'event', date: '2022-12', status: 'scheduled', relations: { about: ['borisov'] } }),
];
const base = makeBase({ entities: [], topics: [], lexicon: [], lines: [], claims: [] }, FACTS.map(noteOf));
const show = (id: string, lang: 'en' | 'ru' = 'en'): string => {
  const note = base.notes.get(id);
  return note ? showText(note, base, lang, '2026-11-22') : '';
};

describe('asof', () => {
  const text = asOfText(FACTS, '2022-08-01', 'en');
  it.each([
    ['the holder', /head in English +borisov in English \(acting\), since 15 Jul 2022$/m],
    ['nobody', /deputy in English +nobody on record$/m],
    ['a state', /prichal in English +in orbit, since 24 Nov 2021$/m],
    ['what the year leaves open', /gateway in English +in development, since 2022 \(\?\)$/m],
    ['what is yet to come', /In no state on record then: 1\n {2}ros$/],
  ])('%s', (_what, line) => expect(text).toMatch(line));

  it('in a month of change names both', () => {
    expect(asOfText(FACTS, '2022-07', 'ru')).toMatch(
      /rogozin по-русски.* \(\?\) \| borisov по-русски.* \(\?\)$/m,
    );
  });
});

describe('show', () => {
  it.each([
    ['borisov', 'en', 'borisov in English\nperson · borisov\n\nLed the agency.\n'],
    ['borisov', 'ru', 'borisov по-русски\nчеловек · borisov\n\nВозглавлял агентство.\n'],
    ['borisov', 'en', 'since 15 Jul 2022  head in English (acting) [head]'],
    ['borisov', 'en', 'Dec 2022  meeting in English · planned [meeting]'],
    ['borisov', 'en', 'TASS, “A page”, 6 Feb 2025 (tier 2, en)\n    https://tass.example/1'],
    ['borisov', 'en', 'as of Jun 2026 · checked 22 Nov 2026'],
    ['head', 'en', '\nNow: borisov in English (acting)\n'],
    ['meeting', 'en', 'event · meeting · December 2022 · planned'],
    ['last-joint', 'en', 'statement · last-joint · needs precision\n\nThe record: There is more.'],
    ['prichal', 'en', 'in orbit  since 24 Nov 2021'],
  ] as const)('%s in %s: %s', (id, lang, part) =>
    expect(show(id, lang).replaceAll('\u00a0', ' ')).toContain(part),
  );

  it.each([
    ['ris', ['borisov']],
    ['rogozin-dmitry', ['rogozin']],
    ['xyz', []],
    ['o', []],
  ])('“%s” is like %j', (id, expected) => expect(likeIds(id, base.notes.keys())).toEqual(expected));
});

describe('json', () => {
  it('has the English name as text, all names beside it, and sources in full', () => {
    const record = jsonOf(FACTS).records.find((r) => r.id === 'borisov');
    expect(record).toMatchObject({
      kind: 'person',
      name: 'borisov in English',
      names: { ru: 'borisov по-русски' },
      sources: [{ publisher: 'TASS', tier: 2 }],
    });
  });
  it('leaves nothing out', () =>
    expect(jsonOf(FACTS).records.map((r) => r.id)).toEqual(FACTS.map((f) => f.id)));
});

describe('report', () => {
  const problems = [
    { file: 'a.yaml', record: 'x', field: 'relations.about', what: 'no record “y”' },
    { file: 'a.yaml', record: 'x', field: 'note', what: 'this field is missing' },
  ];
  const text = reportText(
    reportOf(FACTS, '2026-11-22'),
    problems,
    [{ form: 'casis', ids: ['a', 'b'] }],
    '2026-11-22',
  );
  it.each([
    ['9 records on 2026-11-22\n  person 2 · office 2 · module 1'],
    ['Names by language\n  en 9 · ru 9\n'],
    ['Sources: 1 pages, tier 1 0, tier 2 1; 1 publishers\n  TASS 1\n'],
    ['people                   2 of  70  missing 68'],
    ['Past reviewBy: none'],
    ['Broken relations: 1\n  a.yaml: x: relations.about: no record “y”\n'],
    ['Other problems: 1\n  a.yaml: x: note: this field is missing\n'],
    ['Aliases shared by two records: 1\n  casis: a, b\n'],
    ['tier 2 sources only: 9\n  person 2\n    rogozin, borisov\n'],
  ])('says %j', (part) => expect(text).toContain(part));
});

describe('layout', () => {
  it('breaks between pieces only', () => {
    const lines = flow(
      Array.from({ length: 40 }, (_, i) => `piece-${i}`),
      '  ',
      ', ',
    );
    expect(lines.every((l) => l.length <= 100 && l.startsWith('  piece-'))).toBe(true);
    expect(lines.join(' ').match(/piece-\d+/g)).toHaveLength(40);
  });
  it('keeps an address whole', () => expect(flow(['x'.repeat(150)])).toEqual([`  ${'x'.repeat(150)}`]));
  it('aligns by letters', () =>
    expect(
      columns([
        ['é', '1'],
        ['abc', '2'],
      ]),
    ).toEqual(['  é    1', '  abc  2']));
});
