/** The dates a text names: “28 September 2021”, “Oct. 5”, «11 февраля», “9月28日”. Pure. */
import { dayNumber, isPartialDate } from '../facts/dates.ts';
import { formText } from './form.ts';
import { hashWord, textOf, type Tokens } from './tokens.ts';

/** Month by month, as dates are written in each language; words two languages share stand once. */
const MONTHS: readonly string[] = [
  'january jan januar jänner janvier enero gennaio janeiro stycznia styczeń января январь январе січня ianuarie',
  'february feb februar februari février febrero febbraio fevereiro lutego luty февраля февраль феврале лютого februarie',
  'march mar märz mars marzo março marca marzec марта март марте березня martie',
  'april apr avril abril aprile kwietnia kwiecień апреля апрель апреле квітня aprilie',
  'may mai mayo maggio maio maja maj мая май мае травня',
  'june jun juni juin junio giugno junho czerwca czerwiec июня июнь июне червня iunie',
  'july jul juli juillet julio luglio julho lipca lipiec июля июль июле липня iulie',
  'august aug août agosto sierpnia sierpień августа август августе серпня',
  'september sept sep septembre septiembre settembre setembro września wrzesień сентября сентябрь сентябре вересня septembrie',
  'october oct oktober okt octobre octubre ottobre outubro października październik октября октябрь октябре жовтня octombrie',
  'november nov novembre noviembre novembro listopada listopad ноября ноябрь ноябре листопада noiembrie',
  'december dec dezember dez décembre diciembre dicembre dezembro grudnia grudzień декабря декабрь декабре грудня decembrie',
];
let made: ReadonlyMap<number, number> | undefined;
/** Hash of a month's name to its number; made when a text is first read for dates. */
const months = (): ReadonlyMap<number, number> =>
  (made ??= new Map(
    MONTHS.flatMap((words, at) =>
      words.split(' ').map((word): [number, number] => [hashWord(formText(word)), at + 1]),
    ),
  ));

/** Words between day, month and year: “28 de septiembre de 2021”, “28th of September”. */
const LINKS = new Set(['de', 'del', 'of', 'den']);
const DAY = /^(\d{1,2})(?:st|nd|rd|th|er|го)?$/;
const YEAR = /^(19[5-9]\d|20[0-4]\d)$/;

interface NamedDate {
  year: string | null;
  month: number;
  day: number | null;
}

/**
 * @param published date of the article, null when unknown; a day without a year is the one nearest to it
 * @returns dates to the precision named, month or day; a month alone, without day or year, is none
 */
export function datesIn(tokens: Tokens, published: string | null): Set<string> {
  const found = new Set<string>();
  for (let t = 0; t < tokens.count; t++) {
    const named = japanese(tokens, t) ?? around(tokens, t);
    if (!named || (named.day === null && named.year === null)) continue;
    const date = resolve(named, published);
    if (date) found.add(date);
  }
  return found;
}

/**
 * Years that the text speaks of, with how often; the article's own is left out, since every article names it.
 * Numbers from 1955 on that stand alone are years in this news far more often than anything else.
 */
export function yearsIn(tokens: Tokens, own: string | null): Map<string, number> {
  const years = new Map<string, number>();
  for (let t = 0; t < tokens.count; t++) {
    if ((tokens.end[t] as number) - (tokens.start[t] as number) !== 4) continue;
    const word = wordAt(tokens, t);
    if (YEAR.test(word) && word !== own?.slice(0, 4)) years.set(word, (years.get(word) ?? 0) + 1);
  }
  return years;
}

const wordAt = (tokens: Tokens, t: number): string =>
  t >= 0 && t < tokens.count ? textOf(tokens, t, t) : '';

/** The token next to `t` in a direction, past one linking word. */
function beside(tokens: Tokens, t: number, by: 1 | -1): number {
  const next = t + by;
  return LINKS.has(wordAt(tokens, next).toLowerCase()) ? next + by : next;
}

/** A month's name at `t`, with day and year on either side. */
function around(tokens: Tokens, t: number): NamedDate | null {
  const month = months().get(tokens.hash[t] as number);
  if (month === undefined) return null;
  const before = wordAt(tokens, beside(tokens, t, -1));
  const next = beside(tokens, t, 1);
  const after = wordAt(tokens, next);
  const day = DAY.exec(before) ?? (YEAR.test(after) ? null : DAY.exec(after));
  const last = DAY.test(before) || YEAR.test(after) ? next : beside(tokens, next, 1);
  const year = YEAR.exec(wordAt(tokens, last));
  return { year: year?.[1] ?? null, month, day: day ? Number(day[1]) : null };
}

/** `2021年9月28日`, each sign a token. */
function japanese(tokens: Tokens, t: number): NamedDate | null {
  if (tokens.text[tokens.start[t] as number] !== '月') return null; // looked at for every word, so nothing is cut out
  const month = Number(wordAt(tokens, t - 1));
  if (!(month >= 1 && month <= 12)) return null;
  const day = wordAt(tokens, t + 2) === '日' ? DAY.exec(wordAt(tokens, t + 1)) : null;
  const year = wordAt(tokens, t - 2) === '年' ? YEAR.exec(wordAt(tokens, t - 3)) : null;
  return { year: year?.[1] ?? null, month, day: day ? Number(day[1]) : null };
}

function resolve({ year, month, day }: NamedDate, published: string | null): string | null {
  const inYear = (y: string): string =>
    `${y}-${String(month).padStart(2, '0')}${day === null ? '' : `-${String(day).padStart(2, '0')}`}`;
  const candidates = year
    ? [inYear(year)]
    : published
      ? [-1, 0, 1].map((by) => inYear(String(Number(published.slice(0, 4)) + by)))
      : [];
  const away = (date: string) => Math.abs(dayNumber(date) - dayNumber(published ?? date));
  return candidates.filter(isPartialDate).sort((a, b) => away(a) - away(b))[0] ?? null;
}
