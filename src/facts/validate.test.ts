import { describe, expect, it } from 'vitest';
import type { Fact } from './schema.ts';
import { checkBase, readFactFile, sayProblem } from './validate.ts';
import { holders, officeGaps } from './offices.ts';

const words = (n: number): string => Array.from({ length: n }, () => 'word').join(' ');
const both = (text: string) => ({ en: text, ru: text });
const source = {
  url: 'https://example.org/a',
  title: 'A',
  publisher: 'P',
  published: '2025-01-01',
  accessed: '2026-01-01',
  lang: 'en',
  tier: 1,
};
const usual = {
  name: both('Name'),
  note: both(words(30)),
  asOf: '2026-01',
  checked: '2026-01-01',
  sources: ['s'],
};
const concept = { ...usual, id: 'thing', kind: 'concept', short: both('a thing') };
const person = { ...usual, id: 'someone', kind: 'person' };
const event = {
  id: 'happening',
  kind: 'event',
  name: both('It happens'),
  date: '2025-07-31',
  relations: { about: ['thing'] },
  checked: '2026-01-01',
  sources: ['s'],
};
const claim = {
  ...usual,
  id: 'a-claim',
  kind: 'claim',
  verdict: 'false',
  rules: [{ lang: 'en', all: ['one', 'two'] }],
};
const topic = {
  ...usual,
  id: 'a-topic',
  kind: 'topic',
  note: both(words(50)),
  cues: { en: ['cue'] },
  relations: { about: ['thing'] },
};
const said = (party: string, more: object = {}) => ({
  party,
  said: both('It goes on.'),
  date: '2025-07-31',
  source: 's',
  ...more,
});
const stands = { ...topic, positions: [said('one'), said('two')] };
const office = { ...usual, id: 'chair', kind: 'office', of: 'thing' };

const read = (records: unknown[], sources: unknown = { s: source }) =>
  readFactFile('f.yaml', { sources, records });
/** `record: field: what` of each problem. */
const say = (records: unknown[], sources?: unknown): string[] =>
  read(records, sources).problems.map((p) => sayProblem(p).replace('f.yaml: ', ''));

describe('a sound file', () => {
  it('gives no problem', () => {
    const { facts, problems } = read([concept, person, event, claim, topic, office]);
    expect(problems).toEqual([]);
    expect(facts.map((f) => f.id)).toEqual(['thing', 'someone', 'happening', 'a-claim', 'a-topic', 'chair']);
    expect(checkBase(facts)).toEqual([]);
  });
  it('has positions with the place of their source', () => {
    const record = { ...stands, sources: ['t', 's'] };
    const { facts, problems } = read([record], { s: source, t: { ...source, url: 'https://example.org/b' } });
    expect(problems).toEqual([]);
    expect(facts[0]?.positions?.map((p) => p.source)).toEqual([1, 1]);
  });
  it('has sources in place of their keys, and its path', () => {
    const [fact] = read([concept]).facts;
    expect([fact?.sources, fact?.file]).toEqual([[source], 'f.yaml']);
  });
  it('two publishers of tier 2 stand for one of tier 1', () => {
    const two = { s: { ...source, tier: 2 }, t: { ...source, tier: 2, publisher: 'Q' } };
    expect(say([{ ...concept, sources: ['s', 't'] }], two)).toEqual([]);
  });
});

