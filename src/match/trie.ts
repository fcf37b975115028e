/**
 * Forms made ready to scan: a hash table of all words that occur in them and a trie over word numbers, in typed
 * arrays, built from letters in a buffer so that no string is made for a form. https://en.wikipedia.org/wiki/Trie
 */
import { FIRST_SIGN, isSign } from './fold.ts';
import { mix, PRIME, SEED } from './tokens.ts';
import { Words, type WordTables } from './words.ts';

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

export interface Trie extends WordTables {
  /** word number to the node a form that begins with it leads to, 0 for none */
  roots: Int32Array;
  /** open addressing: node, word, next node and nothing; a next of 0 is free, since nothing leads to the root */
  edges: Int32Array;
  /** 1 for a node that longer forms go through */
  inner: Uint8Array;
  /** node to what ends there */
  ends: (Target[] | undefined)[];
  /** a bit for the hash of each word that begins a form: most words of a text begin none, and one look tells */
  firsts: Uint32Array;
}

/**
 * Takes `units[0, length)`: folded words with spaces between, a sign of Chinese or Japanese is always a word.
 * @param shared so many units are those of the form before: where they hold whole words, nothing is looked up again
 */
export type Add = (units: Uint16Array, length: number, target: Target, shared: number) => void;

const SPACE = 0x20;

/** @param fill calls `add` once for each form */
export function makeTrie(fill: (add: Add) => void): Trie {
  const words = new Words();
  const roots: number[] = [];
  const ends: (Target[] | undefined)[] = [undefined];
  const edges = new Edges();
  /** where the words of the form before ended, and the nodes they led to */
  const stops: number[] = [];
  const nodes: number[] = [];
  let depth = 0;
  fill((units, length, target, shared) => {
    while (depth > 0 && (stops[depth - 1] as number) >= shared) depth--;
    let node = depth > 0 ? (nodes[depth - 1] as number) : 0;
    let to = depth > 0 ? (stops[depth - 1] as number) : 0;
    while (to < length) {
      const from = to;
      let unit = units[to] as number;
      if (unit === SPACE) {
        to++;
        continue;
      }
      // Few machines have compiled this when they first run it: one loop, and no call for a letter.
      let hash = SEED;
      if (unit >= FIRST_SIGN && isSign(unit)) {
        hash = mix(hash, unit);
        to++;
      } else {
        do {
          hash = Math.imul(hash ^ unit, PRIME);
          if (++to === length) break;
          unit = units[to] as number;
        } while (unit !== SPACE && (unit < FIRST_SIGN || !isSign(unit)));
      }
      const word = words.number(hash, units, from, to);
      let next = node === 0 ? (roots[word] ?? 0) : edges.follow(node, word);
      if (next === 0) {
        next = ends.push(undefined) - 1;
        if (node !== 0) edges.add(node, word, next);
        else {
          while (roots.length <= word) roots.push(0);
          roots[word] = next;
        }
      }
      node = next;
      stops[depth] = to;
      nodes[depth++] = node;
    }
    if (node !== 0) addTarget((ends[node] ??= []), target);
  });
  return {
    ...words.tables(),
    roots: Int32Array.from({ length: words.count }, (_, word) => roots[word] ?? 0),
    edges: edges.table,
    inner: edges.inner(ends.length),
    ends,
    firsts: words.filter((word) => (roots[word] ?? 0) !== 0),
  };
}

/** Common words stand in many lines: they share one target, so that a hit is one hit. */
function addTarget(list: Target[], target: Target): void {
  const same = list.find(
    (t) => t.kind === target.kind && t.langs === target.langs && (t.lines || isSame(t, target)),
  );
  if (same?.lines) same.lines.push(target.at);
  else if (!same) list.push(target.kind === 'line' ? { ...target, lines: [target.at] } : target);
}

const isSame = (a: Target, b: Target): boolean =>
  a.at === b.at && a.flags === b.flags && a.written === b.written;

const edgeSlot = (node: number, word: number): number =>
  (Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)) >>> 7;

/** The next node, 0 for none. */
export function follow(table: Int32Array, node: number, word: number): number {
  const mask = (table.length >>> 2) - 1;
  let slot = edgeSlot(node, word) & mask;
  for (;;) {
    const next = table[slot * 4 + 2] as number;
    if (next === 0 || (table[slot * 4] === node && table[slot * 4 + 1] === word)) return next;
    slot = (slot + 1) & mask;
  }
}

class Edges {
  table = new Int32Array(4 << 10);
  private count = 0;

  follow(node: number, word: number): number {
    return follow(this.table, node, word);
  }

  add(node: number, word: number, next: number): void {
    if (++this.count * 8 > this.table.length) {
      const old = this.table;
      this.table = new Int32Array(old.length * 2);
      for (let i = 0; i < old.length; i += 4)
        if (old[i + 2]) this.put(old[i] as number, old[i + 1] as number, old[i + 2] as number);
    }
    this.put(node, word, next);
  }

  private put(node: number, word: number, next: number): void {
    const { table } = this;
    const mask = (table.length >>> 2) - 1;
    let slot = edgeSlot(node, word) & mask;
    while (table[slot * 4 + 2]) slot = (slot + 1) & mask;
    table[slot * 4] = node;
    table[slot * 4 + 1] = word;
    table[slot * 4 + 2] = next;
  }

  /** 1 for every node that an edge leaves. */
  inner(nodes: number): Uint8Array {
    const inner = new Uint8Array(nodes);
    for (let i = 0; i < this.table.length; i += 4) if (this.table[i + 2]) inner[this.table[i] as number] = 1;
    return inner;
  }
}
