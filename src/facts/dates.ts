/**
 * Dates as sources give them: a year `2027`, a month `2027-05` or a day `2027-05-14`. The length is the precision.
 * Everything here works on the strings; no clock and no time zone is involved.
 */
export type PartialDate = string;

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Days in a month of the Gregorian calendar; `month` is 1 to 12. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** True for a date that exists on the calendar, to whatever precision it is given. */
export function isPartialDate(text: string): boolean {
  const parts = SHAPE.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), parts[2], parts[3]];
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysIn(year, Number(month)));
}

/** First day the date can mean: `2027` is `2027-01-01`. */
export function firstDay(date: PartialDate): string {
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

/** Last day the date can mean: `2027-02` is `2027-02-28`. */
export function lastDay(date: PartialDate): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length > 7) return date;
  const days = daysIn(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
  return `${date}-${String(days).padStart(2, '0')}`;
}

/** Order for sorting: by first possible day, the coarser date first when those are equal. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  const [x, y] = [firstDay(a), firstDay(b)];
  if (x !== y) return x < y ? -1 : 1;
  return a.length - b.length;
}

/** Whole days since 1970-01-01 of the first possible day; for distances and for the timeline's scale. */
export function dayNumber(date: PartialDate): number {
  const day = firstDay(date);
  return Math.round(
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000,
  );
}

/** The day `days` after `date` (negative: before), as `YYYY-MM-DD`. */
export function addDays(date: PartialDate, days: number): string {
  return new Date((dayNumber(date) + days) * 86_400_000).toISOString().slice(0, 10);
}