describe('a problem names file, record, field and what was expected', () => {
  it('in one line', () =>
    expect(sayProblem({ file: 'f.yaml', record: 'x', field: 'date', what: 'wrong' })).toBe(
      'f.yaml: x: date: wrong',
    ));
  it('without what there is none of', () =>
    expect(sayProblem({ file: 'f.yaml', record: '', field: '', what: 'wrong' })).toBe('f.yaml: wrong'));

  const without = (record: object, field: string) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => key !== field));

  it.each<[string, unknown, string | RegExp]>([
    [
      'an unknown field',
      { ...concept, notes: 'x' },
      'thing: notes: no such field; see docs/FACTS.md for the fields there are',
    ],
    ['no id', without(concept, 'id'), '#1: id: this field is missing'],
    [
      'an id with capitals',
      { ...concept, id: 'Thing' },
      'Thing: id: expected lower-case letters, digits and hyphens',
    ],
    ['an id that is a number', { ...concept, id: 7 }, '#1: id: expected an id'],
    [
      'an unknown kind',
      { ...concept, kind: 'spaceship' },
      /^thing: kind: expected one of person, organisation/,
    ],
    ['no Russian name', { ...concept, name: { en: 'Name' } }, /^thing: name(\.ru)?: this field is missing/],
    [
      'an unknown language',
      { ...concept, name: { ...both('N'), xx: 'N' } },
      /^thing: name\.xx: expected a language of en, ru/,
    ],
    ['an empty note', { ...concept, note: both('  ') }, /^thing: note\.en: expected text, found nothing/],
    [
      'a short note',
      { ...concept, note: both('Too short.') },
      'thing: note.en: expected 10 to 95 words, found 2',
    ],
    [
      'a long note',
      { ...concept, note: both(words(200)) },
      'thing: note.en: expected 10 to 95 words, found 200',
    ],
    ['no note', without(concept, 'note'), 'thing: note: a record of kind concept needs this field'],
    ['no asOf', without(concept, 'asOf'), 'thing: asOf: a record of kind concept needs this field'],
    ['no short', without(concept, 'short'), 'thing: short: a record of kind concept needs this field'],
    [
      'a long short',
      { ...concept, short: both('x'.repeat(111)) },
      'thing: short.en: expected at most 110 characters, found 111',
    ],
    ['no checked', without(concept, 'checked'), 'thing: checked: this field is missing'],
    [
      'checked in a month',
      { ...concept, checked: '2026-01' },
      'thing: checked: expected a day: "2025-07-31"',
    ],
    [
      'an impossible date',
      { ...concept, asOf: '2025-02-30' },
      'thing: asOf: expected a date that exists: "2025", "2025-07" or "2025-07-31"',
    ],
    ['a date that is a number', { ...concept, asOf: 2025 }, 'thing: asOf: expected a date in quotes'],
    [
      'an end before the beginning',
      { ...concept, date: '2025-02', end: '2025-01-31' },
      'thing: end: ends (2025-01-31) before it begins (2025-02)',
    ],
    [
      'a decision until no year',
      { ...concept, until: 'soon' },
      'thing: until: expected a year such as "2028"',
    ],
    ['a word that is common by half', { ...concept, common: false }, 'thing: common: expected true'],
    [
      'a landing before the launch',
      { ...concept, kind: 'flight', dates: { launch: '2013-11-07', landing: '2013-05-14' } },
      'thing: dates.landing: is (2013-05-14) before launch (2013-11-07)',
    ],
    [
      'a step no flight has',
      { ...concept, kind: 'flight', dates: { lunch: '2013' } },
      /^thing: dates\.lunch: expected one of launch, docking/,
    ],
    [
      'flight dates of a thing that does not fly',
      { ...concept, dates: { launch: '2013' } },
      'thing: dates: only a flight has these',
    ],
    [
      'a review before the check',
      { ...concept, reviewBy: '2025-12-31' },
      'thing: reviewBy: is before checked (2026-01-01)',
    ],
    [
      'a state that ends before it begins',
      { ...concept, states: [{ state: 'active', from: '2025', to: '2024' }] },
      'thing: states.0.to: ends (2024) before it begins (2025)',
    ],
    [
      'an unknown state',
      { ...concept, states: [{ state: 'flying' }] },
      /^thing: states\.0\.state: expected one of planned/,
    ],
    [
      'an unknown relation',
      { ...concept, relations: { friend: ['x'] } },
      /^thing: relations\.friend: expected one of partOf/,
    ],
    [
      'a relation that is no list',
      { ...concept, relations: { related: 'x' } },
      'thing: relations.related: expected a list of ids',
    ],
    [
      'an alias of one letter',
      { ...concept, aliases: { en: ['X-'] } },
      'thing: aliases.en.0: “X-” is one letter; expected at least two',
    ],
    [
      'an alias with an unknown condition',
      { ...concept, aliases: { en: [{ text: 'Name', when: 'often' }] } },
      /^thing: aliases\.en\.0.*: expected/,
    ],
    ['aliases of no language', { ...concept, aliases: ['Name'] }, /^thing: aliases/],
    [
      'a Wikidata id that is none',
      { ...concept, wikidata: '25' },
      'thing: wikidata: expected a Wikidata id such as Q1771',
    ],
    ['no sources', { ...concept, sources: [] }, 'thing: sources: expected at least one source'],
    ['no field for sources', without(concept, 'sources'), 'thing: sources: this field is missing'],
    [
      'a source not in the file',
      { ...concept, sources: ['s', 't'] },
      'thing: sources: no source “t” in this file',
    ],
    [
      'roles of a thing',
      { ...concept, roles: [{ office: 'chair', from: '2025' }] },
      'thing: roles: only a person holds an office',
    ],
    [
      'a status of a thing',
      { ...concept, status: 'happened' },
      'thing: status: only an event has this; use states',
    ],
    [
      'a role that ends before it begins',
      { ...person, roles: [{ office: 'chair', from: '2025', to: '2024' }] },
      'someone: roles.0.to: ends (2024) before it begins (2025)',
    ],
    [
      'a role without a beginning',
      { ...person, roles: [{ office: 'chair' }] },
      'someone: roles.0.from: this field is missing',
    ],
    [
      'an event without a date',
      without(event, 'date'),
      'happening: date: a record of kind event needs this field',
    ],
    [
      'an event about nothing',
      without(event, 'relations'),
      'happening: relations.about: expected at least one record',
    ],
    ['a weight of five', { ...event, weight: 5 }, 'happening: weight: expected 1, 2 or 3'],
    [
      'an unknown status',
      { ...event, status: 'maybe' },
      'happening: status: expected happened, scheduled or cancelled',
    ],
    ['an office of nobody', without(office, 'of'), 'chair: of: a record of kind office needs this field'],
    [
      'a topic without cues',
      without(topic, 'cues'),
      'a-topic: cues: a record of kind topic needs this field',
    ],
    [
      'a claim without a verdict',
      without(claim, 'verdict'),
      'a-claim: verdict: a record of kind claim needs this field',
    ],
    [
      'a claim without rules',
      without(claim, 'rules'),
      'a-claim: rules: a record of kind claim needs this field',
    ],
    [
      'a rule without lines',
      { ...claim, rules: [{ lang: 'en', all: [] }] },
      'a-claim: rules.0.all: expected at least one line',
    ],
    [
      'a rule with an unknown voice',
      { ...claim, rules: [{ lang: 'en', all: ['x'], voice: 'loud' }] },
      'a-claim: rules.0.voice: expected any or own',
    ],
    [
      'a prefix of three letters',
      { ...topic, cues: { en: ['orb*'] } },
      /^a-topic: cues\.en: the prefix “orb\*” is too short/,
    ],
    [
      'positions elsewhere',
      { ...concept, positions: stands.positions },
      'thing: positions: only a topic has positions',
    ],
    [
      'a position alone',
      { ...topic, positions: [said('one')] },
      'a-topic: positions: expected positions of at least two parties',
    ],
    [
      'no positions',
      { ...topic, positions: [] },
      'a-topic: positions: expected positions of at least two parties',
    ],
    [
      'a position without date',
      { ...topic, positions: [said('one', { date: undefined }), said('two')] },
      /^a-topic: positions\.0\.date: /,
    ],
    [
      'a position on no day',
      { ...topic, positions: [said('one', { date: '2025-02-30' }), said('two')] },
      /^a-topic: positions\.0\.date: expected a date that exists/,
    ],
    [
      'a position later than the check',
      { ...topic, positions: [said('one', { date: '2026-01-02' }), said('two')] },
      'a-topic: positions.0.date: is after checked (2026-01-01)',
    ],
    [
      'a position in one language',
      { ...topic, positions: [said('one'), said('two', { said: { en: 'Yes.' } })] },
      /^a-topic: positions\.1\.said/,
    ],
    [
      'a position of many words',
      { ...topic, positions: [said('one'), said('two', { said: both(words(41)) })] },
      'a-topic: positions.1.said.ru: expected at most 40 words, found 41',
    ],
    [
      'a position from a source of another record',
      { ...topic, positions: [said('one', { source: 't' }), said('two')] },
      "a-topic: positions.0.source: “t” is not among the record's sources",
    ],
    [
      'two positions of one day',
      { ...topic, positions: [said('one'), said('one'), said('two')] },
      'a-topic: positions.1: a second position of “one” with the date 2025-07-31',
    ],
    [
      'a party that is no id',
      { ...topic, positions: [said('NASA'), said('two')] },
      /^a-topic: positions\.0\.party: expected lower-case letters/,
    ],
    [
      'an unknown field of a position',
      { ...topic, positions: [said('one', { by: 'x' }), said('two')] },
      /^a-topic: positions\.0\.by: no such field/,
    ],
    ['no record at all', 'text', /^#1: /],
    ['an empty one', null, /^#1: /],
  ])('%s', (_name, record, expected) => {
    const said = say([record]);
    if (typeof expected === 'string') expect(said).toContain(expected);
    else expect(said.join('\n')).toMatch(new RegExp(expected.source, 'm'));
  });

  it.each<[string, unknown, string | RegExp]>([
    [
      'a source without tier',
      { s: Object.fromEntries(Object.entries(source).filter(([k]) => k !== 'tier')) },
      'sources.s.tier: this field is missing',
    ],
    ['a tier of three', { s: { ...source, tier: 3 } }, 'sources.s.tier: expected tier 1 or 2'],
    [
      'no address',
      { s: { ...source, url: 'example.org' } },
      'sources.s.url: expected an address that begins with http',
    ],
    [
      'an address that runs a script',
      { s: { ...source, url: 'javascript:alert(1)' } },
      'sources.s.url: expected an address that begins with http',
    ],
    ['an unknown field', { s: { ...source, author: 'A' } }, /^sources\.s\.author: no such field/],
    ['one nobody uses', { s: source, t: source }, 'sources.t: no record uses this source'],
    [
      'one publisher of tier 2',
      { s: { ...source, tier: 2 } },
      'thing: sources: expected one tier 1 source, or tier 2 sources of two publishers',
    ],
    ['no sources', null, /^sources: /],
  ])('sources: %s', (_name, sources, expected) => {
    const said = say([concept], sources);
    if (typeof expected === 'string') expect(said).toContain(expected);
    else expect(said.join('\n')).toMatch(new RegExp(expected.source, 'm'));
  });

  it('two carriers of one agency are one witness', () => {
    const copy = (publisher: string, url: string) => ({ ...source, url, publisher, tier: 2 });
    const two = (publisher: string) =>
      say([{ ...concept, sources: ['s', 't'] }], {
        s: copy('AP (at KXL)', 'https://kxl.example/'),
        t: copy(publisher, 'https://ktar.example/'),
      });
    expect(two('AP (at KTAR)')).toEqual([
      'thing: sources: expected one tier 1 source, or tier 2 sources of two publishers',
    ]);
    expect(two('KTAR')).toEqual([]);
  });

  it.each([[null], [undefined], ['text'], [[]], [7], [{}], [{ records: [] }]])(
    'a file that holds %j',
    (data) => {
      const { facts, problems } = readFactFile('f.yaml', data);
      expect(facts).toEqual([]);
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.every((p) => p.file === 'f.yaml' && p.what)).toBe(true);
    },
  );

  it('one bad record does not hide the others', () =>
    expect(
      read([
        { ...concept, kind: 'x' },
        { ...concept, id: 'other' },
      ]).facts.map((f) => f.id),
    ).toEqual(['other']));
});

