/**
 * The index made ready to scan: a hash table of all words that occur in forms and a trie over word numbers.
 * One scan finds names, topic cues, page-kind words and claim lines together.
 */
import { type FindIndex } from './compile.ts';
import { CAPS, type FormRow } from './form.ts';
import { foldedWord, hashWord, STEM } from './tokens.ts';

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

export interface Stem {
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
  edges: Edges;
  /** a bit for the hash of each word that begins a form: most words of a text are in no form, and one look tells */
  firsts: Uint32Array;
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

  const edgeMap = new Map<number, number>();
  const ends: (Target[] | undefined)[] = [undefined];
  const begins = new Uint8Array(words.length);
  for (const { path, target } of all) {
    begins[path[0] as number] = 1;
    let node = 0;
    for (const word of path) {
      const key = node * words.length + word;
      let next = edgeMap.get(key);
      if (next === undefined) {
        next = ends.push(undefined) - 1;
        edgeMap.set(key, next);
      }
      node = next;
    }
    addTarget(ends, node, target);
  }
  const firsts = new Uint32Array(FIRSTS / 32);
  words.forEach((word, number) => {
    if (begins[number] !== 1) return;
    const hash = word.endsWith('*') ? hashWord(word.slice(0, STEM)) : hashWord(word);
    if (!word.endsWith('*') || word.length > STEM)
      firsts[(hash >>> 5) & (FIRSTS / 32 - 1)] =
        (firsts[(hash >>> 5) & (FIRSTS / 32 - 1)] as number) | (1 << (hash & 31));
  });
  return {
    index,
    words,
    stems,
    edges: packEdges(edgeMap, words.length),
    ends,
    begins,
    firsts,
    table: hashTable(words),
  };
}

export const FIRSTS = 1 << 19;

/** Open addressing: node, word, next node; a next of 0 is free, since nothing leads to the root. */
type Edges = Int32Array;
const edgeSlot = (node: number, word: number): number =>
  Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);

function packEdges(edges: ReadonlyMap<number, number>, words: number): Edges {
  let size = 1024;
  while (size < edges.size * 2) size *= 2;
  const table = new Int32Array(size * 3);
  for (const [key, next] of edges) {
    const node = Math.floor(key / words);
    const word = key - node * words;
    let slot = (edgeSlot(node, word) >>> 7) & (size - 1);
    while (table[slot * 3 + 2]) slot = (slot + 1) & (size - 1);
    table[slot * 3] = node;
    table[slot * 3 + 1] = word;
    table[slot * 3 + 2] = next;
  }
  return table;
}

export function follow(table: Edges, node: number, word: number): number {
  const mask = table.length / 3 - 1;
  let slot = (edgeSlot(node, word) >>> 7) & mask;
  for (;;) {
    const next = table[slot * 3 + 2] as number;
    if (next === 0 || (table[slot * 3] === node && table[slot * 3 + 1] === word)) return next;
    slot = (slot + 1) & mask;
  }
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

const foldForm = (text: string): string =>
  text
    .split(' ')
    .map((w) => foldedWord(w, 0, w.length))
    .join(' ');

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
export function lookUp(table: Int32Array, hash: number): number {
  const mask = table.length / 2 - 1;
  let slot = hash & mask;
  for (;;) {
    const number = table[slot * 2 + 1] as number;
    if (number === 0) return -1;
    if (table[slot * 2] === hash) return number - 1;
    slot = (slot + 1) & mask;
  }
}
