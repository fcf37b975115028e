/** A record as the reader sees it on the card, in the popup and on the command line. Pure; texts in one language. */
import { compareDates, dayNumber } from '../facts/dates.ts';
import type { Bilingual, FactSource, Kind, NameLang } from '../facts/schema.ts';
import { holderOn, type Base, type Note } from './base.ts';
import { positionsOf, type CardPosition } from './positions.ts';

/** Languages notes are written in. */
export type NoteLang = 'en' | 'ru';

export interface CardDate {
  date: string;
  end?: string;
  what: string;
  id: string;
  scheduled: boolean;
}

export interface CardRole {
  office: string;
  officeId: string;
  from: string;
  to: string | null;
  acting: boolean;
}

export interface CardState {
  state: string;
  from: string | null;
  to: string | null;
}

/** Who or what it was when the article appeared, and is now. */
export interface CardThenNow {
  office: string;
  then: string | null;
  thenActing: boolean;
  now: string | null;
  nowActing: boolean;
  changed: boolean;
}

export interface CardData {
  id: string;
  kind: Kind;
  name: string;
  short: string | null;
  note: string | null;
  why: string | null;
  disputed: string | null;
  /** an event's own date; what else has one says it in `states` */
  when: { date: string; end?: string; scheduled: boolean } | null;
  /** what the partners have said, one row each */
  positions: CardPosition[];
  roles: CardRole[];
  states: CardState[];
  dates: CardDate[];
  thenNow: CardThenNow | null;
  asOf: string | null;
  checked: string;
  /** past its review date on the reader's day */
  stale: boolean;
  sources: FactSource[];
  related: { id: string; name: string; kind: Kind }[];
}

export interface CardContext {
  lang: NoteLang;
  /** date of the article, null when unknown */
  published: string | null;
  today: string;
}

export const say = (text: Bilingual | undefined, lang: NoteLang): string | null =>
  text ? (text[lang] ?? text.en) : null;

export const nameIn = (note: Pick<Note, 'name'>, lang: NameLang): string => note.name[lang] ?? note.name.en;

/** Dates on a card: few, and those nearest to the article. */
const MOST_DATES = 4;

export function cardOf(note: Note, base: Base, context: CardContext): CardData {
  const { lang } = context;
  const nameOf = (id: string) => {
    const target = base.notes.get(id);
    return target ? nameIn(target, lang) : id;
  };
  return {
    id: note.id,
    kind: note.kind,
    name: nameIn(note, lang),
    short: say(note.short, lang),
    note: say(note.note, lang),
    why: say(note.why, lang),
    disputed: say(note.disputed, lang),
    when: whenOf(note),
    positions: positionsOf(note, base, context),
    roles: (note.roles ?? [])
      .map((r) => ({
        office: nameOf(r.office),
        officeId: r.office,
        from: r.from,
        to: r.to ?? null,
        acting: r.acting === true,
      }))
      .sort((a, b) => compareDates(b.from, a.from)),
    states: (note.states ?? []).map((s) => ({ state: s.state, from: s.from ?? null, to: s.to ?? null })),
    dates: datesOf(note, base, context),
    thenNow: thenNowOf(note, base, context),
    asOf: note.asOf ?? null,
    checked: note.checked,
    stale: note.reviewBy !== undefined && note.reviewBy < context.today,
    // Agencies, laws and treaty texts before the press; within a tier as the editor put them.
    sources: [...note.sources].sort((a, b) => a.tier - b.tier),
    related: relatedOf(note, base, lang),
  };
}

/** A cancelled event has a date on which nothing happens. */
function whenOf({ kind, date, end, status }: Note): CardData['when'] {
  if (kind !== 'event' || date === undefined || status === 'cancelled') return null;
  return { date, ...(end ? { end } : {}), scheduled: status === 'scheduled' };
}

/** The record's events: the weightiest near the article, in order of time. */
function datesOf(note: Note, base: Base, { lang, published, today }: CardContext): CardDate[] {
  const at = dayNumber(published ?? today);
  const worth = (e: Note) =>
    (e.weight ?? 2) * 2 +
    (e.relations?.about?.[0] === note.id ? 2 : 0) -
    Math.min(4, Math.abs(dayNumber(e.date ?? '2000') - at) / 1500);
  const events = [...(base.eventsOf.get(note.id) ?? [])].filter((e) => e.status !== 'cancelled');
  events.sort((a, b) => worth(b) - worth(a) || compareDates(a.date ?? '', b.date ?? ''));
  return events
    .slice(0, MOST_DATES)
    .sort((a, b) => compareDates(a.date ?? '', b.date ?? ''))
    .map((e) => ({
      date: e.date ?? '',
      ...(e.end ? { end: e.end } : {}),
      what: nameIn(e, lang),
      id: e.id,
      scheduled: e.status === 'scheduled',
    }));
}

/** For an office: its holders. For a person: the office held then, and who holds it now. */
function thenNowOf(note: Note, base: Base, { lang, published, today }: CardContext): CardThenNow | null {
  const office = note.kind === 'office' ? note : officeHeld(note, base, published ?? today);
  const held = office && base.holdersOf.get(office.id);
  if (!held) return null;
  const then = published ? holderOn(held, office.id, published) : null;
  const now = holderOn(held, office.id, today);
  if (!then && !now) return null;
  return {
    office: nameIn(office, lang),
    then: then ? nameIn(then.note, lang) : null,
    thenActing: then?.acting ?? false,
    now: now ? nameIn(now.note, lang) : null,
    nowActing: now?.acting ?? false,
    changed: then !== null && (then.note.id !== now?.note.id || then.acting !== now?.acting),
  };
}

/** The office a person held on a date; else the last one held before it. */
function officeHeld(person: Note, base: Base, date: string): Note | null {
  const roles = [...(person.roles ?? [])].sort((a, b) => compareDates(b.from, a.from));
  const role = roles.find((r) => dayNumber(r.from) <= dayNumber(date)) ?? roles[0];
  return role ? (base.notes.get(role.office) ?? null) : null;
}

const MOST_RELATED = 6;

function relatedOf(note: Note, base: Base, lang: NoteLang): CardData['related'] {
  const ids = new Set(Object.values(note.relations ?? {}).flat());
  for (const role of note.roles ?? []) ids.add(role.office);
  if (note.of) ids.add(note.of);
  ids.delete(note.id);
  const found: CardData['related'] = [];
  for (const id of ids) {
    const target = base.notes.get(id);
    if (target) found.push({ id, name: nameIn(target, lang), kind: target.kind });
  }
  return found.slice(0, MOST_RELATED);
}
