import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, compareDates, dayNumber, firstDay, isPartialDate, lastDay } from './dates.ts';

describe('isPartialDate', () => {
  it.each([
    ['2027', true],
    ['2027-05', true],
    ['2027-05-14', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['2025-02-29', false],
    ['1900-02-29', false],
    ['2025-04-31', false],
    ['2025-12-31', true],
    ['2025-00', false],
    ['2025-13', false],
    ['2025-01-00', false],
    ['2025-1-1', false],
    ['25-01-01', false],
    ['2025-', false],
    ['2025-01-01T00:00', false],
    [' 2025', false],
    ['2025\n', false],
    ['', false],
  ])('%j: %s', (text, is) => expect(isPartialDate(text)).toBe(is));
});

describe('what a date can mean', () => {
  it.each([
    ['2027', '2027-01-01', '2027-12-31'],
    ['2027-02', '2027-02-01', '2027-02-28'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2027-11', '2027-11-01', '2027-11-30'],
    ['2027-05-14', '2027-05-14', '2027-05-14'],
  ])('%s: %s to %s', (date, first, last) => expect([firstDay(date), lastDay(date)]).toEqual([first, last]));

  it.each([
    ['2025-01-01', '2025-01-02', -1],
    ['2025-03', '2025-02-28', 1],
    ['2025', '2025-01', -1],
    ['2025-01', '2025-01-01', -1],
    ['2025', '2024-12-31', 1],
    ['2025', '2025', 0],
  ])('%s beside %s: %i', (a, b, sign) => {
    expect(Math.sign(compareDates(a, b))).toBe(sign);
    expect(Math.sign(compareDates(b, a))).toBe(sign === 0 ? 0 : -sign);
  });

  it.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    ['2000', 10_957],
    ['2000-03', 11_017],
  ])('%s is day %i', (date, n) => expect(dayNumber(date)).toBe(n));

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2025', 0, '2025-01-01'],
    ['2025-03', 31, '2025-04-01'],
  ])('%s and %i days: %s', (date, days, day) => expect(addDays(date, days)).toBe(day));

  it('days are counted without gaps', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 50_000 }), (n) => {
        const day = addDays('1970-01-01', n);
        expect(isPartialDate(day)).toBe(true);
        expect(dayNumber(day)).toBe(n);
        expect(compareDates(day, addDays(day, 1))).toBe(-1);
      }),
    );
  });
});
