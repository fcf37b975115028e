/** Build time: facts and lexicon to the index that finding runs on. Plain JSON, no notes in it. Pure. */
import type { ClaimRule, Fact, NameLang } from '../facts/schema.ts';
import { entityForms, type Lexicon } from './entity-forms.ts';
import { ALWAYS, entriesOf, Forms, formText, langBit, type FormRow } from './form.ts';

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
  const { until, beyond, ...classes } = lexicon;
  const things = facts.filter((f) => !['event', 'claim', 'topic'].includes(f.kind));
  return {
    entities: things.map((f) => [
      f.id,
      f.kind,
      entityForms(f, { ...(until ? { until } : {}), ...(beyond ? { beyond } : {}) }),
    ]),
    topics: facts.filter((f) => f.kind === 'topic').map((f) => [f.id, cueForms(f.cues ?? {})]),
    lexicon: Object.entries(classes).map(([name, words]) => [name, cueForms(words)]),
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
