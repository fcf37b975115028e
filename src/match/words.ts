/**
 * The words of all forms, numbered: letters in one buffer, hash tables over them, prefixes apart.
 * Open addressing: https://en.wikipedia.org/wiki/Open_addressing
 */
import { addTo } from './lists.ts';
import { mix, SEED, STEM } from './tokens.ts';

/** Word tables as a scan reads them. */
export interface WordTables {
  /** folded letters of all words, one word after the other; a prefix keeps its star */
  letters: Uint16Array;
  /** word number to where its letters begin; one more than there are words */
  starts: Int32Array;
  /** open addressing: hash, word number + 1; a power of two of such pairs */
  words: Int32Array;
  /** the same for the first letters of prefixes: hash, position in `stems` + 1 */
  stemTable: Int32Array;
  /** word numbers of prefixes that begin alike */
  stems: number[][];
}

const STAR = 0x2a;

/** Bits of a filter for each word: about one word in sixteen that begins no form looks as if it did. */
const BITS_PER_WORD = 16;
/** A larger filter leaves the caches, and a look into it would cost as much as one into the table. */
const MOST_BITS = 1 << 22;

/** Position + 1 in an open addressing table of pairs, 0 when the hash is not in it. */
export function lookUp(table: Int32Array, hash: number): number {
  const mask = (table.length >>> 1) - 1;
  let slot = hash & mask;
  for (;;) {
    const found = table[slot * 2 + 1] as number;
    if (found === 0 || table[slot * 2] === hash) return found;
    slot = (slot + 1) & mask;
  }
}

function put(table: Int32Array, hash: number, value: number): void {
  const mask = (table.length >>> 1) - 1;
  let slot = hash & mask;
  while (table[slot * 2 + 1]) slot = (slot + 1) & mask;
  table[slot * 2] = hash;
  table[slot * 2 + 1] = value;
}

/** A power of two of slots, a quarter of them taken at the most. */
const slotsFor = (count: number): number => {
  let size = 64;
  while (size < count * 4) size *= 2;
  return size;
};

/** Words met so far; numbers are given in order of meeting. */
export class Words {
  count = 0;
  private letters = new Uint16Array(1 << 14);
  private readonly starts: number[] = [0];
  private readonly hashes: number[] = [];
  private table = new Int32Array(2 << 12);

  /** Number of the word `units[from, to)` with this hash, a new one when it was not met before. */
  number(hash: number, units: Uint16Array, from: number, to: number): number {
    const mask = (this.table.length >>> 1) - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (this.table[slot * 2 + 1] as number) - 1;
      if (number < 0) break;
      if (this.table[slot * 2] === hash && this.spells(number, units, from, to)) return number;
    }
    return this.add(hash, units.subarray(from, to));
  }

  private spells(word: number, units: Uint16Array, from: number, to: number): boolean {
    let at = this.starts[word] as number;
    if ((this.starts[word + 1] as number) - at !== to - from) return false;
    for (let i = from; i < to; i++) if (this.letters[at++] !== units[i]) return false;
    return true;
  }

  private add(hash: number, units: Uint16Array): number {
    const at = this.starts[this.count] as number;
    if (at + units.length > this.letters.length) {
      const more = new Uint16Array(Math.max(this.letters.length * 2, at + units.length));
      more.set(this.letters);
      this.letters = more;
    }
    this.letters.set(units, at);
    this.starts.push(at + units.length);
    this.hashes.push(hash);
    this.count++;
    if (this.count * 8 > this.table.length) {
      this.table = new Int32Array(this.table.length * 2);
      for (let word = 0; word < this.count; word++) put(this.table, this.hashes[word] as number, word + 1);
    } else put(this.table, hash, this.count);
    return this.count - 1;
  }

  private isPrefix(word: number): boolean {
    return this.letters[(this.starts[word + 1] as number) - 1] === STAR;
  }

  /** Hash by which a text leads to the word: of all its letters, of a prefix's first; null for too short a prefix. */
  private key(word: number): number | null {
    if (!this.isPrefix(word)) return this.hashes[word] as number;
    const from = this.starts[word] as number;
    if (from + STEM >= (this.starts[word + 1] as number)) return null;
    let hash = SEED;
    for (let i = from; i < from + STEM; i++) hash = mix(hash, this.letters[i] as number);
    return hash;
  }

  /** A bit for the key of each word chosen: word `key >>> 5` of the filter, bit `key & 31`, size a power of two. */
  filter(chosen: (word: number) => boolean): Uint32Array {
    let bits = 1024;
    while (bits < this.count * BITS_PER_WORD && bits < MOST_BITS) bits *= 2;
    const filter = new Uint32Array(bits / 32);
    const mask = filter.length - 1;
    for (let word = 0; word < this.count; word++) {
      const key = chosen(word) ? this.key(word) : null;
      if (key === null) continue;
      filter[(key >>> 5) & mask] = (filter[(key >>> 5) & mask] as number) | (1 << (key & 31));
    }
    return filter;
  }

  /** @returns the tables; no word may be added afterwards */
  tables(): WordTables {
    const byKey = new Map<number, number[]>();
    for (let word = 0; word < this.count; word++) {
      const key = this.isPrefix(word) ? this.key(word) : null;
      if (key === null) continue;
      addTo(byKey, key, word);
    }
    const stemTable = new Int32Array(2 * slotsFor(byKey.size));
    [...byKey.keys()].forEach((key, i) => put(stemTable, key, i + 1));
    return {
      letters: this.letters,
      starts: Int32Array.from(this.starts),
      words: this.table,
      stemTable,
      stems: [...byKey.values()],
    };
  }
}
