/** What others would use for the same task, each in the form that suits it best, with the same aliases. */
import { AhoCorasick as DoubleArray } from '@monyone/aho-corasick/fast';
import Mark from 'mark.js';
import ModernAhoCorasick from 'modern-ahocorasick';
import type { FindIndex } from '../../match/compile.ts';
import { foldedWord, type Tokens } from '../../match/tokens.ts';
import { allForms } from './grow.ts';

export interface Peer {
  name: string;
  /** @returns how many matches */
  run(): number;
  /** undoes what a run did to the page; not measured */
  reset?(): void;
}

/** Distinct forms, a prefix with its star; every `step`th of them. */
export function formsOf(index: FindIndex, step: number): string[] {
  const forms = allForms(index).flatMap((rows) => rows.map(([text]) => text.toLowerCase()));
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
  const forms = [...all].sort((a, b) => b.length - a.length);
  for (let most = forms.length; ; most = Math.floor(most / 2)) {
    try {
      const pattern = new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${forms.slice(-most).map(alternative).join('|')})(?![\\p{L}\\p{N}])`,
        'giu',
      );
      pattern.test('x');
      if (most < forms.length)
        remarks.push(`the regular expression bears ${most} of ${forms.length} aliases (the shortest)`);
      return {
        name: 'one regular expression',
        run: () => {
          pattern.lastIndex = 0;
          let hits = 0;
          while (pattern.exec(text)) hits++;
          return hits;
        },
      };
    } catch (error) {
      if (most < 2) throw error;
    }
  }
}

export function automata(aliases: readonly string[], folded: string, remarks: string[]): Peer[] {
  const began = performance.now();
  const double = new DoubleArray([...aliases]);
  const between = performance.now();
  const modern = new ModernAhoCorasick(aliases);
  const ended = performance.now();
  remarks.push(
    `to get ready: @monyone/aho-corasick ${Math.round(between - began)} ms, modern-ahocorasick ${Math.round(ended - between)} ms`,
  );
  return [
    { name: '@monyone/aho-corasick', run: () => double.matchInText(folded).length },
    { name: 'modern-ahocorasick', run: () => modern.search(folded).length },
  ];
}

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

/** Tried first, and the step down after an overflow. */
const MOST_TERMS = 4000;
const STEP_DOWN = 0.8;

/**
 * mark.js calls itself once for each term, so its list is as long as the stack is deep, and how deep that is changes
 * while the engine compiles: the list is shortened whenever it overflows, while measuring too.
 */
export function markPeer(root: Element, aliases: readonly string[]): Peer & { terms(): number } {
  let most = Math.min(MOST_TERMS, aliases.length);
  const reset = () => new Mark(root).unmark();
  const run = (): number => {
    for (;;) {
      const found = tried(root, aliases.slice(0, most));
      if (found !== null) return found;
      reset();
      most = Math.floor(most * STEP_DOWN);
    }
  };
  return { name: 'mark.js, as many as it bears', run, reset, terms: () => most };
}
