/**
 * Text to words in one pass. A token is a run of letters and digits (in Chinese and Japanese: one sign), with its
 * offsets in the text (UTF-16, end exclusive), a hash of its folded letters, its sentence and whether it is quoted.
 */
import { fold, foldPages, IGNORED, isSign, otherScript, pageOf, SEPARATOR } from './fold.ts';

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

class Builder {
  private room = 1024;
  count = 0;
  start = new Int32Array(1024);
  end = new Int32Array(1024);
  hash = new Int32Array(1024);
  stem = new Int32Array(1024);

  push(start: number, end: number, hash: number, stem: number): void {
    if (this.count === this.room) this.grow();
    this.start[this.count] = start;
    this.end[this.count] = end;
    this.hash[this.count] = hash;
    this.stem[this.count++] = stem;
  }

  private grow(): void {
    this.room *= 2;
    const wider = (old: Int32Array<ArrayBuffer>) => {
      const next = new Int32Array(this.room);
      next.set(old);
      return next;
    };
    this.start = wider(this.start);
    this.end = wider(this.end);
    this.hash = wider(this.hash);
    this.stem = wider(this.stem);
  }
}

/**
 * Every token of the text, in order. Never throws; unpaired surrogates and controls are separators.
 * The first loop touches each character once and does nothing else: it is what a long page costs.
 */
export function tokenise(text: string): Tokens {
  const out = new Builder();
  let start = -1;
  let hash = SEED;
  let stem = 0;
  let length = 0;
  let end = 0;
  let scripts = 0; // 1 Latin, 2 Cyrillic, 3 both: a word with look-alike letters
  const finish = () => {
    if (start < 0) return;
    if (scripts === 3) {
      const word = foldedWord(text, start, end);
      const other = otherScript(word, 'cyrillic') || otherScript(word, 'latin');
      if (other) hash = hashWord(other);
    }
    out.push(start, end, hash, stem);
    start = -1;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const folded = (foldPages[unit >> 8] ?? pageOf(unit >> 8))[unit & 255] as number;
    if (folded === IGNORED) continue;
    if (folded === SEPARATOR) {
      if (start >= 0) finish();
      continue;
    }
    if (isSign(folded)) {
      if (start >= 0) finish();
      out.push(i, i + 1, mix(SEED, folded), 0);
      continue;
    }
    if (start < 0) {
      start = i;
      hash = SEED;
      stem = 0;
      length = 0;
      scripts = 0;
    }
    hash = mix(hash, folded);
    if (++length === STEM) stem = hash;
    if (folded >= 0x61 && folded <= 0x7a) scripts |= 1;
    else if (folded >= 0x430 && folded <= 0x45f) scripts |= 2;
    end = i + 1;
  }
  finish();
  return { text, ...gaps(text, out) };
}

const OPEN = new Set('“„«‹「『');
const CLOSE = new Set('”»›」』');
const STOPS = new Set('.!?…');
const FULL_STOPS = new Set('。！？');

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
    let join = to - from <= MAX_SPACE;
    let signs = 0;
    let stop = false;
    let newline = false;
    for (let i = from; i < to; i++) {
      const char = text[i] as string;
      if (char === ' ') continue;
      if (++signs > MAX_SIGNS) join = false;
      if (char === '\n') newline = true;
      else if (STOPS.has(char)) stop = true;
      else if (FULL_STOPS.has(char)) stop = true;
      else if (char === '"') quote = !quote;
      else if (char === '“' && quote) quote = false; // German closes with it
      else if (OPEN.has(char)) quote = true;
      else if (CLOSE.has(char)) quote = false;
      if (join && !JOINERS.has(char) && fold(char.charCodeAt(0)) !== IGNORED) join = isAbbreviation(text, from, to, t, out);
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
  if (to - from === 1 && (text[from] === ',' || text[from] === '.') && /\d/.test(text[from - 1] ?? '') && /\d/.test(text[to] ?? '')) return true;
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
