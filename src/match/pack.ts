/**
 * How forms are stored in the shipped index: grouped by flags and languages, sorted, each written as the number of
 * letters it shares with the one before (base 36, at most 35) and the rest. Inflected forms share most of theirs.
 * Folded forms hold no capitals, so Cyrillic letters borrow them: one byte instead of two is a tenth of the package.
 */
import { type FindIndex, type RuleRow } from './compile.ts';
import { ALWAYS, CAPS, NAMED, type FormRow } from './form.ts';
import { isSign } from './fold.ts';
import { alikeOf, formsAlike, MOST_BACK, type Alike } from './series.ts';

/** `flags:langs` to packed forms. */
export type Packed = Record<string, string>;

export interface PackedIndex {
  entities: [id: string, kind: string, forms: Packed | Alike][];
  topics: [id: string, forms: Packed][];
  lexicon: [name: string, forms: Packed][];
  /** languages as bits, and forms packed; a line's forms have no flags */
  lines: [langs: number, forms: string][];
  claims: [id: string, rules: PackedRule[]][];
}

/** A rule's row without what is usual. */
type PackedRule = [lang: RuleRow['lang'], all: number[], rest?: Partial<Omit<RuleRow, 'lang' | 'all'>>];

const USUAL = { none: [], within: 16, ordered: false, needs: [], own: false };

function packRule({ lang, all, ...rest }: RuleRow): PackedRule {
  const unusual = Object.entries(rest).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(USUAL[key as keyof typeof USUAL]),
  );
  return unusual.length ? [lang, all, Object.fromEntries(unusual)] : [lang, all];
}
const unpackRule = ([lang, all, rest]: PackedRule): RuleRow => ({ lang, all, ...USUAL, ...rest });

function packLine(rows: readonly FormRow[]): [number, string] {
  const [[key, forms] = [':0', '']] = Object.entries(packForms(rows));
  return [Number(key.split(':')[1]), forms];
}
const unpackLine = ([langs, forms]: [number, string]): FormRow[] => unpackForms({ [`0:${langs}`]: forms });

const MOST_SHARED = 35;

const CYRILLIC = 'абвгдежзиклмнопрстуфхцчшщъыьэюяієґ';
const BORROWED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()+';
const swap = (text: string, from: string, to: string): string =>
  [...text].map((char) => to[from.indexOf(char)] ?? char).join('');
/** Forms whose capitals matter are stored as they are. */
const isFolded = (flags: number): boolean => (flags & CAPS) === 0;

/** Signs are words of their own and need no space between them to be told apart. */
const closeSigns = (text: string): string =>
  text.replace(/(?<=[\u3005-\u30ff\u3400-\u9fff]) (?=[\u3005-\u30ff\u3400-\u9fff])/g, '');
const openSigns = (text: string): string =>
  text.replace(/(?<=[\u3005-\u30ff\u3400-\u9fff])(?=[\u3005-\u30ff\u3400-\u9fff])/g, ' ');

export function packForms(rows: readonly FormRow[]): Packed {
  const groups = new Map<string, string[]>();
  for (const [spaced, flags, langs] of rows) {
    const closed = closeSigns(spaced);
    const text = isFolded(flags) ? swap(closed, CYRILLIC, BORROWED) : closed;
    const key = `${flags}:${langs}`;
    const group = groups.get(key);
    if (group) group.push(text);
    else groups.set(key, [text]);
  }
  const out: Packed = {};
  for (const [key, texts] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let last = '';
    out[key] = texts
      .sort()
      .map((text) => {
        let shared = 0;
        while (shared < MOST_SHARED && shared < last.length && last[shared] === text[shared]) shared++;
        last = text;
        return shared.toString(36) + text.slice(shared);
      })
      .join('|');
  }
  return out;
}

export function unpackForms(packed: Packed): FormRow[] {
  const rows: FormRow[] = [];
  for (const [key, list] of Object.entries(packed)) {
    const [flags, langs] = key.split(':').map(Number);
    if (!list) continue;
    let last = '';
    for (const item of list.split('|')) {
      last = last.slice(0, Number.parseInt(item[0] ?? '0', 36)) + item.slice(1);
      const text = isFolded(flags ?? 0) ? swap(last, BORROWED, CYRILLIC) : last;
      rows.push([openSigns(text), flags ?? 0, langs ?? 0]);
    }
  }
  return rows;
}

/** Last word of a form of several words; '' for one word. */
const lastWord = (text: string): string => text.slice(text.lastIndexOf(' ') + 1);
const isBareSurname = ([text, flags, langs]: FormRow, names: readonly FormRow[]): boolean =>
  flags === NAMED &&
  langs === 0 &&
  !text.includes(' ') &&
  names.some((row) => isSpacedName(row) && lastWord(row[0]) === text);
/** A full name in a script with spaces; in the others every sign is a word of its own. */
const isSpacedName = ([text, flags]: FormRow): boolean =>
  flags === ALWAYS && text.includes(' ') && !isSign(text.charCodeAt(0));

/** Surnames that are the last word of a stored name are left out, and made again by {@link unpackIndex}. */
function packPerson(forms: readonly FormRow[]): Packed {
  const left = forms.filter((row) => !isBareSurname(row, forms));
  const derived = new Set(forms.filter((row) => isBareSurname(row, forms)).map(([text]) => text));
  const others = new Set(
    forms
      .filter(isSpacedName)
      .map(([name]) => lastWord(name))
      .filter((word) => !derived.has(word)),
  );
  // A name whose last word is no surname here (“Anna Lee Fisher” known as “Lee Fisher”): then nothing is derived.
  return others.size || !derived.size ? packForms(forms) : { ...packForms(left), surnames: '' };
}

function unpackPerson(packed: Packed): FormRow[] {
  const { surnames, ...rest } = packed;
  const rows = unpackForms(rest);
  if (surnames === undefined) return rows;
  const words = new Set(rows.filter(isSpacedName).map(([text]) => lastWord(text)));
  return [...rows, ...[...words].map((word): FormRow => [word, NAMED, 0])];
}

const formsIn = ([, , forms]: FindIndex['entities'][number]): FormRow[] => forms;

export const packIndex = (index: FindIndex): PackedIndex => ({
  entities: index.entities.map(([id, kind, forms], i, all) => [
    id,
    kind,
    kind === 'person'
      ? packPerson(forms)
      : (alikeOf(all.slice(Math.max(0, i - MOST_BACK), i).map(formsIn), forms) ?? packForms(forms)),
  ]),
  topics: index.topics.map(([id, forms]) => [id, packForms(forms)]),
  lexicon: index.lexicon.map(([name, forms]) => [name, packForms(forms)]),
  lines: index.lines.map(packLine),
  claims: index.claims.map(([id, rules]) => [id, rules.map(packRule)]),
});

function unpackEntities(packed: PackedIndex['entities']): FindIndex['entities'] {
  const done: FormRow[][] = [];
  return packed.map(([id, kind, forms]) => {
    const rows =
      typeof forms === 'string'
        ? formsAlike(done, forms)
        : kind === 'person'
          ? unpackPerson(forms)
          : unpackForms(forms);
    done.push(rows);
    return [id, kind, rows];
  });
}

export const unpackIndex = (packed: PackedIndex): FindIndex => ({
  entities: unpackEntities(packed.entities),
  topics: packed.topics.map(([id, forms]) => [id, unpackForms(forms)]),
  lexicon: packed.lexicon.map(([name, forms]) => [name, unpackForms(forms)]),
  lines: packed.lines.map(unpackLine),
  claims: packed.claims.map(([id, rules]) => [id, rules.map(unpackRule)]),
});
