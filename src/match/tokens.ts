/**
 * Text to words in one pass. A token is a run of letters and digits (in Chinese and Japanese: one sign), with its
 * offsets in the text (UTF-16, end exclusive), a hash of its folded letters, its sentence and whether it is quoted.
 */
import { fold, foldTable, IGNORED, isSign, learn, otherScript, SEPARATOR } from './fold.ts';

export interface Tokens {
  text: string;
  count: number;
  start: Int32Array;
  end: Int32Array;
  /** hash of the folded letters */
  hash: Int32Array;
  /** hash of the first {@link STEM} folded letters, 0 for shorter words */
  stem: Int32Array;
  /** 1 when the gap before this token may stand inside a name (space, hyphen, apostrophe, quote, middle dot) */
  joined: Uint8Array;
  /** sentence number, from 0, never falling */
  sentence: Int32Array;
  /** paragraph number, from 0, never falling */
  paragraph: Int32Array;
  /** 1 inside quotation marks */
  quoted: Uint8Array;
}

/** Letters that a prefix such as `deorbit*` must have at the least. */
export const STEM = 4;

export const mix = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
export const SEED = 0x811c9dc5 | 0; // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/

const JOINERS = new Set(' \u00a0\u202f\u2009\u2028\t-‐‑‒–−\'’‘ʼ`´·・=＝"“”„«»&/\u3000'.split(''));
/** A gap with more signs than this, or with more white space (source indented inside a name), is not inside a name. */
const MAX_SIGNS = 3;
const MAX_SPACE = 80;

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

interface Builder {
  count: number;
  start: Int32Array;
  end: Int32Array;
  hash: Int32Array;
  stem: Int32Array;
}

/** Kept from text to text: a fresh one for each would cost more than the words do. */
let scratch: Builder = {
  count: 0,
  start: new Int32Array(0),
  end: new Int32Array(0),
  hash: new Int32Array(0),
  stem: new Int32Array(0),
};
/** A scratch larger than this is let go. */
const MOST_SCRATCH = 1 << 19;

function scratchFor(length: number): Builder {
  if (scratch.start.length >= length) return scratch;
  const room = Math.max(4096, length);
  const made = {
    count: 0,
    start: new Int32Array(room),
    end: new Int32Array(room),
    hash: new Int32Array(room),
    stem: new Int32Array(room),
  };
  if (room <= MOST_SCRATCH) scratch = made;
  return made;
}

const bothScripts = (text: string, start: number, end: number, hash: number): number => {
  const word = foldedWord(text, start, end);
  const other = otherScript(word, 'cyrillic') || otherScript(word, 'latin');
  return other ? hashWord(other) : hash;
};

export function tokenise(text: string): Tokens {
  const size = text.length;
  const { start: starts, end: ends, hash: hashes, stem: stems } = scratchFor(size);
  let count = 0;
  let i = 0;
  while (i < size) {
    const unit = text.charCodeAt(i);
    let folded = foldTable[unit] as number;
    if (folded === 0xffff) folded = learn(unit);
    if (folded <= IGNORED) {
      i++;
      continue;
    }
    if (folded >= 0x3005 && isSign(folded)) {
      starts[count] = i++;
      ends[count] = i;
      hashes[count] = mix(SEED, folded);
      stems[count++] = 0;
      continue;
    }
    const start = i;
    let hash = SEED;
    let stem = 0;
    let length = 0;
    let end = i;
    let latin = false;
    let cyrillic = false;
    do {
      if (folded !== IGNORED) {
        hash = Math.imul(hash ^ folded, 0x01000193);
        if (++length === STEM) stem = hash;
        if (folded <= 0x7a) latin ||= folded >= 0x61;
        else if (folded >= 0x430 && folded <= 0x45f) cyrillic = true;
        end = i + 1;
      }
      if (++i === size) break;
      const next = text.charCodeAt(i);
      folded = foldTable[next] as number;
      if (folded === 0xffff) folded = learn(next);
    } while (folded !== SEPARATOR && (folded < 0x3005 || !isSign(folded)));
    starts[count] = start;
    ends[count] = end;
    hashes[count] = latin && cyrillic ? bothScripts(text, start, end, hash) : hash;
    stems[count++] = stem;
  }
  const out: Builder = {
    count,
    start: starts.slice(0, count),
    end: ends.slice(0, count),
    hash: hashes.slice(0, count),
    stem: stems.slice(0, count),
  };
  return { text, ...gaps(text, out) };
}

