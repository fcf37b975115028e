/**
 * More aliases than there are, made from the real ones: the first word of a form stays and the words after it come
 * from other forms, so that what a text has in common with an index grows as well. A form of one word gets an ending.
 */
import type { FindIndex } from '../../match/compile.ts';
import { CAPS, type FormRow } from '../../match/form.ts';
import type { Index } from '../../match/matcher.ts';
import type { TargetKind } from '../../match/trie.ts';

const ENDINGS = 'abcdefghijklmnopqrstuvwxyz';
const ending = (copy: number): string =>
  `q${ENDINGS[copy % 26] ?? ''}${ENDINGS[Math.floor(copy / 26) % 26] ?? ''}`;

/** The index as it was before it was packed, with the forms of all languages. */
export function unpacked(index: Index): FindIndex {
  const forms = (kind: TargetKind, at: number): FormRow[] => {
    const rows = new Map<string, FormRow>();
    index.forms(kind, at, -1, (units, length, flags, langs) => {
      // Signs are words of their own: with spaces between, as they are compiled.
      const text = String.fromCharCode(...units.subarray(0, length)).replace(
        /(?<=[\u3005-\u30ff\u3400-\u9fff])(?=[\u3005-\u30ff\u3400-\u9fff])/g,
        ' ',
      );
      rows.set(`${text}|${flags}|${langs}`, [text, flags, langs]);
    });
    return [...rows.values()];
  };
  return {
    entities: index.entities.map(([id, kind], at) => [id, kind, forms('entity', at)]),
    topics: index.topics.map(([id], at) => [id, forms('topic', at)]),
    lexicon: index.lexicon.map(([name], at) => [name, forms('lexicon', at)]),
    lines: index.lines.map((_, at) => forms('line', at)),
    claims: index.claims.map(([id], at) => [id, [...index.rules(at)]]),
  };
}

/** Forms of every list of the index, in order. */
export const allForms = (index: FindIndex): FormRow[][] => [
  ...index.entities.map((e) => e[2]),
  ...index.topics.map((t) => t[1]),
  ...index.lexicon.map((l) => l[1]),
  ...index.lines,
];

function copyOf(row: FormRow, copy: number, at: number, pool: readonly string[]): FormRow {
  const [text, flags, langs] = row;
  const words = text.split(' ');
  if (words.length === 1 || (flags & CAPS) !== 0) {
    const prefix = text.endsWith('*');
    return [`${prefix ? text.slice(0, -1) : text}${ending(copy)}${prefix ? '*' : ''}`, flags, langs];
  }
  // Steps that share no divisor with the pool's usual sizes: every copy meets other words.
  const others = words
    .slice(1)
    .map((_, i) => pool[(at * 7919 + copy * 104_729 + i * 1_299_709) % pool.length] ?? '');
  return [[words[0], ...others].join(' '), flags, langs];
}

/** @param times 1 gives the index itself; 10 gives ten forms for every one, for the same records */
export function grow(index: FindIndex, times: number): FindIndex {
  if (times === 1) return index;
  const pool = allForms(index).flatMap((rows) =>
    rows.flatMap(([text]) => text.split(' ').filter((w) => !w.endsWith('*'))),
  );
  let at = 0;
  const more = (rows: FormRow[]): FormRow[] => {
    const out = [...rows];
    for (const row of rows) {
      at++;
      for (let copy = 1; copy < times; copy++) out.push(copyOf(row, copy, at, pool));
    }
    return out;
  };
  return {
    entities: index.entities.map(([id, kind, forms]) => [id, kind, more(forms)]),
    topics: index.topics.map(([id, forms]) => [id, more(forms)]),
    lexicon: index.lexicon.map(([name, forms]) => [name, more(forms)]),
    lines: index.lines.map(more),
    claims: index.claims,
  };
}
