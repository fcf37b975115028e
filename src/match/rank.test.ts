import { describe, expect, it } from 'vitest';
import { holderOn, makeBase, noteOf, type Note } from './base.ts';
import { isSince, rankDates, type DateContext } from './rank-dates.ts';
import { BASE, event, fact, findIn, INDEX, TODAY } from './test-base.ts';
import { thenAndNow } from './then-now.ts';

const notes = [...BASE.notes.values()];
const context = (more: Partial<DateContext> = {}): DateContext => ({
  published: '2025-08-01',
  years: new Map(),
  named: new Set(),
  likeness: new Map(),
  ...more,
});
/** The made-up base with these records and no others. */
const baseOf = (facts: Parameters<typeof noteOf>[0][]) => makeBase(INDEX, facts.map(noteOf));

describe('who held an office on a date', () => {
  it.each([
    ['nobody yet', 'nasa-head', '2021-05-02', null, false],
    ['the first day', 'nasa-head', '2021-05-03', 'nelson', false],
    ['in the middle', 'nasa-head', '2023', 'nelson', false],
    ['the day of a change: who takes it', 'nasa-head', '2025-01-20', 'petro', true],
    ['acting', 'nasa-head', '2025-03-01', 'petro', true],
    ['a month with two: who took it last', 'nasa-head', '2025-07', 'duffy', true],
    ['a year with four: who took it last', 'nasa-head', '2025', 'isaacman', false],
    ['until a month, in that month', 'nasa-head', '2025-12-03', 'isaacman', false],
    ['to this day', 'nasa-head', TODAY, 'isaacman', false],
    ['no such office', 'king', '2025', null, false],
  ])('%s', (_name, office, date, id, acting) => {
    const held = holderOn(notes, office, date);
    expect([held?.note.id ?? null, held?.acting ?? false]).toEqual([id, acting]);
  });
});

describe('then and now', () => {
  const rows = (text: string, published: string | null) =>
    findIn(text, { published }).thenAndNow.map((r) => [
      r.officeId,
      r.thenId,
      r.thenActing,
      r.nowId,
      r.nowActing,
    ]);

  it('the holders of both days', () =>
    expect(rows('Sean Duffy spoke.', '2025-08-01')).toEqual([
      ['nasa-head', 'duffy', true, 'isaacman', false],
    ]));
  it('an unknown date: only now', () =>
    expect(rows('Sean Duffy spoke.', null)).toEqual([['nasa-head', null, false, 'isaacman', false]]));
  it('a date before anybody known', () =>
    expect(rows('Bill Nelson spoke.', '2001')).toEqual([['nasa-head', null, false, 'isaacman', false]]));
  it('an agency talked about stands for its head', () =>
    expect(rows('Roscosmos. Roscosmos.', '2023-01-01')).toEqual([
      ['roscosmos-head', 'borisov-yury', false, 'bakanov', false],
    ]));
  it('the office of which most is said comes first', () =>
    expect(
      rows(
        'NASA Administrator Bill Nelson spoke to Yury Borisov. Nelson left, Nelson came.',
        '2023-01-01',
      ).map(([id]) => id),
    ).toEqual(['nasa-head', 'roscosmos-head']));
  it('offices nobody speaks of are left out', () => expect(rows('The ISS flies.', '2023-01-01')).toEqual([]));
  it('says as of when', () =>
    expect(thenAndNow(new Map([['bakanov', 1]]), BASE, null, TODAY)[0]?.asOf).toBe('2026-01'));
});

describe('topics', () => {
  const topics = (text: string, title = '') => findIn(text, { title }).topics.map((t) => t.id);
  it('by cue words', () =>
    expect(topics('They withdraw. Withdrawal it is. To withdraw is hard.')).toEqual(['topic-exit']));
  it('by what they are about', () => expect(topics('A seat swap is a cross-flight.')[0]).toBe('topic-swap'));
  it('one word is too little', () => expect(topics('They withdraw.')).toEqual([]));
  it('the headline weighs more', () => expect(topics('Nothing.', 'They withdraw')).toEqual(['topic-exit']));
  it('best first, with scores falling', () => {
    const found = findIn('A seat swap, a seat swap, a seat swap. They withdraw. Withdrawal.', {
      title: 'Seat swap',
    }).topics;
    expect(found.map((t) => t.id)).toEqual(['topic-swap', 'topic-exit']);
    expect(found[0]?.score).toBeGreaterThan(found[1]?.score ?? 9);
  });
});

