/** Dates to places on a strip. Pure: items and a width in, px out; no element, no clock. */
import { scaleUtc } from 'd3-scale';
import { utcMonth, utcYear } from 'd3-time';
import { compareDates, dayNumber, firstDay, lastDay } from '../../facts/dates.ts';

export interface TimelineEntry {
  id: string;
  date: string;
  end?: string;
  what: string;
  /** 1 to 3, heavier first when there is no room for all; 2 when not given */
  weight?: number;
  scheduled: boolean;
}

export interface Spot<T extends TimelineEntry> {
  item: T;
  /** px from the left edge of the strip */
  x: number;
  /** where a span ends, null for a single date */
  x2: number | null;
  /** 0 is nearest to the axis */
  lane: number;
}

export interface Tick {
  x: number;
  /** `2027`, or `2027-05` on a short strip */
  date: string;
}

export interface Layout<T extends TimelineEntry> {
  /** in order of time */
  spots: Spot<T>[];
  /** items in this range for which no lane had room */
  hidden: number;
  /** lanes in use, at least 1 */
  lanes: number;
  ticks: Tick[];
  /** px of a day, null outside the range */
  xOf(date: string): number | null;
}

/** Range of a strip, both days included, `YYYY-MM-DD`. */
export interface Range {
  from: string;
  to: string;
}

/** Dots closer than this overlap: a 10 px dot and air (px). */
export const APART = 14;
/** Keeps the first and the last dot off the edge (px). */
export const MARGIN = 10;
export const MOST_LANES = 8;

const DAY_MS = 86_400_000;
const at = (date: string): Date => new Date(dayNumber(date) * DAY_MS);

/** A year or a month stands in the middle of what it can mean: its first day would be a precision nobody gave. */
const middle = (date: string): Date => new Date((at(date).getTime() + at(lastDay(date)).getTime()) / 2);

/** @param width of the strip in px; narrower than both margins is treated as just that */
export function layOut<T extends TimelineEntry>(
  items: readonly T[],
  range: Range,
  width: number,
  mostLanes: number = MOST_LANES,
): Layout<T> {
  const scale = scaleUtc([at(range.from), at(range.to)], [MARGIN, Math.max(2 * MARGIN, width) - MARGIN]);
  const inside = items.filter((i) => within(i.date, range));
  const byWeight = [...inside].sort(
    (a, b) => (b.weight ?? 2) - (a.weight ?? 2) || compareDates(a.date, b.date),
  );
  const taken: [number, number][][] = [];
  const spots: Spot<T>[] = [];
  for (const item of byWeight) {
    const x = clamp(scale(middle(item.date)), width);
    const x2 = item.end ? clamp(scale(middle(item.end)), width) : null;
    const lane = freeLane(taken, x, x2 ?? x);
    if (lane >= mostLanes) continue;
    (taken[lane] ??= []).push([x, x2 ?? x]);
    spots.push({ item, x, x2: x2 !== null && x2 - x >= 4 ? x2 : null, lane });
  }
  spots.sort((a, b) => compareDates(a.item.date, b.item.date));
  return {
    spots,
    hidden: inside.length - spots.length,
    lanes: Math.max(1, taken.length),
    ticks: ticksOf(range, width).map((date) => ({ date, x: scale(at(date)) })),
    xOf: (date) => (within(date, range) ? clamp(scale(middle(date)), width) : null),
  };
}

const clamp = (x: number, width: number): number =>
  Math.round(Math.min(Math.max(x, MARGIN), Math.max(MARGIN, width - MARGIN)) * 10) / 10;

export const within = (date: string, range: Range): boolean =>
  lastDay(date) >= range.from && firstDay(date) <= range.to;

/** The lowest lane with room from `x` to `x2`; the number of lanes in use when none has. */
function freeLane(taken: readonly (readonly [number, number])[][], x: number, x2: number): number {
  const free = taken.findIndex((lane) => lane.every(([a, b]) => x2 + APART <= a || b + APART <= x));
  return free < 0 ? taken.length : free;
}

/** Steps between labels, finest first: months, then years. A label needs this much room (px). */
const MONTH_STEPS = [1, 3, 6];
const YEAR_STEPS = [1, 2, 5, 10, 20, 50];
const MONTH_ROOM = 80;
const YEAR_ROOM = 44;

function ticksOf(range: Range, width: number): string[] {
  const [from, to] = [at(range.from), at(range.to)];
  const years = (to.getTime() - from.getTime()) / (365.25 * DAY_MS);
  if (years <= 0) return [];
  const perYear = width / years;
  const months = MONTH_STEPS.find((step) => (perYear / 12) * step >= MONTH_ROOM);
  const end = new Date(to.getTime() + 1);
  if (months !== undefined) return (utcMonth.every(months)?.range(from, end) ?? []).map((d) => iso(d, 7));
  const step = YEAR_STEPS.find((s) => perYear * s >= YEAR_ROOM) ?? 100;
  return (utcYear.every(step)?.range(from, end) ?? []).map((d) => iso(d, 4));
}

const iso = (date: Date, length: number): string => date.toISOString().slice(0, length);
