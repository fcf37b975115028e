/** The scan: every form of the index that stands in a text. */
import { langBit } from './form.ts';
import { fold, isKatakana } from './fold.ts';
import { FIRSTS, follow, lookUp, type Hit, type Matcher, type Stem, type Target } from './matcher.ts';
import { foldedWord, textOf, type Tokens } from './tokens.ts';

/** A form longer than this many words is not looked for. */
const LONGEST = 24;

/**
 * Every form in the text whose language fits, longest first at each place; overlaps are left in.
 * @param lang the article's language; forms of other languages count only where the index lets them
 */
export function scan(tokens: Tokens, matcher: Matcher, lang: string): Hit[] {
  const { table, stems, edges, ends, begins } = matcher;
  const { count, hash, stem, joined } = tokens;
  const bit = langBit(lang);
  const hits: Hit[] = [];
  const { firsts } = matcher;
  // Looked up when a walk comes by: -2 is not yet, -1 is in no form.
  const number = new Int32Array(count).fill(-2);
  const prefix: (number[] | undefined)[] = [];
  const numberOf = (t: number): number => {
    const known = number[t] as number;
    if (known !== -2) return known;
    const start = stem[t] as number;
    const list = start === 0 ? undefined : stems.get(start);
    const found = list && prefixesOf(tokens, t, list);
    if (found) prefix[t] = found;
    return (number[t] = lookUp(table, hash[t] as number));
  };
  const step = (first: number, t: number, node: number, word: number): void => {
    const next = follow(edges, node, word);
    if (next === 0) return;
    if (t + 1 < count && joined[t + 1] === 1 && t - first < LONGEST) walk(first, t + 1, next);
    const list = ends[next];
    if (list === undefined) return;
    for (const target of list) {
      if (target.langs !== 0 && (target.langs & bit) === 0) continue;
      if (fits(tokens, first, t, target)) hits.push({ first, last: t, target });
    }
  };
  const walk = (first: number, t: number, node: number): void => {
    const word = numberOf(t);
    if (word >= 0) step(first, t, node, word);
    const list = prefix[t];
    if (list !== undefined) for (const other of list) step(first, t, node, other);
  };
  const may = (h: number): boolean =>
    (((firsts[(h >>> 5) & (FIRSTS / 32 - 1)] as number) >>> (h & 31)) & 1) === 1;
  for (let t = 0; t < count; t++) {
    if (may(hash[t] as number) || (stem[t] !== 0 && may(stem[t] as number))) {
      const word = numberOf(t);
      if ((word >= 0 && begins[word] === 1) || prefix[t] !== undefined) walk(t, t, 0);
    }
  }
  const judged = new Uint8Array(count);
  return hits.filter((hit) => spells(hit, tokens, matcher, judged));
}

/** Words of the stems that the token begins with; letter by letter, nothing is built unless one fits. */
function prefixesOf(tokens: Tokens, t: number, list: readonly Stem[]): number[] | undefined {
  let found: number[] | undefined;
  for (const { letters, word } of list) if (beginsWith(tokens, t, letters)) (found ??= []).push(word);
  return found;
}

function beginsWith({ text, start, end }: Tokens, t: number, letters: string): boolean {
  const to = end[t] as number;
  let at = 0;
  for (let i = start[t] as number; i < to && at < letters.length; i++) {
    const folded = fold(text.charCodeAt(i));
    if (folded <= 1) continue;
    if (folded !== letters.charCodeAt(at++)) return false;
  }
  return at === letters.length;
}

/** Capitals where they matter; and no Japanese name that begins or ends inside a longer word in katakana. */
function fits(tokens: Tokens, first: number, last: number, target: Target): boolean {
  const { text, start, end } = tokens;
  if (target.written !== undefined) {
    const words = Array.from({ length: last - first + 1 }, (_, i) =>
      text.slice(start[first + i], end[first + i]),
    );
    if (words.join(' ').replace(/[^\p{L}\p{N} ]/gu, '') !== target.written) return false;
  }
  if (target.kind === 'line') return true;
  if (text.charCodeAt(start[first] as number) < 0x3000) return true;
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
function spells(hit: Hit, tokens: Tokens, matcher: Matcher, judged: Uint8Array): boolean {
  for (let t = hit.first; t <= hit.last; t++) {
    if (judged[t]) {
      if (judged[t] === 2) return false;
      continue;
    }
    judged[t] = 1;
    const number = lookUp(matcher.table, tokens.hash[t] as number);
    if (number < 0) continue; // matched by its prefix, which was compared already
    const word = foldedWord(tokens.text, tokens.start[t] as number, tokens.end[t] as number);
    if (word !== matcher.words[number] && !/[a-z].*[\u0400-\u04ff]|[\u0400-\u04ff].*[a-z]/.test(word)) {
      judged[t] = 2;
      return false;
    }
  }
  return true;
}

/** The characters a hit covers. */
export const hitText = (tokens: Tokens, hit: Hit): string => textOf(tokens, hit.first, hit.last);
