/** Words of the interface in five languages. Pure: the language is always given, never read from the browser here. */
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ru } from './ru.ts';
import { fill, formOf, type Text, type Values } from './text.ts';

export const UI_LANGS = ['en', 'ru', 'de', 'fr', 'es'] as const;
export type UiLang = (typeof UI_LANGS)[number];
export type Key = keyof typeof en;
/** Says a text; a plural text needs `n`. */
export type Say = (key: Key, values?: Values) => string;

export const TABLES: Record<UiLang, Record<Key, Text>> = { en, ru, de, fr, es };

/** For keys put together from data, such as a state's word. */
export const isKey = (text: string): text is Key => Object.hasOwn(en, text);

/** Each language by its own name, for the choice in the settings. */
export const LANG_NAMES: Record<UiLang, string> = {
  en: 'English',
  ru: 'Русский',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};

const made = new Map<UiLang, Say>();

/** @returns the same function for the same language, so that it is safe to compare and to hand to components */
export function sayIn(lang: UiLang): Say {
  const known = made.get(lang);
  if (known) return known;
  const table = TABLES[lang];
  // Made when a number is first said: on a page of somebody else's, making them costs more than all words together.
  let rules: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  const say: Say = (key, values = {}) => {
    const n = values['n'];
    const text = formOf(table[key], typeof n === 'number' ? n : 0, (x) =>
      (rules ??= new Intl.PluralRules(lang)).select(x),
    );
    return fill(text, values, (x) => (numbers ??= new Intl.NumberFormat(lang)).format(x));
  };
  made.set(lang, say);
  return say;
}

/** The interface language for a list of the reader's languages such as `navigator.languages`: the first we speak, else English. */
export function pickLang(wanted: readonly string[]): UiLang {
  for (const tag of wanted) {
    const found = UI_LANGS.find((lang) => lang === tag.slice(0, 2).toLowerCase());
    if (found) return found;
  }
  return 'en';
}

/** The language notes are shown in: Russian for a Russian interface, else English. */
export const noteLangOf = (lang: UiLang): 'en' | 'ru' => (lang === 'ru' ? 'ru' : 'en');
