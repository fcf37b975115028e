import { describe, expect, it } from 'vitest';
import { holderOn } from './base.ts';
import { rankDates } from './rank.ts';
import { BASE, event, fact, findIn, TODAY } from './test-base.ts';
import { thenAndNow } from './then-now.ts';

const notes = [...BASE.notes.values()];

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
  it('what came after the article is worth less than what came before', () => {
    const ids = dates('A seat swap, a seat swap, a cross-flight.').map((d) => d.id);
    expect(ids.indexOf('swap-2025')).toBeLessThan(ids.indexOf('swap-later'));
  });
  it('without a date nothing counts as near, and nothing is left out', () => {
    const ids = rankDates(new Map([['seat-swap', 2]]), [], BASE, { published: null, years: new Map() }).map(
      (d) => d.id,
    );
    expect([...ids].sort()).toEqual(['swap-2025', 'swap-later']);
  });
  it('two of one day about one record do not stand side by side', () => {
    const twins = [
      event('a', '2025-07-30', ['x'], { weight: 3 }),
      event('b', '2025-07-30', ['x'], { weight: 3 }),
      event('c', '2025-07-01', ['x']),
    ];
    const base = { ...BASE, notes: new Map([...twins, fact('x', 'concept', 'X')].map((f) => [f.id, f])) };
    expect(
      rankDates(new Map([['x', 2]]), [], base, { published: '2025-08-01', years: new Map() }).map(
        (d) => d.id,
      ),
    ).toEqual(['a', 'c', 'b']);
  });
  it('an end is kept, and missing where there is none', () => {
    const span = event('span', '2025-07-01', ['x'], { end: '2025-07-09' });
    const base = { ...BASE, notes: new Map([[span.id, span]]) };
    expect(
      rankDates(new Map([['x', 2]]), [], base, { published: '2025-08-01', years: new Map() })[0],
    ).toEqual({ id: 'span', date: '2025-07-01', end: '2025-07-09', what: 'span', scheduled: false });
    expect(dates('A seat swap, a seat swap.')[0]).not.toHaveProperty('end');
  });
});
