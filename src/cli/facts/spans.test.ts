import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spansOn, type Span } from './spans.ts';

/** `a` sure, `b?` possible. */
const named = (spans: readonly Span[], date: string, known?: string): string =>
  spansOn(spans, date, known)
    .map(({ at, sure }) => `${'abc'[at]}${sure ? '' : '?'}`)
    .join(' ');

const OPEN: Span[] = [{ from: '2014' }, { from: '2020-05-30' }];
const CLOSED: Span[] = [
  { from: '2018-05-24', to: '2022-07-15' },
  { from: '2022-07-15', to: '2025-02-06' },
  { from: '2025-02-06' },
];
const COARSE: Span[] = [{ from: '2009', to: '2020' }, { from: '2020' }];
const UNDATED_END: Span[] = [{ from: '1988-11-15', to: '1988-11-15' }, {}];

describe('spans that hold on a date', () => {
  it.each([
    ['before the first', OPEN, '2013-12-31', ''],
    ['in the year it began, day unknown', OPEN, '2014-06-01', 'a?'],
    ['lasts until the next', OPEN, '2020-05-29', 'a'],
    ['the newcomer has the day of change', OPEN, '2020-05-30', 'b'],
    ['the last lasts on', OPEN, '2031', 'b'],
    ['handover on one day', CLOSED, '2022-07-15', 'b'],
    ['the day before', CLOSED, '2022-07-14', 'a'],
    ['a month with a handover has both', CLOSED, '2022-07', 'a? b?'],
    ['a month without', CLOSED, '2022-08', 'b'],
    ['a year of change known to the year', COARSE, '2020-06', 'a? b?'],
    ['the year after', COARSE, '2021', 'b'],
    ['a single day', UNDATED_END, '1988-11-15', 'a'],
    ['what follows an end begins the day after', UNDATED_END, '1988-11-16', 'b'],
    ['a gap has nobody', [{ from: '2010', to: '2011-03' }, { from: '2011-06' }], '2011-05-01', ''],
    ['without a date: possible at any time', [{}], '1990', 'a?'],
    ['follows something undated', [{ from: '1997-10-08' }, {}], '2001', 'a? b?'],
    ['nothing', [], '2001', ''],
  ])('%s', (_what, spans, date, expected) => expect(named(spans, date)).toBe(expected));

  it.each([
    ['known to hold since', '2026-06', '2026-11-22', 'a'],
    ['known later than asked', '2026-06', '2020', 'a?'],
  ])('an undated span: %s', (_what, known, date, expected) =>
    expect(named([{}], date, known)).toBe(expected),
  );

  it('the as-of date does not outlive an end', () =>
    expect(named([{ from: '2001', to: '2005' }], '2020', '2026')).toBe(''));

  it('on any day at most one is sure, of spans that follow each other', () => {
    const day = fc
      .date({ min: new Date('1960-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    const date = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([d, length]) => d.slice(0, length));
    fc.assert(
      fc.property(fc.array(date, { maxLength: 5 }), day, (dates, when) => {
        const spans = [...dates].sort().map((from) => ({ from }));
        expect(spansOn(spans, when).filter((s) => s.sure).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
