/**
 * Text to words in one pass. A token is a run of letters and digits (in Chinese and Japanese: one sign), with its
 * offsets in the text (UTF-16, end exclusive) and a hash of its folded letters. What stands between the words is read
 * when it is first asked for: most pages are not about our subject, and nothing asks.
 */
import { FIRST_SIGN, fold, foldTable, IGNORED, isSign, otherScript, SEPARATOR } from './fold.ts';
import { gapsOf, type Gaps, type Words } from './gaps.ts';

export interface Tokens extends Words, Readonly<Gaps> {
  /** hash of the folded letters */
  hash: Int32Array;
  /** hash of the first {@link STEM} folded letters, 0 for shorter words */
  stem: Int32Array;
}

/** Letters that a prefix such as `deorbit*` must have at the least. */
export const STEM = 4;

// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
export const PRIME = 0x01000193;
export const mix = (hash: number, unit: number): number => Math.imul(hash ^ unit, PRIME);
export const SEED = 0x811c9dc5 | 0;

/** The folded letters of `text[start, end)`. */
export function foldedWord(text: string, start: number, end: number): string {
  let out = '';
  for (let i = start; i < end; i++) {
    const folded = fold(text.charCodeAt(i));
    if (folded > IGNORED) out += String.fromCharCode(folded);
  }
  return out;
}

export function hashWord(folded: string): number {
  let hash = SEED;
  for (let i = 0; i < folded.length; i++) hash = mix(hash, folded.charCodeAt(i));
  return hash;
}

/** Room for the words of one text; kept, since fresh room for each would cost more than the words do. */
let scratch = roomFor(0);
/** Room for a longer text than this is let go. UTF-16 code units. */
const MOST_SCRATCH = 1 << 19;

function roomFor(words: number) {
  return {
    start: new Int32Array(words),
    end: new Int32Array(words),
    hash: new Int32Array(words),
    stem: new Int32Array(words),
  };
}

function scratchFor(length: number): typeof scratch {
  if (scratch.start.length >= length) return scratch;
  const made = roomFor(Math.max(4096, length));
  if (length <= MOST_SCRATCH) scratch = made;
  return made;
}

/** Folded Cyrillic letters all have this bit, Latin ones and digits have not. */
const CYRILLIC_BIT = 0x400;

/** The hash of a word that may mix Latin and Cyrillic letters that look alike: that of the one script it spells. */
function oneScript(text: string, start: number, end: number, hash: number): number {
  const word = foldedWord(text, start, end);
  if (!/[a-z]/.test(word) || !/[\u0430-\u045f]/.test(word)) return hash;
  const other = otherScript(word, 'cyrillic') || otherScript(word, 'latin');
  return other ? hashWord(other) : hash;
}

/** Words of any text, lone surrogates and all. */
export function tokenise(text: string): Tokens {
  const size = text.length;
  const { start: starts, end: ends, hash: hashes, stem: stems } = scratchFor(size);
  const table = foldTable;
  let count = 0;
  let i = 0;
  while (i < size) {
    let folded = table[text.charCodeAt(i)] as number;
    if (folded <= IGNORED) {
      i++;
      continue;
    }
    if (folded >= FIRST_SIGN) {
      folded = fold(text.charCodeAt(i));
      if (folded <= IGNORED) continue; // its page is made now
      if (isSign(folded)) {
        starts[count] = i++;
        ends[count] = i;
        hashes[count] = mix(SEED, folded);
        stems[count++] = 0;
        continue;
      }
    }
    const start = i;
    const head = folded;
    let hash = SEED;
    let stem = 0;
    let stemEnd = start + STEM;
    let unlike = 0;
    let end: number;
    for (;;) {
      hash = Math.imul(hash ^ folded, PRIME);
      unlike |= folded ^ head;
      if (++i === stemEnd) stem = hash;
      end = i;
      if (i === size) break;
      folded = table[text.charCodeAt(i)] as number;
      if ((folded - (IGNORED + 1)) >>> 0 < FIRST_SIGN - (IGNORED + 1)) continue; // a letter: nearly always
      if (folded === SEPARATOR) {
        i++;
        break;
      }
      // Past what is ignored, to the next letter or the end of the word.
      while ((folded = fold(text.charCodeAt(i))) === IGNORED && ++i < size);
      if (i === size || folded === SEPARATOR || isSign(folded)) break;
      stemEnd += i - end;
    }
    starts[count] = start;
    ends[count] = end;
    hashes[count] = (unlike & CYRILLIC_BIT) === 0 ? hash : oneScript(text, start, end, hash);
    stems[count++] = stem;
  }
  return new Reading(
    text,
    count,
    starts.slice(0, count),
    ends.slice(0, count),
    hashes.slice(0, count),
    stems.slice(0, count),
  );
}

class Reading implements Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly hash: Int32Array;
  readonly stem: Int32Array;
  private gaps: Gaps | null = null;

  constructor(
    text: string,
    count: number,
    start: Int32Array,
    end: Int32Array,
    hash: Int32Array,
    stem: Int32Array,
  ) {
    this.text = text;
    this.count = count;
    this.start = start;
    this.end = end;
    this.hash = hash;
    this.stem = stem;
  }

  private read(): Gaps {
    return (this.gaps ??= gapsOf(this));
  }

  get joined(): Uint8Array {
    return this.read().joined;
  }
  get sentence(): Int32Array {
    return this.read().sentence;
  }
  get paragraph(): Int32Array {
    return this.read().paragraph;
  }
  get quoted(): Uint8Array {
    return this.read().quoted;
  }
}

/** Text from the start of token `first` to the end of token `last` (inclusive). */
export const textOf = (tokens: Tokens, first: number, last: number): string =>
  tokens.text.slice(tokens.start[first], tokens.end[last]);
