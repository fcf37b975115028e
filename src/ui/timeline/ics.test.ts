import { describe, expect, it } from 'vitest';
import { foldLine, icsName, icsOf } from './ics.ts';

const lines = (text: string) => text.split('\r\n');
const day = { id: 'deorbit', date: '2030-09-30', what: 'ISS; end, by law' };

describe('ics', () => {
  it('a day is one whole day, escaped, with CRLF throughout', () => {
    const text = icsOf(day, '2026-11-22');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(lines(text)).toContain('DTSTART;VALUE=DATE:20300930');
    expect(lines(text)).toContain('DTEND;VALUE=DATE:20301001');
    expect(lines(text)).toContain('DTSTAMP:20261122T000000Z');
    expect(lines(text)).toContain('SUMMARY:ISS\\; end\\, by law');
  });
  it('a month is the span of its days and says so', () => {
    const text = lines(icsOf({ ...day, date: '2028-02' }, '2026-11-22', 'ISS (some day in February 2028)'));
    expect(text).toContain('DTSTART;VALUE=DATE:20280201');
    expect(text).toContain('DTEND;VALUE=DATE:20280301');
    expect(text).toContain('SUMMARY:ISS (some day in February 2028)');
  });
  it('a year too', () => {
    expect(lines(icsOf({ ...day, date: '2030' }, '2026-11-22', 'x'))).toContain('DTEND;VALUE=DATE:20310101');
  });
  it('a known span keeps its own words', () => {
    const text = lines(icsOf({ ...day, date: '2027-05-03', end: '2027-05-05' }, '2026-11-22', 'other'));
    expect(text).toContain('DTEND;VALUE=DATE:20270506');
    expect(text).not.toContain('SUMMARY:other');
  });
  it('line breaks in a note cannot start a new property', () => {
    expect(
      lines(icsOf({ ...day, note: 'a\nATTENDEE:x', url: 'https://e.org/\r\nX:1' }, '2026-11-22')).filter(
        (l) => /^(ATTENDEE|X)/.test(l),
      ),
    ).toEqual([]);
  });
  it('names a file', () => expect(icsName(day)).toBe('2030-09-30-deorbit.ics'));
});

describe('folding', () => {
  const octets = (text: string) => new TextEncoder().encode(text).length;
  it.each([
    ['a'.repeat(75)],
    ['a'.repeat(76)],
    ['Ж'.repeat(200)],
    ['😀'.repeat(60)],
    [`${'a'.repeat(74)}€${'b'.repeat(90)}`],
  ])('%s', (text) => {
    const folded = foldLine(text);
    for (const line of folded.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
    expect(folded.replaceAll('\r\n ', '')).toBe(text);
  });
  it('leaves a line of 75 octets whole', () => expect(foldLine('a'.repeat(75))).not.toContain('\r\n'));
});
