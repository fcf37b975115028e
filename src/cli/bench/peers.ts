/** What others would use for the same task, each in the form that suits it best, with the same aliases. */
import { AhoCorasick as DoubleArray } from '@monyone/aho-corasick/fast';
import Mark from 'mark.js';
import ModernAhoCorasick from 'modern-ahocorasick';
import type { FindIndex } from '../../match/compile.ts';
import { langBit } from '../../match/form.ts';
import { foldedWord, type Tokens } from '../../match/tokens.ts';
import { allForms } from './grow.ts';

export interface Peer {
  name: string;
  /** @returns how many matches */
  run(): number;
  /** undoes what a run did to the page; not measured */
  reset?(): void;
}

/** Distinct forms that count in a language, a prefix with its star; every `step`th of them. */
export function formsOf(index: FindIndex, lang: string, step: number): string[] {
  const bit = langBit(lang);
  const forms = allForms(index).flatMap((rows) =>
    rows.filter(([, , langs]) => langs === 0 || (langs & bit) !== 0).map(([text]) => text.toLowerCase()),
  );
  return [...new Set(forms)].filter((_, i) => i % step === 0);
}

/** What an automaton is given: forms without stars. */
export const aliasesOf = (forms: readonly string[]): string[] => [
  ...new Set(forms.map((form) => form.replaceAll('*', ''))),
];

/** The text as an automaton needs it: folded words with single spaces. Made beforehand; the peers do not pay for it. */
export function foldedText(tokens: Tokens): string {
  const words: string[] = [];
  for (let t = 0; t < tokens.count; t++)
    words.push(foldedWord(tokens.text, tokens.start[t] ?? 0, tokens.end[t] ?? 0));
  return words.join(' ');
}

const alternative = (form: string): string =>
  form
    .replace(/[\\^$.|?+()[\]{}/-]/g, '\\$&')
    .replaceAll('*', '[\\p{L}\\p{N}]*')
    .replaceAll(' ', '[\\s-]');

/** One pattern of all aliases, longest first; halved until the engine takes it. */
export function regexPeer(all: readonly string[], text: string, remarks: string[]): Peer {
  let pattern: RegExp | undefined;
  const run = (): number => {
    pattern ??= longestPattern(all, remarks);
    pattern.lastIndex = 0;
    let hits = 0;
    while (pattern.exec(text)) hits++;
    return hits;
  };
  return { name: 'one regular expression', run };
}

function longestPattern(all: readonly string[], remarks: string[]): RegExp {
  const forms = [...all].sort((a, b) => b.length - a.length);
  for (let most = forms.length; ; most = Math.floor(most / 2)) {
    try {
      const choices = forms.slice(-most).map(alternative).join('|');
      const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${choices})(?![\\p{L}\\p{N}])`, 'giu');
      pattern.test('x'); // compiles it
      if (most < forms.length) {
        remarks.push(`the regular expression bears ${most} of ${forms.length} aliases (the shortest)`);
      }
      return pattern;
    } catch (error) {
      if (most < 2) throw error;
    }
  }
}

/** A peer that is made when it first runs, the time it took told in a remark. */
function made<T>(name: string, make: () => T, run: (ready: T, folded: string) => number) {
  let ready: T | undefined;
  return (folded: string, remarks: string[]): Peer => {
    const get = (): T => {
      const began = performance.now();
      const fresh = make();
      remarks.push(`${name} is ready in ${Math.round(performance.now() - began)} ms`);
      return fresh;
    };
    return { name, run: () => run((ready ??= get()), folded) };
  };
}

/** Given a text folded beforehand, each becomes a peer. */
export const automata = (aliases: readonly string[]) => [
  made(
    '@monyone/aho-corasick',
    () => new DoubleArray([...aliases]),
    (ready, folded) => ready.matchInText(folded).length,
  ),
  made(
    'modern-ahocorasick',
    () => new ModernAhoCorasick(aliases),
    (ready, folded) => ready.search(folded).length,
  ),
];

const MARK = { separateWordSearch: false, diacritics: false, accuracy: 'exactly' } as const;

function marks(root: Element, terms: readonly string[]): number {
  let found = 0;
  new Mark(root).mark(terms, { ...MARK, done: (n) => (found = n) });
  return found;
}

/** @returns how many marks, or null when the stack overflowed; what was marked by then stays */
function tried(root: Element, terms: readonly string[]): number | null {
  try {
    return marks(root, terms);
  } catch (error) {
    // Chromium's RangeError, Firefox's InternalError, or the stack ending while a pattern is compiled
    if (error instanceof Error && /stack|recursion/i.test(error.message)) return null;
    throw error;
  }
}

/** Steps by which a list is made longer on a short text, and the share of it a real page is given. */
const LONGER = 128;
const HEADROOM = 0.6;
const STEP_DOWN = 0.8;
/** No more in any case: its time is per term, and a run over a long page would take half a minute. */
const MOST_TERMS = 512;

/**
 * mark.js calls itself once for each term, so its list is as long as the stack is deep, and how deep that is changes
 * while the engine compiles: the list is shortened whenever it overflows, while measuring too.
 */
export function markPeer(root: Element, aliases: readonly string[], remarks: string[]): Peer {
  let most = 0;
  const reset = () => new Mark(root).unmark();
  const run = (): number => {
    most ||= longestList(aliases, remarks);
    for (;;) {
      const found = tried(root, spreadOut(aliases, most));
      if (found !== null) return found;
      reset();
      most = Math.floor(most * STEP_DOWN);
      remarks.push(`mark.js overflowed the stack on the page; ${most} aliases from then on`);
    }
  };
  return { name: 'mark.js, as many as it bears', run, reset };
}

/** So many of the list, from its beginning to its end: the first alone are all of one kind. */
const spreadOut = (list: readonly string[], most: number): string[] =>
  Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)] ?? '');

function longestList(aliases: readonly string[], remarks: string[]): number {
  const small = document.createElement('p');
  small.textContent = 'a short text';
  let bears = 0;
  while (bears < aliases.length && tried(small, aliases.slice(0, bears + LONGER)) !== null) bears += LONGER;
  const most = Math.min(MOST_TERMS, bears < aliases.length ? Math.floor(bears * HEADROOM) : aliases.length);
  remarks.push(
    `mark.js bears ${Math.min(bears, aliases.length)} of ${aliases.length} aliases on a short text; given ${most}`,
  );
  return most;
}
