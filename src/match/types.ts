/** Shapes that finding gives to the page, the popup and the command line. Plain data, safe to send as a message. */
import type { Kind } from '../facts/schema.ts';

/** What was read from a page or given on the command line. */
export interface Article {
  title: string;
  /** paragraphs with a line break between; offsets below are into `title + "\n" + text` */
  text: string;
  /** language as an ISO 639-1 code, `und` when unknown */
  lang: string;
  /** date of publication to the precision known, null when unknown */
  published: string | null;
  /** offsets at which a section begins, ascending; none means one section */
  sections?: readonly number[];
  /** spans of headings, where names are counted and never underlined; [start, end) pairs, ascending */
  headings?: readonly (readonly [number, number])[];
  /** description and keywords of the page's metadata */
  meta?: string;
  url?: string;
}

/** A name in the text. Offsets are UTF-16 code units into `title + "\n" + text`, end exclusive. */
export interface Mention {
  start: number;
  end: number;
  surface: string;
  id: string;
  /** to be underlined: the first of its section, outside headings */
  mark: boolean;
}

export interface FoundClaim {
  start: number;
  end: number;
  surface: string;
  id: string;
  note: string;
}

export interface KeyDate {
  date: string;
  end?: string;
  what: string;
  id: string;
  scheduled: boolean;
}

export interface ThenNow {
  office: string;
  officeId: string;
  then: string | null;
  thenId: string | null;
  thenActing: boolean;
  now: string | null;
  nowId: string | null;
  nowActing: boolean;
  /** “as of” of the record that says who holds it now */
  asOf: string | null;
}

export interface FoundTopic {
  id: string;
  title: string;
  score: number;
}

export interface Relevance {
  show: boolean;
  /** 0 to 1; shown from 0.5 */
  score: number;
  /** why, in words a contributor can act on */
  reasons: string[];
}

export interface Finding extends Relevance {
  lang: string;
  published: string | null;
  mentions: Mention[];
  entities: Record<string, { name: string; kind: Kind; aliases: string[]; count: number }>;
  topics: FoundTopic[];
  keyDates: KeyDate[];
  people: string[];
  thenAndNow: ThenNow[];
  claims: FoundClaim[];
}
