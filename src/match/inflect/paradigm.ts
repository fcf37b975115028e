/**
 * Inflection at build time. A language is a list of paradigms: pure rules from the ending of a word's first form to
 * its other forms, case by case, so that the words of a name agree (“Международной космической станции”).
 */

/** Forms of one word: for each case the endings it can take; index 0 is the form it is looked up by. */
export type Cases = readonly (readonly string[])[];

export interface Paradigm {
  /** what the dictionary form ends in */
  ends: RegExp;
  /** how many letters of the dictionary form to take off before an ending is added */
  cut: number;
  /** endings per case, separated by `|` where there are several */
  cases: readonly string[];
}

export interface Grammar {
  adjective: readonly Paradigm[];
  noun: readonly Paradigm[];
  /** names of people, by gender */
  masculine: readonly Paradigm[];
  feminine: readonly Paradigm[];
  /** how many of a noun's cases are of the singular; they come first */
  singular: number;
  /** of a full name only the last word changes (German “Jared Isaacmans”) */
  lastNameOnly?: boolean;
  /** adjectives may follow their noun (Polish “Stacja Kosmiczna”) */
  adjectivesFollow?: boolean;
  /** true when a first name is a woman's */
  isFeminine(firstName: string): boolean;
}

/** All case forms of a word, or null when no paradigm fits: then it does not change. */
function casesOf(word: string, paradigms: readonly Paradigm[]): Cases | null {
  const paradigm = paradigms.find((p) => p.ends.test(word));
  if (!paradigm) return null;
  const base = word.slice(0, word.length - paradigm.cut);
  return paradigm.cases.map((endings) => endings.split('|').map((ending) => base + ending));
}

/** Capitals only (МКС, НАСА, MLM) and anything with a digit or of another script never change. */
const isFixed = (word: string): boolean =>
  /\d/.test(word) || (word.length > 1 && word === word.toUpperCase());

/**
 * Words of one case joined as in the original. Where words have several endings they are paired in order, not
 * multiplied: nobody writes every combination.
 */
function combine(parts: readonly (readonly string[])[]): string[] {
  const most = Math.max(...parts.map((part) => part.length));
  return Array.from({ length: most }, (_, i) =>
    parts.map((part) => part[Math.min(i, part.length - 1)]).join(''),
  );
}

function build(pieces: readonly string[], cases: readonly (Cases | null)[]): string[] {
  const count = Math.max(0, ...cases.map((c) => c?.length ?? 0));
  const forms = new Set<string>([pieces.join('')]);
  for (let i = 0; i < count; i++) {
    for (const form of combine(pieces.map((piece, at) => cases[at]?.[i] ?? [piece]))) forms.add(form);
  }
  return [...forms];
}

/**
 * Every inflected form of a name, the given one first.
 * @param name in its dictionary form (nominative)
 * @param person whether it names a person: then each word changes; else leading adjectives and the first noun do
 * @param plural whether the plural is wanted too; there is one Roscosmos
 */
export function inflect(name: string, grammar: Grammar, person: boolean, plural = true): string[] {
  const pieces = name.split(/([\s\-–«»"“”„]+)/u);
  const cases: (Cases | null)[] = pieces.map(() => null);
  if (person) {
    const first = pieces[0] ?? '';
    const list = grammar.isFeminine(first) ? grammar.feminine : grammar.masculine;
    pieces.forEach((piece, at) => {
      if (grammar.lastNameOnly && at < pieces.length - 1) return;
      if (at % 2 === 0 && piece && !isFixed(piece)) cases[at] = casesOf(piece, list);
    });
    return build(pieces, cases);
  }
  let headFound = false;
  for (let at = 0; at < pieces.length; at += 2) {
    const piece = pieces[at] as string;
    if (!piece) continue;
    if (isFixed(piece)) break;
    const last = at + 2 >= pieces.length;
    const adjective = last && !headFound ? null : casesOf(piece, grammar.adjective);
    if (headFound && !adjective) break; // what follows the head noun stands in the genitive and stays
    cases[at] = adjective ?? casesOf(piece, grammar.noun);
    if (!adjective) headFound = true;
    if (headFound && !grammar.adjectivesFollow) break;
  }
  return build(pieces, plural ? cases : cases.map((c) => c?.slice(0, grammar.singular) ?? null));
}
