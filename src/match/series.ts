/**
 * Ships of one series differ in their number alone (“Soyuz TMA-4”, “Союзом ТМА-4”, “TMA-4”). The shipped index then says
 * which entity before it this one is like, and the last words its own forms have instead.
 */
import type { FormRow } from './form.ts';

/** How many entities back one may be alike; a series is seldom interrupted by more. */
export const MOST_BACK = 12;

/** `steps back|last words`, the words in the order of {@link lastWords}. */
export type Alike = string;

const cut = (text: string): [rest: string, last: string] => {
  const at = text.lastIndexOf(' ') + 1;
  return [text.slice(0, at), text.slice(at)];
};
const lastWords = (rows: readonly FormRow[]): string[] =>
  [...new Set(rows.map(([text]) => cut(text)[1]))].sort();
const sameRows = (a: readonly FormRow[], b: readonly FormRow[]): boolean => {
  const left = a.map((row) => JSON.stringify(row)).sort();
  const right = b.map((row) => JSON.stringify(row)).sort();
  return left.length === right.length && left.every((row, i) => row === right[i]);
};

function withLastWords(rows: readonly FormRow[], words: readonly string[]): FormRow[] {
  const old = lastWords(rows);
  return rows.map(([text, flags, langs]): FormRow => {
    const [rest, last] = cut(text);
    return [rest + (words[old.indexOf(last)] ?? last), flags, langs];
  });
}

/** @returns how the last of these entities is like one before it, or null when it is like none */
export function alikeOf(before: readonly (readonly FormRow[])[], rows: readonly FormRow[]): Alike | null {
  const words = lastWords(rows);
  if (!words.length || words.some((word) => word.includes('|'))) return null;
  for (let back = 1; back <= Math.min(MOST_BACK, before.length); back++) {
    const other = before.at(-back) ?? [];
    if (lastWords(other).length === words.length && sameRows(withLastWords(other, words), rows))
      return [back, ...words].join('|');
  }
  return null;
}

/** @param before the forms of the entity so many steps back, as {@link alikeOf} had them */
export function formsAlike(before: (back: number) => readonly FormRow[], alike: Alike): FormRow[] {
  const [back, ...words] = alike.split('|');
  return withLastWords(before(Number(back)), words);
}
