/** Dates in the reader's style, to the precision known and never beyond it. UTC throughout: a date has no time zone. */
import { dayNumber, type PartialDate } from '../facts/dates.ts';
import type { UiLang } from './strings/index.ts';

/** `long` for running text (“31 July 2025”), `short` for lists and sources (“31 Jul 2025”). */
export type DateStyle = 'long' | 'short';

// Day before month for English: the notes themselves are written so, and one page should not show two orders.
const LOCALES: Record<UiLang, string> = { en: 'en-GB', ru: 'ru', de: 'de', fr: 'fr', es: 'es' };

const ARTICLES: Record<UiLang, string> = { en: '', ru: '', de: '', fr: 'le ', es: 'el ' };

const made = new Map<string, Intl.DateTimeFormat>();

function formatter(lang: UiLang, style: DateStyle, length: number): Intl.DateTimeFormat {
  const key = `${lang} ${style} ${length}`;
  const known = made.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(LOCALES[lang], {
    timeZone: 'UTC',
    year: 'numeric',
    ...(length >= 7 ? { month: style } : {}),
    ...(length >= 10 ? { day: 'numeric' } : {}),
  });
  made.set(key, format);
  return format;
}

const instant = (date: PartialDate): Date => new Date(dayNumber(date) * 86_400_000);

// Russian and Spanish writing put “г.” or nothing after a bare year; a bare year is clearest bare.
const tidy = (text: string): string => text.replace(/\s?г\.$/, '');

/**
 * @param date `2025`, `2025-07` or `2025-07-31`
 * @returns the date in words; the text itself when it is not a date (facts are checked, pages are not)
 */
export function formatDate(date: PartialDate, lang: UiLang, style: DateStyle = 'long'): string {
  if (!/^\d{4}(-\d\d){0,2}$/.test(date)) return date;
  if (date.length === 4) return date;
  return tidy(formatter(lang, style, date.length).format(instant(date)));
}

/**
 * A date in the form that follows “since” and “until”: Russian months change their ending there (“с февраля 2025”), French
 * and Spanish days take an article (“depuis le 6 février 2025”).
 */
export function formatAfter(date: PartialDate, lang: UiLang, style: DateStyle = 'long'): string {
  if (lang === 'ru' && date.length === 7) {
    const parts = formatter(lang, style, 10).formatToParts(instant(date));
    const of = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
    return `${of('month')} ${of('year')}`;
  }
  return `${date.length === 10 ? ARTICLES[lang] : ''}${formatDate(date, lang, style)}`;
}

/**
 * A span, both ends included. Equal precision is joined the way the language joins it (“3–5 May 2027”),
 * different precision by a dash with spaces (“2027 – March 2028”).
 */
export function formatSpan(
  from: PartialDate,
  to: PartialDate,
  lang: UiLang,
  style: DateStyle = 'long',
): string {
  if (from === to) return formatDate(from, lang, style);
  if (from.length === 4 && to.length === 4) return `${from}–${to}`;
  if (from.length === to.length)
    return tidy(formatter(lang, style, from.length).formatRange(instant(from), instant(to)));
  return `${formatDate(from, lang, style)} – ${formatDate(to, lang, style)}`;
}

/** One date or a span, whichever a record has. */
export const formatWhen = (
  when: { date: PartialDate; end?: PartialDate },
  lang: UiLang,
  style: DateStyle = 'long',
): string => (when.end ? formatSpan(when.date, when.end, lang, style) : formatDate(when.date, lang, style));

/** The name of a language in another: `languageName('ru', 'en')` is “Russian”; the code where the browser knows no name. */
export function languageName(code: string, lang: UiLang): string {
  try {
    return new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** First sentence of a note: what stands alone. Abbreviations and initials (“Yu. Borisov”, “U.S.”) do not end it. */
export function firstSentence(text: string): string {
  for (const match of text.matchAll(/[.!?…]["»”)]?\s+(?=["«“(]?[\p{Lu}\p{N}])/gu)) {
    const before = text.slice(0, match.index);
    if (/(^|[\s(.])(\p{Lu}|\p{Lu}\p{Ll}|No|St|vol|гг?|т|им|ст|тыс|млн|млрд)$/u.test(before)) continue;
    return text.slice(0, match.index + match[0].trimEnd().length);
  }
  return text;
}
