/**
 * The index made ready to scan: a hash table of all words that occur in forms and a trie over word numbers.
 * One scan finds names, topic cues, page-kind words and claim lines together.
 */
import { CAPS, langBit, type FindIndex, type FormRow } from './compile.ts';
import { fold, isKatakana } from './fold.ts';
import { foldedWord, hashWord, STEM, textOf, type Tokens } from './tokens.ts';

export type TargetKind = 'entity' | 'topic' | 'lexicon' | 'line';

/** What a form stands for. */
export interface Target {
  kind: TargetKind;
  /** position in the list of that kind in the index; of a line, the first of {@link lines} */
  at: number;
  /** every line of claim rules that the form stands in; for kind `line` only */
  lines?: number[];
  flags: number;
  langs: number;
  /** the words as written, when capitals matter */
  written?: string;
}

/** A form met in the text: token `first` to token `last`, both inclusive. */
export interface Hit {
  first: number;
  last: number;
  target: Target;
}

interface Stem {
  /** folded letters of the prefix */
  letters: string;
  word: number;
}

export interface Matcher {
  index: FindIndex;
  /** open addressing: hash, word number + 1; twice the size of a power of two */
  table: Int32Array;
  words: string[];
  stems: Map<number, Stem[]>;
  /** `node * words + word` to the next node */
  edges: Map<number, number>;
  /** node to what ends there */
  ends: (Target[] | undefined)[];
  /** 1 when a form begins with the word */
  begins: Uint8Array;
}

/** Makes an index ready; takes a few milliseconds for some ten thousand forms. */
export function makeMatcher(index: FindIndex): Matcher {
  const words: string[] = [];
  const numbers = new Map<string, number>();
  const stems = new Map<number, Stem[]>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    const number = words.push(word) - 1;
    numbers.set(word, number);
    if (word.endsWith('*')) {
      const letters = word.slice(0, -1);
      const key = hashWord(letters.slice(0, STEM));
      const list = stems.get(key);
      if (list) list.push({ letters, word: number });
      else stems.set(key, [{ letters, word: number }]);
    }
    return number;
  };
  const all: { path: number[]; target: Target }[] = [];
  const take = (kind: TargetKind, at: number, forms: readonly FormRow[]) => {
    for (const [text, flags, langs] of forms) {
      const caps = (flags & CAPS) !== 0;
      const path = (caps ? foldForm(text) : text).split(' ').map(numberOf);
      all.push({ path, target: { kind, at, flags, langs, ...(caps ? { written: text } : {}) } });
    }
  };
  index.entities.forEach(([, , forms], at) => take('entity', at, forms));
  index.topics.forEach(([, forms], at) => take('topic', at, forms));
  index.lexicon.forEach(([, forms], at) => take('lexicon', at, forms));
  index.lines.forEach((forms, at) => take('line', at, forms));

  const edges = new Map<number, number>();
  const ends: (Target[] | undefined)[] = [undefined];
  const begins = new Uint8Array(words.length);
  for (const { path, target } of all) {
    begins[path[0] as number] = 1;
    let node = 0;
    for (const word of path) {
      const key = node * words.length + word;
      let next = edges.get(key);
      if (next === undefined) {
        next = ends.push(undefined) - 1;
        edges.set(key, next);
      }
      node = next;
    }
    addTarget(ends, node, target);
  }
  return { index, words, stems, edges, ends, begins, table: hashTable(words) };
}

/** Common words stand in many lines: they share one target, so that a hit is one hit. */
function addTarget(ends: (Target[] | undefined)[], node: number, target: Target): void {
  const list = (ends[node] ??= []);
  if (target.kind !== 'line') {
    list.push(target);
    return;
  }
  const same = list.find((t) => t.kind === 'line' && t.langs === target.langs);
  if (same?.lines) same.lines.push(target.at);
  else list.push({ ...target, lines: [target.at] });
}

const foldForm = (text: string): string => text.split(' ').map((w) => foldedWord(w, 0, w.length)).join(' ');

function hashTable(words: readonly string[]): Int32Array {
  let size = 1024;
  while (size < words.length * 4) size *= 2;
  const table = new Int32Array(size * 2);
  words.forEach((word, number) => {
    const hash = hashWord(word);
    let slot = hash & (size - 1);
    while (table[slot * 2 + 1]) slot = (slot + 1) & (size - 1);
    table[slot * 2] = hash;
    table[slot * 2 + 1] = number + 1;
  });
  return table;
}

