/** A clock that is wrong, and articles that say they come from another time: calm answers, and never nonsense about today. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentDay } from './base.ts';
import { cardOf } from './card.ts';
import { find } from './find.ts';
import { summaryOf } from './summary.ts';
import { article, BASE } from './test-base.ts';

const TEXT =
  'NASA and Roscosmos spoke of the International Space Station. Sean Duffy leads NASA. Cosmonauts and astronauts agreed.';
const CHECKED = '2026-01-02';

const read = (published: string | null, clock: string) => {
  const today = presentDay(BASE, clock);
  const finding = find(article(TEXT, { published }), BASE, today);
  const context = { lang: 'en', published, today } as const;
  return {
    summary: summaryOf(finding, BASE, context, { title: 'Talks', publishedFrom: 'given', cut: false }),
    cards: Object.keys(finding.entities).flatMap((id) => {
      const note = BASE.notes.get(id);
      return note ? [cardOf(note, BASE, context)] : [];
    }),
  };
};
const headOf = (published: string | null, clock: string) =>
  read(published, clock).summary.holders.find((h) => h.officeId === 'nasa-head');

describe('the reader’s day', () => {
  it.each([
    ['a clock reset to its first day', '1970-01-01', CHECKED],
    ['a clock behind by a day', '2026-01-01', CHECKED],
    ['a clock that may be right', '2026-11-22', '2026-11-22'],
    ['a clock far ahead', '2099-12-31', '2099-12-31'],
  ])('%s', (_what, clock, day) => expect(presentDay(BASE, clock)).toBe(day));
});

describe('who holds an office now', () => {
  it.each(['1970-01-01', '2001-09-09', '2025-08-01', '2026-01-01'])(
    'a clock at %s names the same as on the day of checking',
    (clock) => expect(headOf('2025-08-01', clock)).toEqual(headOf('2025-08-01', CHECKED)),
  );
  it('and names somebody', () => {
    expect(headOf('2025-08-01', '1970-01-01')?.then).toBe('Sean Duffy');
    expect(headOf('2025-08-01', '1970-01-01')?.now).not.toBeNull();
  });
  it('an article from the future has the holder of today', () => {
    const head = headOf('2099-01-01', '2026-11-22');
    expect(head?.then).toBe(head?.now);
  });
});

describe('what happened since', () => {
  it('nothing, for an article from the future', () =>
    expect(read('2099-01-01', '2026-11-22').summary.since).toEqual([]));
});

it('any day and any date of an article give an answer in order of time', () => {
  const day = fc
    .tuple(
      fc.integer({ min: 1970, max: 2120 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join('-'));
  fc.assert(
    fc.property(fc.option(day), day, (published, clock) => {
      const { summary, cards } = read(published, clock);
      const since = summary.since.map((d) => d.date);
      expect(since).toEqual([...since].sort());
      for (const date of since) expect(published !== null && date > published).toBe(true);
      expect(cards.length).toBeGreaterThan(2);
      for (const card of cards)
        expect(card.dates.map((d) => d.date)).toEqual(card.dates.map((d) => d.date).sort());
    }),
    { numRuns: 300 },
  );
});
