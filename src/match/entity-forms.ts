/** Build time: the forms by which texts name a record, inflected. Pure. */
import type { Alias, Fact, NameLang } from '../facts/schema.ts';
import {
  ALWAYS,
  BESIDE,
  CAPS,
  CLEAR,
  entriesOf,
  Forms,
  formText,
  isShortLatin,
  langBit,
  NAMED,
  NEAR,
  type FormRow,
} from './form.ts';
import { formsOf } from './inflect/forms.ts';

/** Words per class and language, `*` ending a prefix; from `src/facts/lexicon.yaml`. */
export type Lexicon = Record<string, Partial<Record<NameLang, string[]>>>;

/** Nobody writes out a title of more words than this. */
const MOST_WORDS = 6;
/** Names longer than this are titles of documents, met as they stand or not at all. Words. */
const MOST_INFLECTED = 4;
/** Kinds whose long names are titles already from fewer words on. */
const TITLED: ReadonlySet<string> = new Set([
  'agreement',
  'law',
  'incident',
  'plan',
  'flight',
  'concept',
  'programme',
]);
/** Kinds there are several of; a name of another kind has no plural. */
const PLURAL: ReadonlySet<string> = new Set(['concept', 'vehicle', 'office', 'law', 'agreement']);

const WHEN = { near: NEAR, beside: NEAR | BESIDE, named: NAMED, clear: CLEAR } as const;

/** Names, aliases and (for people) surnames, inflected. */
export function entityForms(fact: Fact, decided: Lexicon): FormRow[] {
  const forms = new Forms();
  const person = fact.kind === 'person';
  const named = entriesOf(fact.name);
  // A name that is also an everyday word says so among the aliases; that holds for the name and all its cases.
  const conditions = new Map<string, number>();
  for (const list of Object.values(fact.aliases ?? {})) {
    for (const alias of list as Alias[])
      if (typeof alias !== 'string' && alias.when) conditions.set(formText(alias.text), WHEN[alias.when]);
  }
  const add = (alias: Alias, lang: NameLang, isName: boolean) => {
    const options: Exclude<Alias, string> = typeof alias === 'string' ? { text: alias } : alias;
    const { text } = options;
    if (text.split(' ').length > MOST_WORDS) return;
    const when = Math.max(
      options.when ? WHEN[options.when] : ALWAYS,
      conditions.get(formText(text)) ?? ALWAYS,
    );
    const flags = when | (options.caps ? CAPS : 0);
    // A short Latin word or acronym of one language is another word elsewhere (EEI, SSI, MKS); English ones travel.
    const only = isShortLatin(text) && lang !== 'en' && !isName ? langBit(lang) : 0;
    forms.add(text, flags, only);
    if (options.fixed || options.caps) return;
    if (text.split(' ').length > MOST_INFLECTED - (TITLED.has(fact.kind) ? 1 : 0)) return;
    for (const form of formsOf(
      text,
      lang,
      person,
      PLURAL.has(fact.kind) && (lang === 'en' || lang === 'ru' || fact.kind === 'vehicle'),
    ).slice(1))
      forms.add(form, flags, langBit(lang));
  };
  for (const [lang, name] of named) add(name, lang, true);
  for (const [lang, list] of entriesOf(fact.aliases ?? {})) for (const alias of list) add(alias, lang, false);
  for (const key of ['until', 'beyond'] as const) {
    const year = fact[key];
    if (year === undefined) continue;
    for (const [lang, patterns] of entriesOf(decided[key] ?? {})) {
      for (const pattern of patterns) forms.add(pattern.replace('~', year), NEAR | BESIDE, langBit(lang));
    }
  }
  if (person) {
    const spelled = entriesOf(fact.aliases ?? {}).flatMap(([lang, list]) =>
      list.flatMap((a): [NameLang, string][] => (typeof a === 'string' ? [[lang, a]] : [])),
    );
    for (const [lang, name] of [...named, ...spelled]) {
      const surname = fact.surname?.[lang] ?? surnameOf(name);
      if (surname) for (const form of surnameForms(surname, name, lang)) forms.add(form, NAMED, 0);
    }
  }
  return forms.list();
}

/** Last word of a name; '' when there is only one word or the script has no spaces and no middle dot. */
export function surnameOf(name: string): string {
  const parts = name.split(/[\s・·•]+/u);
  return parts.length > 1 ? (parts.at(-1) ?? '') : '';
}

/** The surname in the cases it has in the full name: a woman's surname does not change like a man's. */
function surnameForms(surname: string, name: string, lang: NameLang): string[] {
  const first = name.split(/\s+/u)[0] ?? '';
  const full = formsOf(`${first} ${surname}`, lang, true);
  return [...new Set(full.map((form) => form.slice(form.indexOf(' ') + 1)))];
}
