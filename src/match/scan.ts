/** The scan: every form of a trie that stands in a text. */
import { fold, foldText, IGNORED, isKatakana } from './fold.ts';
import { joins } from './gaps.ts';
import type { Hit } from './matcher.ts';
import { textOf, type Tokens } from './tokens.ts';
import { follow, type Target, type Trie } from './trie.ts';
import { lookUp } from './words.ts';

/** A form longer than this many words is not looked for. */
const LONGEST = 24;

/** What is kept for a token: 0 not looked up yet, 1 nothing, else a number + 2. */
const NONE = 1;
const KNOWN = 2;

/** Every form in the text, longest first at each place; overlaps are left in. Hits ascend by their first token. */
export function scan(tokens: Tokens, trie: Trie): Hit[] {
  const { firsts, roots, edges, ends, inner } = trie;
  const { count, hash, stem } = tokens;
  const hits: Hit[] = [];
  // Looked up when a walk comes by.
  const wordAt = new Int32Array(count);
  const prefixesAt = new Int32Array(count);
  const lists: number[][] = [];
  const reach = (first: number, t: number, node: number): void => {
    if (inner[node] === 1 && t + 1 < count && t - first < LONGEST && joins(tokens, t + 1))
      walk(first, t + 1, node);
    const list = ends[node];
    if (list === undefined) return;
    for (const target of list) if (fits(tokens, first, t, target)) hits.push({ first, last: t, target });
  };
  const step = (first: number, t: number, node: number, word: number): void => {
    const next = node === 0 ? (roots[word] as number) : follow(edges, node, word);
    if (next !== 0) reach(first, t, next);
  };
  const byWord = (first: number, t: number, node: number): void => {
    const known = (wordAt[t] ||= wordOf(tokens, t, trie) + KNOWN);
    if (known !== NONE) step(first, t, node, known - KNOWN);
  };
  const byPrefix = (first: number, t: number, node: number): void => {
    if (prefixesAt[t] === 0) {
      const found = prefixesOf(tokens, t, trie);
      prefixesAt[t] = found ? lists.push(found) - 1 + KNOWN : NONE;
    }
    if (prefixesAt[t] === NONE) return;
    for (const word of lists[(prefixesAt[t] as number) - KNOWN] as number[]) step(first, t, node, word);
  };
  const walk = (first: number, t: number, node: number): void => {
    byWord(first, t, node);
    if (stem[t] !== 0) byPrefix(first, t, node);
  };
  const mask = firsts.length - 1;
  for (let t = 0; t < count; t++) {
    const h = hash[t] as number;
    const s = stem[t] as number;
    // A shift takes the lowest five bits of its right side.
    if (((firsts[(h >>> 5) & mask] as number) >>> h) & 1) byWord(t, t, 0);
    if (s !== 0 && ((firsts[(s >>> 5) & mask] as number) >>> s) & 1) byPrefix(t, t, 0);
  }
  return hits;
}

/**
 * Number of the token's word, -1 for none. Words that share a hash are told apart letter by letter, except where
 * letters that look alike were taken for another script.
 */
function wordOf(tokens: Tokens, t: number, { words, starts, letters }: Trie): number {
  const hash = tokens.hash[t] as number;
  const mask = (words.length >>> 1) - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const word = (words[slot * 2 + 1] as number) - 1;
    if (word < 0) return -1;
    if (words[slot * 2] !== hash) continue;
    const from = starts[word] as number;
    const to = starts[word + 1] as number;
    if (spelt(tokens, t, letters, from, to) === Spelt.same || isMixed(tokens, t)) return word;
  }
}

const isMixed = (tokens: Tokens, t: number): boolean =>
  /[a-z].*[\u0400-\u04ff]|[\u0400-\u04ff].*[a-z]/.test(foldText(textOf(tokens, t, t)));

/** How a token compares to letters: another word, a longer one that begins with them, the same. */
const Spelt = { other: 0, longer: 1, same: 2 } as const;

/** Letter by letter; nothing is built. */
function spelt({ text, start, end }: Tokens, t: number, letters: Uint16Array, from: number, to: number) {
  const stop = end[t] as number;
  let at = from;
  for (let i = start[t] as number; i < stop; i++) {
    const folded = fold(text.charCodeAt(i));
    if (folded <= IGNORED) continue;
    if (at === to) return Spelt.longer;
    if (folded !== letters[at++]) return Spelt.other;
  }
  return at === to ? Spelt.same : Spelt.other;
}

/** Prefixes that the token begins with. */
function prefixesOf(tokens: Tokens, t: number, trie: Trie): number[] | undefined {
  let found: number[] | undefined;
  const { stemTable, stems, starts, letters } = trie;
  for (const word of stems[lookUp(stemTable, tokens.stem[t] as number) - 1] ?? []) {
    const star = (starts[word + 1] as number) - 1;
    if (spelt(tokens, t, letters, starts[word] as number, star) !== Spelt.other) (found ??= []).push(word);
  }
  return found;
}

/** Capitals where they matter; and no Japanese name that begins or ends inside a longer word in katakana. */
function fits(tokens: Tokens, first: number, last: number, target: Target): boolean {
  const { text, start, end } = tokens;
  if (target.written !== undefined && !isWritten(tokens, first, last, target.written)) return false;
  if (target.kind === 'line') return true;
  if (text.charCodeAt(start[first] as number) < 0x3000) return true;
  const head = fold(text.charCodeAt(start[first] as number));
  const tail = fold(text.charCodeAt((end[last] as number) - 1));
  const before = fold(text.charCodeAt((start[first] as number) - 1) || 0);
  const after = fold(text.charCodeAt(end[last] as number) || 0);
  return !(isKatakana(head) && isKatakana(before)) && !(isKatakana(tail) && isKatakana(after));
}

/** Letter for letter with its capitals; signs inside words, such as soft hyphens, do not count. */
function isWritten(tokens: Tokens, first: number, last: number, written: string): boolean {
  if (first === last) {
    const word = textOf(tokens, first, first);
    if (word === written) return true;
    if (word.length <= written.length) return false; // it has no sign to leave out
  }
  const words = Array.from({ length: last - first + 1 }, (_, i) => textOf(tokens, first + i, first + i));
  return words.join(' ').replace(/[^\p{L}\p{N} ]/gu, '') === written;
}

/** The characters a hit covers. */
export const hitText = (tokens: Tokens, hit: Hit): string => textOf(tokens, hit.first, hit.last);
