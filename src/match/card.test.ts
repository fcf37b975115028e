import { describe, expect, it } from 'vitest';
import { makeBase, type Note } from './base.ts';
import { cardOf, nameIn, say, type CardContext } from './card.ts';
import { search, timeline } from './search.ts';
import { summaryOf } from './summary.ts';
import { BASE, event, fact, findIn, INDEX, TODAY } from './test-base.ts';

const context = (more: Partial<CardContext> = {}): CardContext => ({
  lang: 'en',
  published: '2025-08-01',
  today: TODAY,
  ...more,
});
const noteOf = (id: string): Note => BASE.notes.get(id) ?? expect.fail(`no ${id}`);
const card = (id: string, more: Partial<CardContext> = {}) => cardOf(noteOf(id), BASE, context(more));

describe('card', () => {
  it('speaks the reader’s language', () => {
    expect([card('iss').name, card('iss').short, card('iss').note]).toEqual([
      'International Space Station',
      'laboratory in orbit',
      'Note on International Space Station.',
    ]);
    expect([card('iss', { lang: 'ru' }).name, card('iss', { lang: 'ru' }).short]).toEqual([
      'Международная космическая станция',
      'лаборатория на орбите',
    ]);
  });
  it('has null for what a record lacks', () => {
    const { why, disputed, thenNow } = card('iss');
    expect([why, disputed, thenNow]).toEqual([null, null, null]);
    expect(say(undefined, 'en')).toBeNull();
  });
  it('falls back on English for a name', () =>
    expect(nameIn({ name: { en: 'A', ru: 'Б' } }, 'ja')).toBe('A'));
  it('knows when it is past its review date', () => {
    expect(card('deorbit').stale).toBe(true);
    expect(card('deorbit', { today: '2026-06-01' }).stale).toBe(false);
    expect(card('iss').stale).toBe(false);
  });
  it('lists states with both ends', () =>
    expect(card('deorbit').states).toEqual([
      { state: 'proposed', from: '2022-01', to: '2024' },
      { state: 'active', from: '2024', to: null },
    ]));
  it('names what it is related to, unknown ids and itself left out', () =>
    expect(card('iss').related.map((r) => r.id)).toEqual(['nasa', 'roscosmos', 'mir', 'segments']));
  it('shows its events in order of time, none called off', () => {
    expect(card('seat-swap').dates.map((d) => d.id)).toEqual(['swap-2025', 'swap-later']);
    expect(card('deorbit').dates.map((d) => [d.id, d.scheduled])).toEqual([
      ['news-2022', false],
      ['deorbit-2030', true],
    ]);
  });
  it('shows four events at the most, the weightiest near the article', () => {
    const notes = [
      fact('x', 'concept', 'X'),
      ...[1, 2, 3, 4, 5, 6].map((n) => event(`e${n}`, `202${n}`, ['x'], { weight: n === 1 ? 3 : 1 })),
    ];
    const base = makeBase(INDEX, notes);
    const x = base.notes.get('x') ?? expect.fail();
    expect(cardOf(x, base, context()).dates.map((d) => d.id)).toEqual(['e1', 'e4', 'e5', 'e6']);
  });

  it.each<[string, string, Partial<CardContext>, unknown]>([
    ['a person who held it then', 'duffy', {}, ['Sean Duffy', true, 'Jared Isaacman', false, true]],
    ['an office', 'nasa-head', {}, ['Sean Duffy', true, 'Jared Isaacman', false, true]],
    ['nothing has changed', 'bakanov', {}, ['Dmitry Bakanov', false, 'Dmitry Bakanov', false, false]],
    ['no date: only now', 'nasa-head', { published: null }, [null, false, 'Jared Isaacman', false, false]],
    [
      'an article from before the person’s time',
      'isaacman',
      { published: '2023' },
      ['Bill Nelson', false, 'Jared Isaacman', false, true],
    ],
  ])('then and now: %s', (_name, id, more, expected) => {
    const t = card(id, more).thenNow;
    expect([t?.then, t?.thenActing, t?.now, t?.nowActing, t?.changed]).toEqual(expected);
  });
  it('is plain data', () => expect(JSON.parse(JSON.stringify(card('deorbit')))).toEqual(card('deorbit')));
});