const SPACE = 0x20;
const NEWLINE = 0x0a;
const QUOTE = 0x22;
const ENGLISH_OPEN = 0x201c;
const JOINS = 1;
const STOP = 2;
const OPENS = 4;
const CLOSES = 8;
/** What a sign in a gap can mean, by code unit: a look in a table instead of five sets of strings. */
const roles = new Uint8Array(65536);
const give = (signs: Iterable<string>, role: number): void => {
  for (const sign of signs) roles[sign.charCodeAt(0)] = (roles[sign.charCodeAt(0)] as number) | role;
};
give(JOINERS, JOINS);
give('.!?…。！？', STOP);
give('“„«‹「『', OPENS);
give('”»›」』', CLOSES);

/** What stands between tokens: joins, sentences, paragraphs, quotation. */
function gaps(text: string, out: Builder): Omit<Tokens, 'text'> {
  const { count, start, end, hash, stem } = out;
  const joined = new Uint8Array(count);
  const sentence = new Int32Array(count);
  const paragraph = new Int32Array(count);
  const quoted = new Uint8Array(count);
  let sentences = 0;
  let paragraphs = 0;
  let quote = false;
  for (let t = 0; t < count; t++) {
    const from = t ? (end[t - 1] as number) : 0;
    const to = start[t] as number;
    if (to - from === 1 && t && text.charCodeAt(from) === SPACE) {
      joined[t] = 1;
      sentence[t] = sentences;
      paragraph[t] = paragraphs;
      quoted[t] = quote ? 1 : 0;
      continue;
    }
    let join = to - from <= MAX_SPACE;
    let signs = 0;
    let stop = false;
    let newline = false;
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i);
      if (unit === SPACE) continue;
      if (++signs > MAX_SIGNS) join = false;
      const role = roles[unit] as number;
      if (unit === NEWLINE) newline = true;
      else if (role & STOP) stop = true;
      else if (unit === QUOTE) quote = !quote;
      else if (role & OPENS)
        quote = unit !== ENGLISH_OPEN || !quote; // German closes with it
      else if (role & CLOSES) quote = false;
      if (join && (role & JOINS) === 0 && fold(unit) !== IGNORED)
        join = isAbbreviation(text, from, to, t, out);
    }
    if (newline) {
      paragraphs++;
      quote = false;
    }
    if (t && (newline || (stop && endsSentence(text, from, to, t, out)))) sentences++;
    joined[t] = t && join && !newline ? 1 : 0;
    sentence[t] = sentences;
    paragraph[t] = paragraphs;
    quoted[t] = quote ? 1 : 0;
  }
  return { count, start, end, hash, stem, joined, sentence, paragraph, quoted };
}

/** “U.S.” and “St. Petersburg”: a stop after one or two letters joins; so does a point or comma inside a number. */
function isAbbreviation(text: string, from: number, to: number, t: number, out: Builder): boolean {
  if (t === 0 || to - from > 2) return false;
  if (
    to - from === 1 &&
    (text[from] === ',' || text[from] === '.') &&
    /\d/.test(text[from - 1] ?? '') &&
    /\d/.test(text[to] ?? '')
  )
    return true;
  return text[from] === '.' && (out.end[t - 1] as number) - (out.start[t - 1] as number) <= 2;
}

function endsSentence(text: string, from: number, to: number, t: number, out: Builder): boolean {
  const gap = text.slice(from, to);
  if (/[。！？]/.test(gap)) return true;
  if (!/\s/.test(gap)) return false; // 51.6, nasa.gov
  const before = (out.end[t - 1] as number) - (out.start[t - 1] as number);
  if (gap[0] === '.' && before <= 2 && !/\d/.test(text[from - 1] ?? '')) return false; // U.S., г., Mr.
  const next = text[to] as string;
  return next === next.toUpperCase(); // a small letter goes on
}

/** Text from the start of token `first` to the end of token `last` (inclusive). */
export const textOf = (tokens: Tokens, first: number, last: number): string =>
  tokens.text.slice(tokens.start[first], tokens.end[last]);
