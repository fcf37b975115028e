/** How much of an event's name stands in a text: “torch” and “Sochi” point to one event among hundreds. */
import type { Note } from './base.ts';
import { formText } from './form.ts';
import { foldedWord, hashWord, type Tokens } from './tokens.ts';

/** 0, nothing of its name, to 1, all of it; rare words count for more. */
export type Likeness = (event: Note) => number;

/** Words of fewer letters are no help; longer ones are compared by their beginning, which cases leave as it is. */
const LEAST_LETTERS = 4;
const STEM_LETTERS = 6;
/** One word in common is chance. */
const LEAST_SHARED = 2;
/** A name of words that stand in many names (“First Soyuz is launched”) is never wholly alike; in rare words. */
const LEAST_RARE = 1.5;

const stemHash = (folded: string): number => hashWord(folded.slice(0, STEM_LETTERS));

interface Vocabulary {
  /** stems of each name, English and Russian */
  words: Map<string, readonly (readonly number[])[]>;
  /** in how many names each stem stands */
  spread: Map<number, number>;
}

const made = new WeakMap<ReadonlyMap<string, Note>, Vocabulary>();

const stemsOf = (name: string): number[] => [
  ...new Set(
    formText(name)
      .split(' ')
      .filter((word) => word.length >= LEAST_LETTERS)
      .map(stemHash),
  ),
];

function vocabularyOf(notes: ReadonlyMap<string, Note>): Vocabulary {
  const known = made.get(notes);
  if (known) return known;
  const words: Vocabulary['words'] = new Map();
  const spread: Vocabulary['spread'] = new Map();
  for (const { id, kind, name } of notes.values()) {
    if (kind !== 'event') continue;
    const names = [stemsOf(name.en), stemsOf(name.ru)];
    words.set(id, names);
    for (const stem of new Set(names.flat())) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  }
  const vocabulary = { words, spread };
  made.set(notes, vocabulary);
  return vocabulary;
}

/** @param notes the base's records, whose events' names are read once */
export function likenessOf(tokens: Tokens, notes: ReadonlyMap<string, Note>): Likeness {
  const { words, spread } = vocabularyOf(notes);
  const inText = new Set<number>();
  for (let t = 0; t < tokens.count; t++) {
    const [start, end] = [tokens.start[t] as number, tokens.end[t] as number];
    if (end - start >= LEAST_LETTERS) inText.add(stemHash(foldedWord(tokens.text, start, end)));
  }
  const rarity = (stem: number): number => 1 / Math.sqrt(spread.get(stem) ?? 1);
  const share = (stems: readonly number[]): number => {
    const shared = stems.filter((stem) => inText.has(stem));
    if (shared.length < LEAST_SHARED) return 0;
    const sum = (list: readonly number[]) => list.reduce((n, stem) => n + rarity(stem), 0);
    return sum(shared) / Math.max(LEAST_RARE, sum(stems));
  };
  return ({ id }) => Math.max(0, ...(words.get(id) ?? []).map(share));
}
