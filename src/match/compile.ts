/** Build time: facts and lexicon to the index that finding runs on. Plain JSON, no notes in it. Pure. */
import { NAME_LANGS, type Alias, type ClaimRule, type Fact, type NameLang } from '../facts/schema.ts';
import { foldText } from './fold.ts';
import { formsOf } from './inflect/forms.ts';
import { foldedWord, tokenise } from './tokens.ts';

/** When a form counts; the first two bits of its flags. */
export const ALWAYS = 0;
export const NEAR = 1;
export const NAMED = 2;
export const CLEAR = 3;
/** flag: capitals must be as written */
export const CAPS = 4;

/** `[text, flags, languages]`: folded words with spaces between (`*` ends a prefix); languages as bits, 0 for any. */
export type FormRow = [text: string, flags: number, langs: number];

/** A claim's rule with its lines replaced by numbers of {@link FindIndex.lines}. */
export interface RuleRow {
  lang: NameLang;
  all: number[];
  none: number[];
  within: number;
  ordered: boolean;
  needs: string[];
  from?: string;
  to?: string;
  own: boolean;
}

export interface FindIndex {
  /** `[id, kind, forms]` */
  entities: [id: string, kind: string, forms: FormRow[]][];
  topics: [id: string, forms: FormRow[]][];
  /** words that show what a page is about: `[class, forms]`, classes as in lexicon.yaml */
  lexicon: [name: string, forms: FormRow[]][];
  /** one entry for each distinct line of a claim rule */
  lines: FormRow[][];
  claims: [id: string, rules: RuleRow[]][];
}

/** Words per class and language, `*` ending a prefix; from `src/facts/lexicon.yaml`. */
export type Lexicon = Record<string, Partial<Record<NameLang, string[]>>>;

export const langBit = (lang: string): number => {
  const at = (NAME_LANGS as readonly string[]).indexOf(lang);
  return at < 0 ? 0 : 1 << at;
};

/** The folded words of a text with single spaces, as the index stores a form; `*` is kept. */
export function formText(text: string): string {
  const out: string[] = [];
  for (const part of text.split(/(?<=\*)|\s+/u)) {
    const tokens = tokenise(part);
    for (let t = 0; t < tokens.count; t++)
      out.push(foldedWord(part, tokens.start[t] as number, tokens.end[t] as number));
    if (part.endsWith('*') && out.length) out[out.length - 1] += '*';
  }
  return out.join(' ');
}

/** The words of a form as written, for those whose capitals matter. */
const writtenText = (text: string): string => {
  const tokens = tokenise(text);
  return Array.from({ length: tokens.count }, (_, t) => text.slice(tokens.start[t], tokens.end[t])).join(' ');
};

const SHORT = 4;
const isShortLatin = (text: string): boolean =>
  /^[a-z0-9]{1,4}$/.test(foldText(text)) && foldText(text).length <= SHORT;

class Forms {
  private readonly rows = new Map<string, FormRow>();

  /** Keeps the most lenient reading when one form comes twice: fewer conditions, more languages. */
  add(text: string, flags: number, langs: number): void {
    const stored = flags & CAPS ? writtenText(text) : formText(text);
    if (!stored) return;
    const old = this.rows.get(stored);
    if (!old) this.rows.set(stored, [stored, flags, langs]);
    else {
      old[1] = Math.min(old[1], flags);
      old[2] = old[2] === 0 || langs === 0 ? 0 : old[2] | langs;
    }
  }

  list(): FormRow[] {
    return [...this.rows.values()];
  }
}

/** Nobody writes out a title of more words than this. */
const MOST_WORDS = 9;
/** Names longer than this are titles of documents, met as they stand or not at all. Words. */
const MOST_INFLECTED = 4;
/** Kinds there are several of; a name of another kind has no plural. */
const PLURAL: ReadonlySet<string> = new Set(['concept', 'vehicle', 'office', 'law', 'agreement']);

const WHEN = { near: NEAR, named: NAMED, clear: CLEAR } as const;

/** Names, aliases and (for people) surnames, inflected. */
function entityForms(fact: Fact): FormRow[] {
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
    if (text.split(' ').length > MOST_INFLECTED) return;
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

const entriesOf = <T>(map: Partial<Record<NameLang, T>>): [NameLang, T][] =>
  Object.entries(map) as [NameLang, T][];

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

/** A Russian or Ukrainian cue word of this length loses its ending and becomes a prefix; a shorter one stays. */
const LEAST_STEMMED = 6;
const ENDING = 2;

/** Cues need no exact cases: “сотрудничество” stands for сотрудничест*, in a phrase each long word likewise. */
const stemmed = (cue: string): string =>
  cue
    .replace(/[\u0400-\u04ff]+(?![\u0400-\u04ff*])/g, (word) =>
      word.length >= LEAST_STEMMED ? `${word.slice(0, -ENDING)}* ` : word,
    )
    .trim();

const cueForms = (words: Partial<Record<NameLang, string[]>>): FormRow[] => {
  const forms = new Forms();
  for (const [lang, list] of entriesOf(words)) {
    for (const word of list)
      forms.add(lang === 'ru' || lang === 'uk' ? stemmed(word) : word, ALWAYS, langBit(lang));
  }
  return forms.list();
};

/** `a|b c|d*` of one rule line to forms; the language is the rule's. */
function lineForms(line: string, lang: NameLang): FormRow[] {
  const forms = new Forms();
  for (const choice of line.split('|')) forms.add(choice.trim(), ALWAYS, langBit(lang));
  return forms.list();
}

/**
 * @param facts the checked base
 * @returns the index; the same input gives the same output, byte for byte
 */
export function compileIndex(facts: readonly Fact[], lexicon: Lexicon): FindIndex {
  const lines: FormRow[][] = [];
  const numbers = new Map<string, number>();
  const lineNumber = (line: string, lang: NameLang): number => {
    const key = `${lang}:${line}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, lines.length);
    return lines.push(lineForms(line, lang)) - 1;
  };
  const ruleRow = (rule: ClaimRule): RuleRow => ({
    lang: rule.lang,
    all: rule.all.map((line) => lineNumber(line, rule.lang)),
    none: (rule.none ?? []).map((line) => lineNumber(line, rule.lang)),
    within: rule.within ?? 16,
    ordered: rule.ordered === true,
    needs: rule.needs ?? [],
    ...(rule.from ? { from: rule.from } : {}),
    ...(rule.to ? { to: rule.to } : {}),
    own: rule.voice === 'own',
  });
  const things = facts.filter((f) => !['event', 'claim', 'topic'].includes(f.kind));
  return {
    entities: things.map((f) => [f.id, f.kind, entityForms(f)]),
    topics: facts.filter((f) => f.kind === 'topic').map((f) => [f.id, cueForms(f.cues ?? {})]),
    lexicon: Object.entries(lexicon).map(([name, words]) => [name, cueForms(words)]),
    claims: facts.filter((f) => f.kind === 'claim').map((f) => [f.id, (f.rules ?? []).map(ruleRow)]),
    lines,
  };
}

/** Forms two records share without a condition: the reader could be shown the wrong one. */
export function sharedForms(index: FindIndex): { form: string; ids: string[] }[] {
  const seen = new Map<string, Set<string>>();
  for (const [id, , forms] of index.entities) {
    for (const [text, flags] of forms) {
      if ((flags & 3) !== ALWAYS) continue;
      const key = formText(text);
      seen.set(key, (seen.get(key) ?? new Set()).add(id));
    }
  }
  return [...seen].filter(([, ids]) => ids.size > 1).map(([form, ids]) => ({ form, ids: [...ids] }));
}
