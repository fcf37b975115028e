/** What the popup and the panel show for one page, in the reader's language. Plain data, sent as a message. */
import type { Kind } from '../facts/schema.ts';
import type { Base } from './base.ts';
import { cardOf, nameIn, type CardContext, type CardData } from './card.ts';
import { isSince } from './rank-dates.ts';
import type { Finding } from './types.ts';

export interface SummaryDate {
  date: string;
  end?: string;
  what: string;
  id: string;
  scheduled: boolean;
}

export interface SummaryClaim {
  /** the words of the article */
  surface: string;
  /** offset of those words, to scroll to them */
  start: number;
  card: CardData;
  verdict: string;
}

export interface SummaryHolder {
  office: string;
  officeId: string;
  then: string | null;
  thenId: string | null;
  thenActing: boolean;
  now: string | null;
  nowId: string | null;
  nowActing: boolean;
  asOf: string | null;
}

export interface SummaryTerm {
  id: string;
  name: string;
  kind: Kind;
  /** one line under the name */
  line: string | null;
  count: number;
}

export interface PageSummary {
  /** headline of the article */
  title: string;
  published: string | null;
  /** where the date was found: `json-ld`, `meta`, `time`, `address`, `given` or `unknown` */
  publishedFrom: string;
  /** background notes, best first; five to begin with, the rest behind “more” */
  topics: CardData[];
  /** most relevant first; ten to begin with */
  dates: SummaryDate[];
  /** what happened in this matter after the article appeared, in order of time */
  since: SummaryDate[];
  holders: SummaryHolder[];
  people: SummaryTerm[];
  claims: SummaryClaim[];
  terms: SummaryTerm[];
  /** the page was too long and only its first part was read */
  cut: boolean;
}

const MOST_TOPICS = 10;
const MOST_DATES = 30;
const MOST_SINCE = 6;

export function summaryOf(
  finding: Finding,
  base: Base,
  context: CardContext,
  page: { title: string; publishedFrom: string; cut: boolean },
): PageSummary {
  const { lang } = context;
  const name = (id: string | null): string | null => {
    const note = id === null ? undefined : base.notes.get(id);
    return note ? nameIn(note, lang) : null;
  };
  const date = (d: Finding['keyDates'][number]): SummaryDate => ({ ...d, what: name(d.id) ?? d.what });
  const term = (id: string): SummaryTerm[] => {
    const note = base.notes.get(id);
    const entity = finding.entities[id];
    if (!note || !entity) return [];
    const holds = thenHolds(finding, id);
    return [
      {
        id,
        name: nameIn(note, lang),
        kind: note.kind,
        line: holds ? name(holds) : (note.short?.[lang] ?? null),
        count: entity.count,
      },
    ];
  };
  const later = (d: SummaryDate) => isSince(d, finding.published);
  const dates = finding.keyDates.map(date);
  return {
    title: page.title,
    published: finding.published,
    publishedFrom: page.publishedFrom,
    topics: finding.topics.slice(0, MOST_TOPICS).flatMap((t) => {
      const note = base.notes.get(t.id);
      return note ? [cardOf(note, base, context)] : [];
    }),
    dates: dates.filter((d) => !later(d)).slice(0, MOST_DATES),
    since: dates
      .filter(later)
      .slice(0, MOST_SINCE)
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
    holders: finding.thenAndNow.map((t) => ({
      ...t,
      office: name(t.officeId) ?? t.office,
      then: name(t.thenId),
      now: name(t.nowId),
    })),
    people: finding.people.flatMap(term),
    claims: finding.claims.flatMap((c) => {
      const note = base.notes.get(c.id);
      return note
        ? [
            {
              surface: c.surface,
              start: c.start,
              card: cardOf(note, base, context),
              verdict: note.verdict ?? 'contested',
            },
          ]
        : [];
    }),
    terms: Object.keys(finding.entities)
      .flatMap(term)
      .sort((a, b) => b.count - a.count),
    cut: page.cut,
  };
}

/** The office somebody held when the article appeared. */
const thenHolds = (finding: Finding, person: string): string | null =>
  finding.thenAndNow.find((t) => t.thenId === person)?.officeId ?? null;
