/** Periods a reader can look at by themselves, and the range of a strip. Pure. */
import { addDays, firstDay, lastDay } from '../../facts/dates.ts';
import { within, type Range, type TimelineEntry } from './scale.ts';

export const ERAS = ['all', 'y1955', 'y1992', 'y2011', 'y2022', 'ahead'] as const;
export type Era = (typeof ERAS)[number];

/** The plans furthest ahead are kept in sight even when nothing is on record that far (days). */
const AHEAD_AT_LEAST = 5 * 365;

/** The range of a period. @param today `YYYY-MM-DD` */
export function eraRange(era: Era, items: readonly TimelineEntry[], today: string): Range {
  switch (era) {
    case 'y1955':
      return { from: '1955-01-01', to: '1991-12-31' };
    case 'y1992':
      return { from: '1992-01-01', to: '2010-12-31' };
    case 'y2011':
      return { from: '2011-01-01', to: '2021-12-31' };
    case 'y2022':
      return { from: '2022-01-01', to: today };
    case 'ahead':
      return { from: today, to: later(lastOf(items), addDays(today, AHEAD_AT_LEAST)) };
    case 'all':
      return rangeOf(items, [today]);
  }
}

export const inEra = <T extends TimelineEntry>(items: readonly T[], range: Range): T[] =>
  items.filter((item) => within(item.date, range));

/** From the first to the last of the items and of the given days, with a little air; whole years when it spans several. */
export function rangeOf(items: readonly TimelineEntry[], days: readonly string[]): Range {
  const starts = [...items.map((i) => firstDay(i.date)), ...days].sort();
  const ends = [...items.map((i) => lastDay(i.end ?? i.date)), ...days].sort();
  const [first, last] = [starts[0] ?? '1998-01-01', ends.at(-1) ?? '2031-12-31'];
  if (Number(last.slice(0, 4)) - Number(first.slice(0, 4)) < 3)
    return { from: addDays(first, -30), to: addDays(last, 30) };
  return { from: `${first.slice(0, 4)}-01-01`, to: `${last.slice(0, 4)}-12-31` };
}

const lastOf = (items: readonly TimelineEntry[]): string =>
  items
    .map((i) => lastDay(i.end ?? i.date))
    .sort()
    .at(-1) ?? '';

const later = (a: string, b: string): string => (a > b ? a : b);