describe('key dates', () => {
  const dates = (text: string, published: string | null = '2025-08-01') =>
    findIn(text, { published }).keyDates;

  it('of what the article is about, the news of the day first', () =>
    expect(dates('A seat swap is a cross-flight, said Roscosmos.').map((d) => d.id)[0]).toBe('swap-2025'));
  it('never what was called off', () =>
    expect(dates('A seat swap, a seat swap.').map((d) => d.id)).not.toContain('called-off'));
  it('nothing for a text about nothing', () => expect(dates('Nothing.')).toEqual([]));
  it('says what is still to come', () => {
    const found = dates('The station deorbit plan and the Station deorbit plan.');
    expect(found.slice(0, 2).map((d) => [d.id, d.scheduled])).toEqual([
      ['deorbit-2030', true],
      ['news-2022', false],
    ]);
  });
  it('what came after the article is worth less than what came before', () =>
    expect(dates('A seat swap, a seat swap, a cross-flight.').map((d) => d.id)).toEqual([
      'swap-2025',
      'swap-later',
    ]));
  it('without a date nothing counts as near, and nothing is left out', () => {
    const found = rankDates(new Map([['seat-swap', 4]]), [], BASE, context({ published: null }));
    expect(found.map((d) => d.id).sort()).toEqual(['swap-2025', 'swap-later']);
  });
  it('two of one day about one record do not stand side by side', () => {
    const base = baseOf([
      event('a', '2025-07-30', ['x'], { weight: 3 }),
      event('b', '2025-07-30', ['x'], { weight: 3 }),
      event('c', '2025-07-01', ['x']),
      fact('x', 'concept', 'X'),
    ]);
    expect(rankDates(new Map([['x', 2]]), [], base, context()).map((d) => d.id)).toEqual(['a', 'c', 'b']);
  });
  describe('what the text itself names comes first', () => {
    const base = baseOf([
      event('near', '2025-05-01', ['x'], { weight: 3 }),
      event('day', '2001-02-10', ['x']),
      event('month', '2003-05', ['x']),
      event('year', '2006-07-04', ['x']),
      event('words', '2013-11-09', ['x']),
      fact('x', 'concept', 'X'),
    ]);
    const first = (more: Partial<DateContext>) =>
      rankDates(new Map([['x', 1.5]]), [], base, context(more))[0]?.id;
    it.each([
      ['nothing: what is near in time', {}, 'near'],
      ['a day', { named: new Set(['2001-02-10']) }, 'day'],
      ['a month', { named: new Set(['2003-05']) }, 'month'],
      ['the month of a day', { named: new Set(['2001-02']) }, 'day'],
      ['a year', { years: new Map([['2006', 1]]) }, 'year'],
      ['its words', { likeness: new Map([[base.notes.get('words') as Note, 1]]) }, 'words'],
    ] as [string, Partial<DateContext>, string][])('%s', (_name, more, id) => expect(first(more)).toBe(id));
  });
  it('what has little to do with the article is not shown to fill the list', () => {
    const base = baseOf([event('far', '1999', ['x']), fact('x', 'concept', 'X')]);
    expect(rankDates(new Map([['x', 0.6]]), [], base, context())).toEqual([]);
  });
  it('an end is kept, and missing where there is none', () => {
    const base = baseOf([event('span', '2025-07-01', ['x'], { end: '2025-07-09' })]);
    expect(rankDates(new Map([['x', 2]]), [], base, context())[0]).toEqual({
      id: 'span',
      date: '2025-07-01',
      end: '2025-07-09',
      what: 'span',
      scheduled: false,
    });
    expect(dates('A seat swap, a seat swap.')[0]).not.toHaveProperty('end');
  });
});

describe('what happened since the article', () => {
  it.each([
    ['2025-08-15', false, '2025-08-01', true],
    ['2025-08-15', false, '2025-08-15', false],
    // Known to the month: it may have been before.
    ['2025-08-15', false, '2025-08', false],
    ['2025-08', false, '2025-08-15', false],
    ['2025-09', false, '2025-08', true],
    ['2026', false, '2025-08-15', false],
    ['2027-01-01', true, '2025-08-15', false],
    ['2025-08-15', false, null, false],
  ])('%s, planned %s, article of %s: %s', (date, scheduled, published, since) =>
    expect(isSince({ date, scheduled }, published)).toBe(since),
  );
});
