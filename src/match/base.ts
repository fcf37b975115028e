/** The compiled base: the index for finding, and the records with their notes, by id. */
import { compareDates, firstDay, lastDay } from '../facts/dates.ts';
import type { Fact } from '../facts/schema.ts';
import { eventsOfFlights } from './flights.ts';
import { addTo } from './lists.ts';
import type { FindIndex } from './compile.ts';
import { makeMatcher, type Index, type Matcher } from './matcher.ts';

/** A record as shipped: what only the index needs is left out. */
export type Note = Omit<Fact, 'file' | 'rules' | 'cues'>;

export interface Base {
  matcher: Matcher;
  notes: ReadonlyMap<string, Note>;
  /** events by the records they are about, in order of time */
  eventsOf: ReadonlyMap<string, readonly Note[]>;
  /** those who hold or held an office, by the office, in the order of the notes */
  holdersOf: ReadonlyMap<string, readonly Note[]>;
  offices: readonly { office: Note; held: readonly Note[]; heads: boolean }[];
  /** day on which the latest record was checked, `YYYY-MM-DD` */
  checked: string;
}

/**
 * @param notes the records as shipped, or how to come by them: most pages are told by the index alone, and then the
 * notes are not even parsed
 */
export function makeBase(index: Index | FindIndex, notes: readonly Note[] | (() => readonly Note[])): Base {
  let records: Omit<Base, 'matcher'> | undefined;
  const made = () => (records ??= recordsOf(typeof notes === 'function' ? notes() : notes));
  return {
    matcher: makeMatcher(index),
    get notes() {
      return made().notes;
    },
    get eventsOf() {
      return made().eventsOf;
    },
    get holdersOf() {
      return made().holdersOf;
    },
    get offices() {
      return made().offices;
    },
    get checked() {
      return made().checked;
    },
  };
}

function recordsOf(shipped: readonly Note[]): Omit<Base, 'matcher'> {
  const notes = [...shipped, ...eventsOfFlights(shipped)];
  const eventsOf = listed(notes, (n) => (n.kind === 'event' ? (n.relations?.about ?? []) : []));
  for (const list of eventsOf.values()) list.sort((a, b) => compareDates(a.date ?? '', b.date ?? ''));
  const holdersOf = listed(notes, (n) => new Set(n.roles?.map((r) => r.office)));
  const led = new Set<string | undefined>();
  const offices = notes
    .filter((n) => n.kind === 'office')
    .map((office) => {
      const heads = !led.has(office.of);
      led.add(office.of);
      return { office, held: holdersOf.get(office.id) ?? [], heads };
    });
  return {
    notes: new Map(notes.map((n) => [n.id, n])),
    eventsOf,
    holdersOf,
    offices,
    checked: shipped.reduce((latest, { checked }) => (checked > latest ? checked : latest), ''),
  };
}

/** Notes under each of their keys. */
function listed(notes: readonly Note[], keysOf: (note: Note) => Iterable<string>): Map<string, Note[]> {
  const lists = new Map<string, Note[]>();
  for (const note of notes) {
    for (const key of keysOf(note)) addTo(lists, key, note);
  }
  return lists;
}

/**
 * The reader's day, unless the clock cannot be right: no day comes before the one on which the base was last checked.
 * Without this a clock reset to 1970 would name nobody as holding any office now.
 */
export const presentDay = ({ checked }: Pick<Base, 'checked'>, today: string): string =>
  today < checked ? checked : today;

/** Takes out of a fact what a reader never sees. */
export function noteOf({ file: _file, rules: _rules, cues: _cues, ...note }: Fact): Note {
  return note;
}

export interface Holding {
  note: Note;
  acting: boolean;
  from: string;
  to: string | undefined;
}

/** Who held an office on a date; the latest to take it where the precision leaves two. Null: nobody known. */
export function holderOn(notes: Iterable<Note>, office: string, date: string): Holding | null {
  let best: Holding | null = null;
  for (const note of notes) {
    for (const role of note.roles ?? []) {
      if (role.office !== office || firstDay(role.from) > lastDay(date)) continue;
      if (role.to && lastDay(role.to) < firstDay(date)) continue;
      if (!best || compareDates(role.from, best.from) >= 0) {
        best = { note, acting: role.acting === true, from: role.from, to: role.to };
      }
    }
  }
  return best;
}