/** Number of the word with this hash, or -1. Two words with one hash: told apart by {@link spells}. */
function lookUp(table: Int32Array, hash: number): number {
  const mask = table.length / 2 - 1;
  let slot = hash & mask;
  for (;;) {
    const number = table[slot * 2 + 1] as number;
    if (number === 0) return -1;
    if (table[slot * 2] === hash) return number - 1;
    slot = (slot + 1) & mask;
  }
}

/** A form longer than this many words is not looked for. */
const LONGEST = 24;

/**
 * Every form in the text whose language fits, longest first at each place; overlaps are left in.
 * @param lang the article's language; forms of other languages count only where the index lets them
 */
export function scan(tokens: Tokens, matcher: Matcher, lang: string): Hit[] {
  const { table, stems, edges, ends, begins, words } = matcher;
  const { count, hash, stem, joined } = tokens;
  const bit = langBit(lang);
  const hits: Hit[] = [];
  const number = new Int32Array(count);
  const prefix: (number[] | undefined)[] = [];
  for (let t = 0; t < count; t++) {
    number[t] = lookUp(table, hash[t] as number);
    const start = stem[t] as number;
    if (start !== 0) {
      const list = stems.get(start);
      if (list) prefix[t] = prefixesOf(tokens, t, list);
    }
  }
  const walk = (first: number, t: number, node: number): void => {
    const step = (word: number) => {
      const next = edges.get(node * words.length + word);
      if (next === undefined) return;
      if (t + 1 < count && joined[t + 1] === 1 && t - first < LONGEST) walk(first, t + 1, next);
      for (const target of ends[next] ?? []) {
        if (target.langs !== 0 && (target.langs & bit) === 0) continue;
        if (fits(tokens, first, t, target)) hits.push({ first, last: t, target });
      }
    };
    if ((number[t] as number) >= 0) step(number[t] as number);
    for (const word of prefix[t] ?? []) step(word);
  };
  for (let t = 0; t < count; t++) {
    if (((number[t] as number) >= 0 && begins[number[t] as number] === 1) || prefix[t]) walk(t, t, 0);
  }
  return hits.filter((hit) => spells(hit, tokens, matcher));
}

const prefixesOf = (tokens: Tokens, t: number, list: readonly Stem[]): number[] | undefined => {
  const word = foldedWord(tokens.text, tokens.start[t] as number, tokens.end[t] as number);
  const found = list.filter((s) => word.startsWith(s.letters)).map((s) => s.word);
  return found.length ? found : undefined;
};

/** Capitals where they matter; and no Japanese name that begins or ends inside a longer word in katakana. */
function fits(tokens: Tokens, first: number, last: number, target: Target): boolean {
  const { text, start, end } = tokens;
  if (target.written !== undefined) {
    const words = Array.from({ length: last - first + 1 }, (_, i) => text.slice(start[first + i], end[first + i]));
    if (words.join(' ').replace(/[^\p{L}\p{N} ]/gu, '') !== target.written) return false;
  }
  if (target.kind === 'line') return true;
  const head = fold(text.charCodeAt(start[first] as number));
  const tail = fold(text.charCodeAt((end[last] as number) - 1));
  const before = fold(text.charCodeAt((start[first] as number) - 1) || 0);
  const after = fold(text.charCodeAt(end[last] as number) || 0);
  return !(isKatakana(head) && isKatakana(before)) && !(isKatakana(tail) && isKatakana(after));
}

/**
 * Two different words may share a hash. Names are compared letter by letter; look-alike letters may differ, so a
 * word of mixed scripts is let through.
 */
function spells(hit: Hit, tokens: Tokens, matcher: Matcher): boolean {
  for (let t = hit.first; t <= hit.last; t++) {
    const number = lookUp(matcher.table, tokens.hash[t] as number);
    if (number < 0) continue; // matched by its prefix, which was compared already
    const word = foldedWord(tokens.text, tokens.start[t] as number, tokens.end[t] as number);
    if (word !== matcher.words[number] && !/[a-z].*[\u0400-\u04ff]|[\u0400-\u04ff].*[a-z]/.test(word)) return false;
  }
  return true;
}

/** The characters a hit covers. */
export const hitText = (tokens: Tokens, hit: Hit): string => textOf(tokens, hit.first, hit.last);