describe('search', () => {
  const ids = (query: string) => search(query, BASE, 'en').map((h) => h.id);
  it.each([
    ['a name', 'bakanov', 'bakanov'],
    ['the beginning of words', 'inter sp sta', 'iss'],
    ['words in any order', 'station space international', 'iss'],
    ['another language', 'баканов', 'bakanov'],
    ['accents and hyphens', 'Sóyuz-MS', 'soyuz-ms'],
    ['an alias', 'cross-flight', 'seat-swap'],
    ['Japanese', '国際', 'iss'],
    ['a date', '2022-07', 'news-2022'],
  ])('%s', (_name, query, id) => expect(ids(query)[0]).toBe(id));
  it.each(['', '   ', '…', 'zzz', 'bakanov zzz'])('nothing for %j', (query) =>
    expect(ids(query)).toEqual([]),
  );
  it('whole words before beginnings', () =>
    expect(ids('iss').length === 0 || ids('iss')[0] === 'iss').toBe(true));
  it('a line in the reader’s language', () =>
    expect(search('iss', BASE, 'ru')[0]).toMatchObject({
      name: 'Международная космическая станция',
      line: 'лаборатория на орбите',
    }));
  it('forty at the most', () => {
    const base = makeBase(
      INDEX,
      Array.from({ length: 60 }, (_, i) => fact(`x${i}`, 'concept', `thing ${i}`)),
    );
    expect(search('thing', base, 'en')).toHaveLength(40);
  });
});

describe('timeline', () => {
  it('has every event in order of time, none called off', () =>
    expect(timeline(BASE, 'en').map((e) => [e.id, e.weight, e.scheduled])).toEqual([
      ['news-2022', 3, false],
      ['swap-2025', 2, false],
      ['swap-later', 2, false],
      ['deorbit-2030', 3, true],
    ]));
});

describe('summary of a page', () => {
  const summary = (text: string, published: string | null = '2025-08-01', lang: 'en' | 'ru' = 'en') =>
    summaryOf(findIn(text, { published, title: 'They withdraw' }), BASE, context({ published, lang }), {
      title: 'They withdraw',
      publishedFrom: 'meta',
      cut: true,
    });

  it('sets apart what happened since', () => {
    const { dates, since } = summary('A seat swap, a seat swap, a seat swap, said Roscosmos.');
    expect(since.map((d) => d.id)).toEqual(['swap-later']);
    expect(dates.map((d) => d.id)).toContain('swap-2025');
    expect(dates.map((d) => d.id)).not.toContain('swap-later');
  });
  it('without a date nothing is since', () =>
    expect(summary('A seat swap, a seat swap.', null).since).toEqual([]));
  it('what is planned is no news since', () => expect(summary('Station deorbit plan.').since).toEqual([]));
  it('speaks Russian', () => {
    const s = summary('Dmitry Bakanov of NASA.', '2025-08-01', 'ru');
    expect(s.people).toEqual([
      { id: 'bakanov', name: 'Дмитрий Баканов', kind: 'person', line: 'глава Роскосмоса', count: 1 },
    ]);
    expect(s.topics[0]?.name).toBe('Остаться или уйти');
  });
  it('lists claims with their words and verdict', () =>
    expect(
      summary('The ISS is the only crewed station.').claims.map((c) => [c.surface, c.verdict, c.card.id]),
    ).toEqual([['only crewed station', 'outdated', 'claim-lone']]));
  it('lists terms, the commonest first', () =>
    expect(summary('NASA. Roscosmos. Roscosmos.').terms.map((t) => t.id)).toEqual(['roscosmos', 'nasa']));
  it('passes on what the page says of itself', () =>
    expect(summary('NASA')).toMatchObject({
      title: 'They withdraw',
      published: '2025-08-01',
      publishedFrom: 'meta',
      cut: true,
    }));
  it('is plain data', () =>
    expect(JSON.parse(JSON.stringify(summary('NASA. Bill Nelson.')))).toEqual(summary('NASA. Bill Nelson.')));
});
