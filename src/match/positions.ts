/** What the partners have said on a topic, side by side: now, and when the article appeared. Pure. */
import { compareDates, firstDay } from '../facts/dates.ts';
import type { FactSource } from '../facts/schema.ts';
import type { Base, Note } from './base.ts';
import { nameIn, say, type CardContext } from './card.ts';

export interface CardSaid {
  said: string;
  date: string;
  source: FactSource;
}

export interface CardPosition {
  partyId: string;
  party: string;
  /** the latest */
  now: CardSaid;
  /** the latest when the article appeared, where that was another; null where it is the same, or nothing is known */
  then: CardSaid | null;
  /** the latest was said after the article appeared */
  later: boolean;
}

/** @returns one row a party in order of their names, which favours nobody; [] for most records */
export function positionsOf(note: Note, base: Base, context: CardContext): CardPosition[] {
  const { lang, published } = context;
  const parties = new Map<string, CardSaid[]>();
  for (const { party, said, date, source } of note.positions ?? []) {
    const cited = note.sources[source];
    if (!cited) continue;
    const list = parties.get(party) ?? [];
    list.push({ said: say(said, lang) ?? '', date, source: cited });
    parties.set(party, list);
  }
  return [...parties]
    .flatMap(([partyId, list]): CardPosition[] => {
      const inTime = [...list].sort((a, b) => compareDates(a.date, b.date));
      const now = inTime.at(-1);
      const target = base.notes.get(partyId);
      if (!now) return [];
      const before = published ? inTime.findLast((s) => firstDay(s.date) <= firstDay(published)) : undefined;
      const later = published !== null && firstDay(now.date) > firstDay(published);
      const party = target ? nameIn(target, lang) : partyId;
      return [{ partyId, party, now, then: later ? (before ?? null) : null, later }];
    })
    .sort((a, b) => (a.party < b.party ? -1 : 1));
}
