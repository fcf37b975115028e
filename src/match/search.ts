/** Search over the whole base, for the popup and the panel: every word of the query must begin a word of a record. */
import { compareDates } from '../facts/dates.ts';
import type { Kind } from '../facts/schema.ts';
import type { Base, Note } from './base.ts';
import { nameIn, say, type NoteLang } from './card.ts';
import { aliasesOf } from './find.ts';
import { formText } from './form.ts';

export interface SearchHit {
  id: string;
  kind: Kind;
  name: string;
  line: string;
}

const MOST = 40;

/** @returns best first: names before aliases before notes; [] for an empty query */
export function search(query: string, base: Base, lang: NoteLang): SearchHit[] {
  const words = formText(query).split(' ').filter(Boolean);
  if (!words.length) return [];
  const scored: { note: Note; score: number }[] = [];
  for (const { note, names, aliases, rest } of foldedOf(base)) {
    const score = Math.max(3 * share(words, names), 2.5 * share(words, aliases), share(words, rest));
    if (score > 0) scored.push({ note, score: score + (note.kind === 'event' ? 0 : 0.2) });
  }
  return scored
    .sort((a, b) => b.score - a.score || (nameIn(a.note, lang) < nameIn(b.note, lang) ? -1 : 1))
    .slice(0, MOST)
    .map(({ note }) => hitOf(note, lang));
}

/** A record as lists show it. */
export const hitOf = (note: Note, lang: NoteLang): SearchHit => ({
  id: note.id,
  kind: note.kind,
  name: nameIn(note, lang),
  line: lineOf(note, lang),
});

/** Texts of a record, folded, with a space before and after every word. */
interface Folded {
  note: Note;
  names: string;
  aliases: string;
  rest: string;
}

/** Folding the whole base takes a tenth of a second: once, not at every letter typed. */
const folded = new WeakMap<Base, Folded[]>();

function foldedOf(base: Base): Folded[] {
  const known = folded.get(base);
  if (known) return known;
  const spaced = (texts: readonly (string | undefined)[]) => ` ${formText(texts.filter(Boolean).join(' '))} `;
  const made = [...base.notes.values()].map((note) => ({
    note,
    names: spaced(Object.values(note.name)),
    aliases: spaced(aliasesOf(note)),
    rest: spaced([note.note?.en, note.note?.ru, note.short?.en, note.short?.ru, note.date]),
  }));
  folded.set(base, made);
  return made;
}

/** 1 when every word is a word of the text, 0.8 when every one begins a word, else 0. */
function share(words: readonly string[], text: string): number {
  if (!words.every((word) => text.includes(` ${word}`))) return 0;
  return words.every((word) => text.includes(` ${word} `)) ? 1 : 0.8;
}

const lineOf = (note: Note, lang: NoteLang): string =>
  say(note.short, lang) ?? note.date ?? say(note.note, lang) ?? '';

export interface TimelineItem {
  id: string;
  date: string;
  end?: string;
  what: string;
  weight: number;
  scheduled: boolean;
}

/** Every event, in order of time. */
export function timeline(base: Base, lang: NoteLang): TimelineItem[] {
  return [...base.notes.values()]
    .filter((n) => n.kind === 'event' && n.date && n.status !== 'cancelled')
    .sort((a, b) => compareDates(a.date ?? '', b.date ?? ''))
    .map((n) => ({
      id: n.id,
      date: n.date ?? '',
      ...(n.end ? { end: n.end } : {}),
      what: nameIn(n, lang),
      weight: n.weight ?? 2,
      scheduled: n.status === 'scheduled',
    }));
}
