/**
 * How forms are stored in the shipped index: grouped by flags and languages, sorted, each written as the number of
 * letters it shares with the one before (base 36, at most 35) and the rest. Inflected forms share most of theirs.
 */
import type { FindIndex, FormRow } from './compile.ts';

/** `flags:langs` to packed forms. */
export type Packed = Record<string, string>;

export interface PackedIndex {
  entities: [id: string, kind: string, forms: Packed][];
  topics: [id: string, forms: Packed][];
  lexicon: [name: string, forms: Packed][];
  lines: Packed[];
  claims: FindIndex['claims'];
}

const MOST_SHARED = 35;

export function packForms(rows: readonly FormRow[]): Packed {
  const groups = new Map<string, string[]>();
  for (const [text, flags, langs] of rows) {
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
      rows.push([last, flags ?? 0, langs ?? 0]);
    }
  }
  return rows;
}

export const packIndex = (index: FindIndex): PackedIndex => ({
  entities: index.entities.map(([id, kind, forms]) => [id, kind, packForms(forms)]),
  topics: index.topics.map(([id, forms]) => [id, packForms(forms)]),
  lexicon: index.lexicon.map(([name, forms]) => [name, packForms(forms)]),
  lines: index.lines.map(packForms),
  claims: index.claims,
});

export const unpackIndex = (packed: PackedIndex): FindIndex => ({
  entities: packed.entities.map(([id, kind, forms]) => [id, kind, unpackForms(forms)]),
  topics: packed.topics.map(([id, forms]) => [id, unpackForms(forms)]),
  lexicon: packed.lexicon.map(([name, forms]) => [name, unpackForms(forms)]),
  lines: packed.lines.map(unpackForms),
  claims: packed.claims,
});