describe('the files together', () => {
  const all = (...records: object[]): Fact[] =>
    records.flatMap((r, i) => readFactFile(`${i}.yaml`, { sources: { s: source }, records: [r] }).facts);
  const problems = (...records: object[]): string[] => checkBase(all(...records)).map(sayProblem);
  const holder = (id: string, from: string, to?: string) => ({
    ...person,
    id,
    roles: [{ office: 'chair', from, ...(to ? { to } : {}) }],
  });

  it.each<[string, object[], string[]]>([
    ['two records with one id', [concept, concept], ['1.yaml: thing: id: already used in 0.yaml']],
    [
      'a relation to nothing',
      [{ ...concept, relations: { related: ['ghost'] } }],
      ['0.yaml: thing: relations.related: no record “ghost”'],
    ],
    ['an office of nothing', [{ ...office, of: 'ghost' }], ['0.yaml: chair: of: no record “ghost”']],
    [
      'a role in a thing',
      [concept, { ...person, roles: [{ office: 'thing', from: '2025' }] }],
      ['1.yaml: someone: roles.0.office: “thing” is of kind concept, expected office'],
    ],
    [
      'a rule that needs nothing known',
      [{ ...claim, rules: [{ lang: 'en', all: ['x'], needs: ['ghost'] }] }],
      ['0.yaml: a-claim: rules.0.needs: no record “ghost”'],
    ],
    [
      'a role that overlaps its successor’s',
      [concept, office, holder('a', '2020', '2022-06'), holder('b', '2022-05-01')],
      ['2.yaml: a: roles: holds chair until 2022-06, but b took it on 2022-05-01'],
    ],
    [
      'a role that never ended',
      [concept, office, holder('a', '2020'), holder('b', '2022')],
      ['2.yaml: a: roles: holds chair without an end, but b took it on 2022'],
    ],
    [
      'a change on one day',
      [concept, office, holder('a', '2020', '2022-05-01'), holder('b', '2022-05-01')],
      [],
    ],
    ['a change in one month', [concept, office, holder('a', '2020', '2022-05'), holder('b', '2022-05')], []],
    [
      'a change in a year known to the day on one side',
      [concept, office, holder('a', '2020', '2022-07-01'), holder('b', '2022')],
      [],
    ],
  ])('%s', (_name, records, expected) => expect(problems(...records)).toEqual(expected));

  it('holders are in order of taking it', () =>
    expect(
      holders(all(holder('b', '2022'), holder('a', '2020', '2022')), 'chair').map((h) => [
        h.person.id,
        h.acting,
      ]),
    ).toEqual([
      ['a', false],
      ['b', false],
    ]));

  it.each<[string, string, string, number]>([
    ['the next day', '2022-05-01', '2022-05-02', 0],
    ['three days later', '2022-05-01', '2022-05-04', 1],
    ['the same month', '2022-05', '2022-05', 0],
    ['two months later', '2022-05', '2022-07', 1],
  ])('a gap: %s', (_name, to, from, n) => {
    const facts = all(office, holder('a', '2020', to), holder('b', from));
    expect(officeGaps(facts, facts[0] ?? expect.fail())).toHaveLength(n);
  });
});
