/** What stands between words: whether a name may go on, where sentences and paragraphs end, what is quoted. */
import { fold, IGNORED } from './fold.ts';

/** Where the words stand; of {@link Tokens}. */
export interface Words {
  text: string;
  count: number;
  start: Int32Array;
  end: Int32Array;
}

/** By token, for the gap before it and the place it is in. */
export interface Gaps {
  /** 1 when the gap before this token may stand inside a name (space, hyphen, apostrophe, quote, middle dot) */
  joined: Uint8Array;
  /** sentence number, from 0, never falling */
  sentence: Int32Array;
  /** paragraph number, from 0, never falling */
  paragraph: Int32Array;
  /** 1 inside quotation marks */
  quoted: Uint8Array;
}

const JOINERS = ' \u00a0\u202f\u2009\u2028\t-‐‑‒–−\'’‘ʼ`´·・=＝"“”„«»&/\u3000';
/** A gap with more signs than this, or with more white space (source indented inside a name), is not inside a name. */
const MAX_SIGNS = 3;
const MAX_SPACE = 80;

const SPACE = 0x20;
const NEWLINE = 0x0a;
const QUOTE = 0x22;
const POINT = 0x2e;
const COMMA = 0x2c;
const ENGLISH_OPEN = 0x201c;
const JOINS = 1;
const STOP = 2;
const OPENS = 4;
const CLOSES = 8;
/** What a sign in a gap can mean, by code unit: a look in a table instead of five sets of strings. */
const roles = new Uint8Array(0x10000);
const give = (signs: string, role: number): void => {
  for (const sign of signs) roles[sign.charCodeAt(0)] = (roles[sign.charCodeAt(0)] as number) | role;
};
give(JOINERS, JOINS);
give('.!?…。！？', STOP);
give('“„«‹「『', OPENS);
give('”»›」』', CLOSES);

const isSpace = ({ text }: Words, from: number, to: number): boolean =>
  to - from === 1 && text.charCodeAt(from) === SPACE;

/** Whether a name may go on from token `t - 1` to token `t`. */
export function joins(words: Words, t: number): boolean {
  if (t === 0) return false;
  const from = words.end[t - 1] as number;
  const to = words.start[t] as number;
  if (isSpace(words, from, to)) return true;
  if (to - from > MAX_SPACE) return false;
  let signs = 0;
  for (let i = from; i < to; i++) {
    const unit = words.text.charCodeAt(i);
    if (unit === SPACE) continue;
    if (++signs > MAX_SIGNS || unit === NEWLINE) return false;
    if (((roles[unit] as number) & JOINS) === 0 && fold(unit) !== IGNORED && !isAbbreviation(words, t))
      return false;
  }
  return true;
}

/** All gaps of a text, in one pass. */
export function gapsOf(words: Words): Gaps {
  const { text, count, start, end } = words;
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
    if (t && isSpace(words, from, to)) {
      joined[t] = 1;
    } else {
      let stop = false;
      let newline = false;
      for (let i = from; i < to; i++) {
        const unit = text.charCodeAt(i);
        const role = roles[unit] as number;
        if (unit === NEWLINE) newline = true;
        else if (role & STOP) stop = true;
        else if (unit === QUOTE) quote = !quote;
        else if (role & OPENS)
          quote = unit !== ENGLISH_OPEN || !quote; // German closes with it
        else if (role & CLOSES) quote = false;
      }
      if (newline) {
        paragraphs++;
        quote = false;
      }
      if (t && (newline || (stop && endsSentence(words, t)))) sentences++;
      joined[t] = !newline && joins(words, t) ? 1 : 0;
    }
    sentence[t] = sentences;
    paragraph[t] = paragraphs;
    quoted[t] = quote ? 1 : 0;
  }
  return { joined, sentence, paragraph, quoted };
}

const DIGIT = /\d/;

/** “U.S.” and “St. Petersburg”: a stop after one or two letters joins; so does a point or comma inside a number. */
function isAbbreviation({ text, start, end }: Words, t: number): boolean {
  const from = end[t - 1] as number;
  const to = start[t] as number;
  if (to - from > 2) return false;
  const unit = text.charCodeAt(from);
  if (
    to - from === 1 &&
    (unit === COMMA || unit === POINT) &&
    DIGIT.test(text[from - 1] ?? '') &&
    DIGIT.test(text[to] ?? '')
  )
    return true;
  return unit === POINT && from - (start[t - 1] as number) <= 2;
}

function endsSentence({ text, start, end }: Words, t: number): boolean {
  const from = end[t - 1] as number;
  const to = start[t] as number;
  const gap = text.slice(from, to);
  if (/[。！？]/.test(gap)) return true;
  if (!/\s/.test(gap)) return false; // 51.6, nasa.gov
  const before = from - (start[t - 1] as number);
  if (gap[0] === '.' && before <= 2 && !DIGIT.test(text[from - 1] ?? '')) return false; // U.S., г., Mr.
  const next = text[to] as string;
  return next === next.toUpperCase(); // a small letter goes on
}
