/** How much of an event's name stands in a text: “torch” and “Sochi” point to one event among hundreds. */
import type { Note } from './base.ts';
import { fold, IGNORED } from './fold.ts';
import { formText } from './form.ts';
import { addTo } from './lists.ts';
import { mix, SEED, type Tokens } from './tokens.ts';

/** Events by how much of their name stands in the text: over 0, up to 1 for all of it; rare words count for more. */
export type Likeness = ReadonlyMap<Note, number>;

/** Words of fewer letters are no help; longer ones are compared by their beginning, which cases leave as it is. */
const LEAST_LETTERS = 4;
const STEM_LETTERS = 6;
/** One word in common is chance, unless it is a name that hardly another event has (Sochi, Skripochka). */
const LEAST_SHARED = 2;
const MOST_SPREAD = 2;
/** Words that stand in many names (“First Soyuz is launched”) prove little even where all are there; in rare words. */
const ENOUGH_RARE = 2;

/** Hash of the first letters of `text[start, end)`, folded; 0 for a short word. */
function stemAt(text: string, start: number, end: number): number {
  let hash = SEED;
  let letters = 0;
  let stem = 0;
  for (let i = start; i < end; i++) {
    const folded = fold(text.charCodeAt(i));
    if (folded <= IGNORED) continue;
    if (letters < STEM_LETTERS) stem = hash = mix(hash, folded);
    letters++;
  }
  return letters < LEAST_LETTERS ? 0 : stem;
}

/** Where a stem stands: the number of a name, twice, plus one where it is written there as a proper name. */
type Posting = number;

interface Vocabulary {
  /** stem to the names it stands in */
  postings: Map<number, Posting[]>;
  /** in how many events' names each stem stands */
  spread: Map<number, number>;
  /** the event of each name, two names an event, and how much its words weigh together */
  events: Note[];
  whole: number[];
}

const rarity = (spread: number): number => 1 / Math.sqrt(spread);

const stemsOf = (text: string): Set<number> => {
  const stems = formText(text)
    .split(' ')
    .map((word) => stemAt(word, 0, word.length));
  return new Set(stems.filter((stem) => stem !== 0));
};

/** Words with a capital, the first left out: it may owe its capital to its place. */
const properOf = (text: string): Set<number> => stemsOf([...text.matchAll(/(?<=\s)\p{Lu}\S*/gu)].join(' '));

const made = new WeakMap<ReadonlyMap<string, Note>, Vocabulary>();

function vocabularyOf(notes: ReadonlyMap<string, Note>): Vocabulary {
  const known = made.get(notes);
  if (known) return known;
  const vocabulary: Vocabulary = { postings: new Map(), spread: new Map(), events: [], whole: [] };
  const { postings, spread, events, whole } = vocabulary;
  const words: Set<number>[] = [];
  for (const note of notes.values()) {
    if (note.kind !== 'event') continue;
    const both = [note.name.en, note.name.ru].map((name) => ({
      stems: stemsOf(name),
      proper: properOf(name),
    }));
    for (const stem of new Set(both.flatMap(({ stems }) => [...stems])))
      spread.set(stem, (spread.get(stem) ?? 0) + 1);
    for (const { stems, proper } of both) {
      for (const stem of stems) {
        const posting = events.length * 2 + (proper.has(stem) ? 1 : 0);
        addTo(postings, stem, posting);
      }
      events.push(note);
      words.push(stems);
    }
  }
  for (const stems of words) {
    let sum = 0;
    for (const stem of stems) sum += rarity(spread.get(stem) ?? 1);
    whole.push(sum);
  }
  made.set(notes, vocabulary);
  return vocabulary;
}

/**
 * @param notes the base's records, whose events' names are read once
 * @param lang of the text; in one that no name is written in, only proper names are compared
 */
export function likenessOf(tokens: Tokens, notes: ReadonlyMap<string, Note>, lang: string): Likeness {
  const { postings, spread, events, whole } = vocabularyOf(notes);
  const isWritten = lang === 'en' || lang === 'ru' || lang === 'und';
  const seen = new Set<number>();
  const rare = new Float64Array(events.length);
  const shared = new Uint8Array(events.length);
  for (let t = 0; t < tokens.count; t++) {
    const stem = stemAt(tokens.text, tokens.start[t] as number, tokens.end[t] as number);
    const places = stem === 0 ? undefined : postings.get(stem);
    if (!places || seen.has(stem)) continue;
    seen.add(stem);
    const names = spread.get(stem) ?? 1;
    for (const place of places) {
      const proper = (place & 1) === 1;
      if (!isWritten && !proper) continue;
      const at = place >> 1;
      rare[at] = (rare[at] as number) + rarity(names);
      shared[at] = (shared[at] as number) + (proper && names <= MOST_SPREAD ? LEAST_SHARED : 1);
    }
  }
  const likeness = new Map<Note, number>();
  events.forEach((event, at) => {
    if ((shared[at] as number) < LEAST_SHARED) return;
    const found = rare[at] as number;
    const share = (found / (whole[at] as number)) * Math.min(1, found / ENOUGH_RARE);
    if (share > (likeness.get(event) ?? 0)) likeness.set(event, share);
  });
  return likeness;
}
