/**
 * How forms are stored in the shipped index: grouped by flags and languages, sorted, each written as the number of
 * letters it shares with the one before (base 36, at most 35) and the rest. Inflected forms share most of theirs.
 * Folded forms hold no capitals, so Cyrillic letters borrow them: one byte instead of two is a tenth of the package.
 */
import { type FindIndex, type RuleRow } from './compile.ts';
import { ALWAYS, CAPS, NAMED, type FormRow } from './form.ts';
import { addTo } from './lists.ts';
import { isSign } from './fold.ts';
import { visitRows, type Index, type Visit } from './matcher.ts';
import { alikeOf, formsAlike, MOST_BACK, type Alike } from './series.ts';
import type { TargetKind } from './trie.ts';

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
const unpackLine = ([langs, forms]: [number, string]): Packed => ({ [`0:${langs}`]: forms });

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
    addTo(groups, key, text);
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

/** What a unit of a packed form stands for, below 128; Cyrillic letters borrowed capitals and signs. */
const LENT = Uint16Array.from({ length: 128 }, (_, unit) => unit);
[...BORROWED].forEach((char, i) => (LENT[char.charCodeAt(0)] = CYRILLIC.charCodeAt(i)));
const BAR = 0x7c;
const SPACE = 0x20;

/** Room for one form at a time; a form is no longer than its list and what it shares. */
let room = new Uint16Array(4096);

/** Visits packed forms of a language; no string is made for any but those with capitals. */
export function unpackForms(packed: Packed, bit: number, visit: Visit): void {
  for (const key in packed) {
    const list = packed[key];
    if (!list) continue;
    const colon = key.indexOf(':');
    const langs = Number(key.slice(colon + 1));
    if (langs !== 0 && (langs & bit) === 0) continue;
    const flags = Number(key.slice(0, colon));
    if (list.length + MOST_SHARED > room.length) room = new Uint16Array(2 * list.length + MOST_SHARED);
    const units = room;
    const folded = isFolded(flags);
    for (let i = 0; i < list.length; i++) {
      const digit = list.charCodeAt(i++);
      const shared = digit < 0x3a ? digit - 0x30 : digit - 0x57; // base 36
      let length = shared;
      for (let unit = list.charCodeAt(i); i < list.length && unit !== BAR; unit = list.charCodeAt(++i))
        units[length++] = folded && unit < 128 ? (LENT[unit] as number) : unit;
      if (folded) visit(units, length, flags, langs, shared);
      else {
        const text = openSigns(String.fromCharCode(...units.subarray(0, length)));
        visit(
          Uint16Array.from(text, (char) => char.charCodeAt(0)),
          text.length,
          flags,
          langs,
          0,
        );
      }
    }
  }
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

/** Surnames that are the last word of a stored name are left out, and made again by {@link openIndex}. */
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

/** Surnames count in every language, whichever the full name is in. */
function visitSurnames(packed: Packed, visit: Visit): void {
  unpackForms(packed, -1, (units, length, flags) => {
    if (flags !== ALWAYS || isSign(units[0] as number)) return;
    const from = units.lastIndexOf(SPACE, length - 1) + 1;
    if (from > 0) visit(units.subarray(from, length), length - from, NAMED, 0, 0);
  });
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

/** Forms as rows, for a series of ships: the number that is their last word is exchanged in all of them. */
function rowsOf(packed: Packed): FormRow[] {
  const rows = new Map<string, FormRow>();
  const take: Visit = (units, length, flags, langs) => {
    const text = openSigns(String.fromCharCode(...units.subarray(0, length)));
    rows.set(`${text}|${flags}|${langs}`, [text, flags, langs]);
  };
  unpackForms(packed, -1, take);
  if (packed['surnames'] !== undefined) visitSurnames(packed, take);
  return [...rows.values()];
}

/** The packed index, ready to be asked; forms are unpacked when they are, a surname as often as names end with it. */
export function openIndex(packed: PackedIndex): Index {
  const series = new Map<number, FormRow[]>();
  const inSeries = (at: number): FormRow[] => {
    const known = series.get(at);
    if (known) return known;
    const forms = packed.entities[at]?.[2] ?? {};
    const rows = typeof forms === 'string' ? formsAlike((back) => inSeries(at - back), forms) : rowsOf(forms);
    series.set(at, rows);
    return rows;
  };
  const formsOf = (kind: TargetKind, at: number): Packed | Alike => {
    const line = packed.lines[at];
    switch (kind) {
      case 'entity':
        return packed.entities[at]?.[2] ?? {};
      case 'topic':
        return packed.topics[at]?.[1] ?? {};
      case 'lexicon':
        return packed.lexicon[at]?.[1] ?? {};
      case 'line':
        return line ? unpackLine(line) : {};
    }
  };
  return {
    ...packed,
    forms(kind, at, bit, visit) {
      const forms = formsOf(kind, at);
      if (typeof forms === 'string') visitRows(inSeries(at), bit, visit);
      else {
        unpackForms(forms, bit, visit);
        if (forms['surnames'] !== undefined) visitSurnames(forms, visit);
      }
    },
    rules: (claim) => packed.claims[claim]?.[1].map(unpackRule) ?? [],
  };
}
