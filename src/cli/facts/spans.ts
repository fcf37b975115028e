/** Which of a list of dated spans hold on a date, when dates are only known to a year or a month. Pure. */
import { addDays, firstDay, lastDay } from '../../facts/dates.ts';

/** Dates to the precision known. Without `from` it follows the span before it, without `to` it lasts until the next. */
export interface Span {
  from?: string | undefined;
  to?: string | undefined;
}

/** The first and the last day a change can have been. */
interface Between {
  earliest: string;
  latest: string;
}

const EVER = '0000-01-01';
const NEVER = '9999-12-31';
const within = (date: string): Between => ({ earliest: firstDay(date), latest: lastDay(date) });

function begin(spans: readonly Span[], at: number): Between {
  const { from } = spans[at] ?? {};
  if (from) return within(from);
  const before = spans[at - 1];
  // What follows an end begins on the day after it.
  if (before?.to)
    return { earliest: addDays(firstDay(before.to), 1), latest: addDays(lastDay(before.to), 1) };
  return { earliest: before?.from ? firstDay(before.from) : EVER, latest: NEVER };
}

function end(spans: readonly Span[], at: number): Between {
  const { to } = spans[at] ?? {};
  if (to) return within(to);
  return at + 1 < spans.length ? begin(spans, at + 1) : { earliest: NEVER, latest: NEVER };
}

/**
 * @param spans in order of time
 * @param date a day, a month or a year
 * @param known the last span is known to hold on this date, unless it has ended; undefined when nobody says
 * @returns indices of the spans that can hold on the date, in order; `sure` when the dates leave no other reading
 */
export function spansOn(
  spans: readonly Span[],
  date: string,
  known?: string,
): { at: number; sure: boolean }[] {
  const [first, last] = [firstDay(date), lastDay(date)];
  const all = spans.map((span, at) => {
    const from = begin(spans, at);
    const isLast = at === spans.length - 1;
    if (known && isLast && !span.to && from.latest > lastDay(known)) from.latest = lastDay(known);
    return { at, from, to: end(spans, at) };
  });
  const possible = all.filter(({ from, to }) => from.earliest <= last && to.latest >= first);
  // On the day of a change the newcomer counts, provided it has surely come by then.
  const held = possible.filter(
    (one) =>
      !possible.some((later) => later.at > one.at && later.from.latest <= first && one.to.earliest <= first),
  );
  return held.map(({ at, from, to }) => ({ at, sure: from.latest <= first && to.earliest >= last }));
}
