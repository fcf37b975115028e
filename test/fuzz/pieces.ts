/** What pages and texts are made of here: names of the real base, the characters that break things, and markup. */
import fc from 'fast-check';
import { compileBase } from '../../src/cli/base.ts';
import { aliasesOf } from '../../src/match/find.ts';
import { makeBase } from '../../src/match/base.ts';

const { facts, index, notes } = compileBase();
export const base = makeBase(index, notes);

/** Names and aliases of every record, in all languages. */
const names = [...base.notes.values()].flatMap((note) => [note.name.en, ...aliasesOf(note)]);
/** Words that the rules of claims look for, without their stars and bars. */
const ruleWords = facts.flatMap((fact) =>
  (fact.rules ?? []).flatMap((rule) =>
    rule.all.flatMap((line) => line.split('|').map((w) => w.replace('*', ''))),
  ),
);

/** Characters of every kind that has ever been a trouble: halves of pairs, marks without width, odd blanks. */
const ODD = [
  ' ', '\n', '\t', '\u00a0', '\u202f', '\u2028', '\u3000', '\u00ad', '\u200b', '\u200d', '\ufeff', '\u0301', '\u0306',
  '\u202e', '\ud83d', '\ude80', '🚀', '👩‍🚀', 'İ', 'ß', 'ﬁ', 'ŉ', 'ǅ', '．', 'Ａ', 'ｿ', 'ー', '・', '’', '"', '«', '»', '.',
  ',', '-', '–', '(', '0', '2024', '٣', '站', '국', 'म', 'ة',
]; // prettier-ignore

const filler = [' said ', ' and ', ' of the ', '. ', ', ', ' не ', ' и ', ' 2025 ', '。', '\n'];

export const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names) },
  { weight: 3, arbitrary: fc.constantFrom(...ruleWords) },
  { weight: 3, arbitrary: fc.constantFrom(...filler) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

/** A name with something without width inside it, as word processors and bidirectional text leave it. */
const dotted = fc
  .tuple(fc.constantFrom(...names), fc.nat(30), fc.constantFrom('\u00ad', '\u200b', '\u0301', '\n', '🚀'))
  .map(([name, at, odd]) => `${name.slice(0, at)}${odd}${name.slice(at)}`);

/** Text like news, and text like nothing at all. */
export const newsText = fc
  .array(fc.oneof({ weight: 6, arbitrary: piece }, { weight: 1, arbitrary: dotted }), { maxLength: 60 })
  .map((parts) => parts.join(''));

export const anyText = fc.oneof(
  { weight: 4, arbitrary: newsText },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
);

export const anyLang = fc.constantFrom('en', 'ru', 'uk', 'de', 'fr', 'ja', 'zh', 'ko', 'und', 'xx', '');
export const anyDay = fc.oneof(
  fc.constantFrom(null, '1998-11-20', '2022-07', '2025', '2025-08-01', '2026-11-22', '0000', '9999-12-31'),
  fc
    .date({ noInvalidDate: true, min: new Date('1950-01-01'), max: new Date('2100-01-01') })
    .map((d) => d.toISOString().slice(0, 10)),
);
