/** How much of an event's name stands in a text: “torch” and “Sochi” point to one event among hundreds. */
import type { Note } from './base.ts';
import { formText } from './form.ts';
import { foldedWord, hashWord, type Tokens } from './tokens.ts';

/** 0, nothing of its name, to 1, all of it; rare words count for more. */
export type Likeness = (event: Note) => number;

/** Words of fewer letters are no help; longer ones are compared by their beginning, which cases leave as it is. */
const LEAST_LETTERS = 4;
const STEM_LETTERS = 6;
/** One word in common is chance, unless it is a name that hardly another event has (Sochi, Skripochka). */
const LEAST_SHARED = 2;
const MOST_SPREAD = 2;
/** Words that stand in many names (“First Soyuz is launched”) prove little even where all are there; in rare words. */
const ENOUGH_RARE = 2;

const stemHash = (folded: string): number => hashWord(folded.slice(0, STEM_LETTERS));

interface NameWords {
  stems: readonly number[];
  names: ReadonlySet<number>;
}

interface Vocabulary {
  /** stems of each event's name, English and Russian; names in it by themselves */
  words: Map<string, readonly NameWords[]>;
  /** in how many names each stem stands */
  spread: Map<number, number>;
}

const made = new WeakMap<ReadonlyMap<string, Note>, Vocabulary>();

const stemsOf = (text: string): number[] => [
  ...new Set(
    formText(text)
      .split(' ')
      .filter((word) => word.length >= LEAST_LETTERS)
      .map(stemHash),
  ),
];
/** Words with a capital, the first left out: it may owe its capital to its place. */
const namesIn = (text: string): ReadonlySet<number> =>
  new Set(stemsOf([...text.matchAll(/(?<=\s)\p{Lu}\S*/gu)].join(' ')));
const wordsOf = (text: string): NameWords => ({ stems: stemsOf(text), names: namesIn(text) });

function vocabularyOf(notes: ReadonlyMap<string, Note>): Vocabulary {
  const known = made.get(notes);
  if (known) return known;
  const words: Vocabulary['words'] = new Map();
  const spread: Vocabulary['spread'] = new Map();
  for (const { id, kind, name } of notes.values()) {
    if (kind !== 'event') continue;
    const both = [wordsOf(name.en), wordsOf(name.ru)];
    words.set(id, both);
    for (const stem of new Set(both.flatMap(({ stems }) => stems)))
      spread.set(stem, (spread.get(stem) ?? 0) + 1);
  }
  const vocabulary = { words, spread };
  made.set(notes, vocabulary);
  return vocabulary;
}

/**
 * @param notes the base's records, whose events' names are read once
 * @param lang of the text; in one that no name is written in, only proper names are compared
 */
export function likenessOf(tokens: Tokens, notes: ReadonlyMap<string, Note>, lang: string): Likeness {
  const { words, spread } = vocabularyOf(notes);
  const inText = new Set<number>();
  for (let t = 0; t < tokens.count; t++) {
    const [start, end] = [tokens.start[t] as number, tokens.end[t] as number];
    if (end - start >= LEAST_LETTERS) inText.add(stemHash(foldedWord(tokens.text, start, end)));
  }
  const rarity = (stem: number): number => 1 / Math.sqrt(spread.get(stem) ?? 1);
  const isWritten = ['en', 'ru', 'und'].includes(lang);
  const share = ({ stems, names }: NameWords): number => {
    const shared = stems.filter((stem) => inText.has(stem) && (isWritten || names.has(stem)));
    const telling = shared.some((stem) => names.has(stem) && (spread.get(stem) ?? 0) <= MOST_SPREAD);
    if (shared.length < LEAST_SHARED && !telling) return 0;
    const sum = (list: readonly number[]): number => list.reduce((n, stem) => n + rarity(stem), 0);
    const rare = sum(shared);
    return (rare / sum(stems)) * Math.min(1, rare / ENOUGH_RARE);
  };
  const known = new Map<string, number>(); // ranking asks for each event several times
  return ({ id }) => {
    let likeness = known.get(id);
    if (likeness === undefined) known.set(id, (likeness = Math.max(0, ...(words.get(id) ?? []).map(share))));
    return likeness;
  };
}
