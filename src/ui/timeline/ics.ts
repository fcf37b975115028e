/** One scheduled date as a calendar file (RFC 5545). Pure. */
import { addDays, firstDay, lastDay } from '../../facts/dates.ts';

export interface IcsDate {
  id: string;
  date: string;
  end?: string;
  what: string;
  /** further lines for the event's description */
  note?: string;
  /** address of a source */
  url?: string;
}

/** Longest content line in octets, its line break not counted (RFC 5545, 3.1). */
const MOST_OCTETS = 75;

/**
 * @param today `YYYY-MM-DD`: when the entry was made; its time of day is midnight UTC, as no clock is read
 * @param summary words for a date whose day is not fixed; it gets the bare summary otherwise
 * @returns a whole calendar with CRLF line breaks; a month or a year becomes the span of its days, never a made-up day
 */
export function icsOf(item: IcsDate, today: string, summary: string = item.what): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Station Brief//Station Brief//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${item.id}@station-brief.invalid`,
    `DTSTAMP:${compact(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(firstDay(item.date))}`,
    // The end of an all-day event is the day after its last.
    `DTEND;VALUE=DATE:${compact(addDays(lastDay(item.end ?? item.date), 1))}`,
    `SUMMARY:${escape(isExact(item) ? item.what : summary)}`,
    ...(item.note ? [`DESCRIPTION:${escape(item.note)}`] : []),
    ...(item.url ? [`URL:${item.url.replace(/[\r\n]/g, '')}`] : []),
    // A date to know about, not an appointment: nobody is busy because a station is flying.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** True when the day is known, for both ends of a span. */
export const isExact = (item: { date: string; end?: string }): boolean =>
  item.date.length === 10 && (item.end ?? item.date).length === 10;

/** A name every file system takes: `2028-iss-deorbit.ics`. */
export const icsName = (item: IcsDate): string => `${item.date}-${item.id.replace(/[^a-z0-9-]/gi, '-')}.ics`;

const compact = (day: string): string => day.replaceAll('-', '');

const escape = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

/** Splits a content line so that no line has more than 75 octets; never inside a character. */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const char of line) {
    const size = octetsOf(char);
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      // The space that marks a continuation counts as well.
      [part, octets] = [' ', 1];
    }
    part += char;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

function octetsOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
