/**
 * Folding: what counts as the same letter. One UTF-16 code unit folds to one code unit, to a separator or to nothing,
 * so that offsets never need translating: a token keeps the offsets it has in the page.
 *
 * Folded away: case, accents of Latin, Greek and Cyrillic letters (é = e, ё = е, й = и, ї = і), full-width forms.
 * Ignored inside a word: soft hyphens, zero-width and bidirectional controls, combining marks, variation selectors.
 */
export const SEPARATOR = 0;
export const IGNORED = 1;

/** First and last code unit of what is ignored: controls without width, combining marks, variation selectors. */
const IGNORED_UNITS: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x0300, 0x036f],
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x1ab0, 0x1aff],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x206f],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];
const isIgnored = (unit: number): boolean =>
  IGNORED_UNITS.some(([first, last]) => unit >= first && unit <= last);
const WORD = /[\p{L}\p{N}]/u;
const ACCENTED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** Ideographs fold to themselves; said here because a Chinese page would have eighty pages of them looked at. */
const isIdeograph = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9ffc) || (unit >= 0x3400 && unit <= 0x4dbf);

function foldUnit(unit: number): number {
  if (isIdeograph(unit)) return unit;
  const char = String.fromCharCode(unit);
  if (isIgnored(unit)) return IGNORED;
  // Marks of scripts that write vowels as marks (Devanagari, Thai, Arabic) belong to their word; kept as they are.
  if (/\p{M}/u.test(char)) return unit;
  if (unit === 0x02bc) return SEPARATOR; // an apostrophe that Unicode calls a letter: OʼHara
  if (unit === 0x30fc) return unit; // the Japanese long vowel mark
  if (!WORD.test(char)) return SEPARATOR;
  const compatible = char.normalize('NFKC');
  let folded = (compatible.length === 1 ? compatible : char).toLowerCase();
  if (ACCENTED.test(folded)) folded = folded.normalize('NFKD').replace(/\p{M}/gu, '');
  return folded.length === 1 ? folded.charCodeAt(0) : unit;
}

/** In {@link foldTable}: not made yet. U+FFFF is no character, so no fold is mistaken for it. */
const UNKNOWN = 0xffff;

/** The fold of every code unit in one table, so that a loop looks a letter up once. A page is made when first met. */
export const foldTable = new Uint16Array(0x10000).fill(UNKNOWN);

/**
 * Makes the page of 256 folds that a unit stands in: most texts need three or four of them.
 * @param unit a UTF-16 code unit
 * @returns its fold, from then on in {@link foldTable}
 */
export function learn(unit: number): number {
  const page = unit & 0xff00;
  // Surrogates: letters outside the basic plane and emoji; none of our names use them.
  const isSurrogate = page >= 0xd800 && page < 0xe000;
  for (let u = page; u < page + 256; u++) foldTable[u] = isSurrogate ? SEPARATOR : foldUnit(u);
  return foldTable[unit] as number;
}

/**
 * @param unit a UTF-16 code unit
 * @returns the folded code unit, {@link SEPARATOR} or {@link IGNORED}
 */
export function fold(unit: number): number {
  const folded = foldTable[unit] as number;
  return folded === UNKNOWN ? learn(unit) : folded;
}

/** The folded letters of a text with everything else left out; what two spellings of one name have in common. */
export function foldText(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const folded = fold(text.charCodeAt(i));
    if (folded > IGNORED) out += String.fromCharCode(folded);
  }
  return out;
}

/** No sign of a script written without spaces folds to less. */
export const FIRST_SIGN = 0x3005;

/** Scripts written without spaces: each sign is a token of its own. Takes a folded unit. */
export function isSign(unit: number): boolean {
  return (
    unit >= FIRST_SIGN &&
    ((unit >= 0x3040 && unit <= 0x30ff) ||
      (unit >= 0x3400 && unit <= 0x9fff) ||
      unit <= 0x3007 ||
      (unit >= 0xf900 && unit <= 0xfaff))
  );
}

/** Katakana, the script of foreign names in Japanese: a name must not begin or end inside a run of it. */
export const isKatakana = (unit: number): boolean => unit >= 0x30a1 && unit <= 0x30fe && unit !== 0x30fb;

const LATIN = 'aceopxykmhtbi';
const CYRILLIC = 'асеорхукмнтві';

/** A folded word with letters that look alike taken for the other script; '' when another letter stands in the way. */
export function otherScript(word: string, to: 'latin' | 'cyrillic'): string {
  const [from, into] = to === 'cyrillic' ? [LATIN, CYRILLIC] : [CYRILLIC, LATIN];
  let out = '';
  for (const char of word) {
    const at = from.indexOf(char);
    if (at >= 0) out += into[at];
    else if (to === 'cyrillic' ? /[a-z]/.test(char) : /[\u0400-\u04ff]/.test(char)) return '';
    else out += char;
  }
  return out;
}
