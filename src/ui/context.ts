/** What every component needs and none may read for itself: language, the reader's day, and words in that language. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { formatAfter, formatDate, formatSpan, formatWhen, type DateStyle } from './format.ts';
import { noteLangOf, sayIn, type Say, type UiLang } from './strings/index.ts';

export interface Ui {
  lang: UiLang;
  /** language the notes are written in, for `lang` attributes */
  noteLang: 'en' | 'ru';
  /** `YYYY-MM-DD` of the reader */
  today: string;
  say: Say;
  date(date: string, style?: DateStyle): string;
  when(when: { date: string; end?: string }, style?: DateStyle): string;
  /** “since X”, “X – Y” or “until Y”; '' when neither end is known */
  span(from: string | null, to: string | null, style?: DateStyle): string;
}

/** @returns the context for one language and day; make it once per change, not per component */
export function makeUi(lang: UiLang, today: string): Ui {
  const say = sayIn(lang);
  const date: Ui['date'] = (d, style) => formatDate(d, lang, style);
  return {
    lang,
    noteLang: noteLangOf(lang),
    today,
    say,
    date,
    when: (w, style) => formatWhen(w, lang, style),
    span: (from, to, style) => {
      if (from && to) return formatSpan(from, to, lang, style);
      if (from) return say('date.since', { from: formatAfter(from, lang, style) });
      return to ? say('date.until', { to: formatAfter(to, lang, style) }) : '';
    },
  };
}

export const UiContext = createContext<Ui>(makeUi('en', '1970-01-01'));
export const useUi = (): Ui => useContext(UiContext);
