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
  for (const note of base.notes.values()) {
    const score = Math.max(
      3 * share(words, Object.values(note.name).join(' ')),
      2.5 * share(words, aliasesOf(note).join(' ')),
      share(
        words,
        [note.note?.en, note.note?.ru, note.short?.en, note.short?.ru, note.date].filter(Boolean).join(' '),
      ),
    );
    if (score > 0) scored.push({ note, score: score + (note.kind === 'event' ? 0 : 0.2) });
  }
  return scored
    .sort((a, b) => b.score - a.score || (nameIn(a.note, lang) < nameIn(b.note, lang) ? -1 : 1))
    .slice(0, MOST)
    .map(({ note }) => ({
      id: note.id,
      kind: note.kind,
      name: nameIn(note, lang),
      line: lineOf(note, lang),
    }));
}

function share(words: readonly string[], text: string): number {
  const all = formText(text).split(' ');
  const found = words.filter((w) => all.some((other) => other.startsWith(w)));
  if (found.length < words.length) return 0;
  return words.every((w) => all.includes(w)) ? 1 : 0.8;
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
