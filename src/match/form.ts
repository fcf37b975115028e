/** A form: one way a text may write a name or a cue, with the flags and languages for which it counts. Pure. */
import { NAME_LANGS, type NameLang } from '../facts/schema.ts';
import { foldText } from './fold.ts';
import { foldedWord, tokenise } from './tokens.ts';

/** When a form counts; the first two bits of its flags. */
export const ALWAYS = 0;
export const NEAR = 1;
export const NAMED = 2;
export const CLEAR = 3;
/** flag: capitals must be as written */
export const CAPS = 4;
/** flag, with {@link NEAR}: only in a sentence about the station, or about how long something runs */
export const BESIDE = 8;

/** `[text, flags, languages]`: folded words with spaces between (`*` ends a prefix); languages as bits, 0 for any. */
export type FormRow = [text: string, flags: number, langs: number];

export const langBit = (lang: string): number => {
  const at = (NAME_LANGS as readonly string[]).indexOf(lang);
  return at < 0 ? 0 : 1 << at;
};

/** The folded words of a text with single spaces, as the index stores a form; `*` is kept. */
export function formText(text: string): string {
  const out: string[] = [];
  for (const part of text.split(/(?<=\*)|\s+/u)) {
    const tokens = tokenise(part);
    for (let t = 0; t < tokens.count; t++)
      out.push(foldedWord(part, tokens.start[t] as number, tokens.end[t] as number));
    if (part.endsWith('*') && out.length) out[out.length - 1] += '*';
  }
  return out.join(' ');
}

/** The words of a form as written, for those whose capitals matter. */
const writtenText = (text: string): string => {
  const tokens = tokenise(text);
  return Array.from({ length: tokens.count }, (_, t) => text.slice(tokens.start[t], tokens.end[t])).join(' ');
};

const SHORT = 4;
/** A short word or acronym in Latin letters, which another language may have too. */
export const isShortLatin = (text: string): boolean =>
  /^[a-z0-9]{1,4}$/.test(foldText(text)) && foldText(text).length <= SHORT;

/** The forms of one record, cue list or line, each once. */
export class Forms {
  private readonly rows = new Map<string, FormRow>();

  /** Keeps the most lenient reading when one form comes twice: fewer conditions, more languages. */
  add(text: string, flags: number, langs: number): void {
    const stored = flags & CAPS ? writtenText(text) : formText(text);
    if (!stored) return;
    const old = this.rows.get(stored);
    if (!old) this.rows.set(stored, [stored, flags, langs]);
    else {
      old[1] = Math.min(old[1], flags);
      old[2] = old[2] === 0 || langs === 0 ? 0 : old[2] | langs;
    }
  }

  list(): FormRow[] {
    return [...this.rows.values()];
  }
}

export const entriesOf = <T>(map: Partial<Record<NameLang, T>>): [NameLang, T][] =>
  Object.entries(map) as [NameLang, T][];
