/** Which dates help a reader of one article: of what it is about, near its own day, and those it names. */
import { dayNumber, firstDay, lastDay } from '../facts/dates.ts';
import type { Base, Note } from './base.ts';
import type { Likeness } from './event-words.ts';
import type { Weights } from './rank.ts';
import type { FoundTopic, KeyDate } from './types.ts';

export interface DateContext {
  /** null when unknown: then nothing counts as near */
  published: string | null;
  /** of `yearsIn` */
  years: ReadonlyMap<string, number>;
  /** of `datesIn`: days and months the text names */
  named: ReadonlySet<string>;
  /** how much of an event's name stands in the text */
  likeness: Likeness;
}

interface Scored {
  event: Note;
  score: number;
}

/** Below this an event has too little to do with the article: at first sight, and when all is counted. */
const LEAST = 0.25;
const LEAST_SHOWN = 1.2;
/** What happened long after the article is told apart from its key dates, and counts less from the start. */
const LEAST_SINCE = 0.4;
/** At most so many of the years an article names are each given their best event among the first dates. */
const MOST_YEARS = 7;
/** An event of this worth gets all of what its year adds, a lesser one its share. */
const WHOLE = 2.5;
/** What naming it adds to an event: its year, its month, its day. */
const NAMED_YEAR = 4;
const NAMED_MONTH = 3;
const NAMED_DAY = 6;
/** An event this much alike is looked at even when nothing it is about is named. */
const ALIKE = 0.4;
/** What an event adds whose whole name stands in the text. */
const SAME_WORDS = 4;

/** Events a reader needs, best first. */
export function rankDates(
  weights: Weights,
  topics: readonly FoundTopic[],
  base: Base,
  context: DateContext,
): KeyDate[] {
  const topical = worthByTopic(topics, base);
  const scored = candidates(weights, topical, base, context.likeness).flatMap((event): Scored[] => {
    const score = relevance(event, weights, topical, base) + (context.likeness.get(event) ?? 0);
    return score < LEAST
      ? []
      : [{ event, score: score * timeliness(event, context) + naming(event, context) }];
  });
  const order = (a: Scored, b: Scored) => b.score - a.score || (a.event.id < b.event.id ? -1 : 1);
  scored.sort(order);
  // The article names a year: its best event explains what happened, or was to happen, then.
  const years = [...context.years].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_YEARS);
  for (const [year] of years) {
    const best = scored.find(({ event }) => event.date?.startsWith(year) && explains(event, context));
    if (best) best.score += NAMED_YEAR * Math.min(1, best.score / WHOLE);
  }
  scored.sort(order);
  const kept = scored.filter(
    ({ event, score }) => score >= (isSince(keyDate(event), context.published) ? LEAST_SINCE : LEAST_SHOWN),
  );
  return distinct(kept.map((s) => s.event)).map(keyDate);
}

const keyDate = ({ date = '', end, name, id, status }: Note): KeyDate => ({
  date,
  ...(end ? { end } : {}),
  what: name.en,
  id,
  scheduled: status === 'scheduled',
});

/** Events about anything the article or its topics touch, each once, in the order of the base's lists. */
function candidates(
  weights: Weights,
  topical: ReadonlyMap<string, number>,
  base: Base,
  likeness: Likeness,
): Note[] {
  const found = new Set<Note>();
  const add = (event: Note | undefined) => {
    if (event?.kind === 'event' && event.date && event.status !== 'cancelled') found.add(event);
  };
  for (const id of [...weights.keys(), ...topical.keys()]) base.eventsOf.get(id)?.forEach(add);
  for (const id of topical.keys()) add(base.notes.get(id));
  for (const [event, share] of likeness) if (share >= ALIKE) add(event);
  return [...found];
}

/** What an event is about is listed by importance, but of a crew the last is no less than the second. */
const MOST_LOSS = 2;

/** Things that are themselves something that happened: an article that names one wants its dates. */
const OWN: ReadonlySet<Note['kind']> = new Set(['flight', 'incident', 'agreement', 'law']);
const OWN_SHARE = 2.2;

function relevance(event: Note, weights: Weights, topical: ReadonlyMap<string, number>, base: Base): number {
  let score = topical.get(event.id) ?? 0;
  (event.relations?.about ?? []).forEach((id, i) => {
    const own = i === 0 && weights.has(id) && OWN.has(base.notes.get(id)?.kind ?? 'event');
    const share = (own ? OWN_SHARE : 1) / (1 + Math.min(i, MOST_LOSS) * 0.4);
    score += ((weights.get(id) ?? 0) + (topical.get(id) ?? 0) * 0.8) * specific(id, base) * share;
  });
  return score * ([0, 0.75, 1, 1.25][event.weight ?? 2] ?? 1);
}

/** A record that few events are about says more than one that hundreds are about. */
const specific = (id: string, base: Base): number =>
  1 / (1 + Math.log2(1 + (base.eventsOf.get(id)?.length ?? 0) / 3) * 0.6);

function worthByTopic(topics: readonly FoundTopic[], base: Base): Map<string, number> {
  const topical = new Map<string, number>();
  topics.slice(0, 5).forEach((topic, rank) => {
    (base.notes.get(topic.id)?.relations?.about ?? []).forEach((id, i) => {
      topical.set(id, Math.max(topical.get(id) ?? 0, 1.6 / (1 + rank * 0.4) / (1 + i * 0.15)));
    });
  });
  return topical;
}

/** How near in time an event must be to be news to the article: before it and after it, in days. */
const JUST_BEFORE = 120;
const JUST_AFTER = 75;
/** What is over and not said by the text to matter is worth a little less. */
const LONG_PAST = 0.8;
/** Scheduled events further ahead than this say little to an old article; in days. */
const FAR_AHEAD = 2500;

/** What the distance between event and article makes of an event's worth. */
function timeliness(event: Note, { published }: DateContext): number {
  if (!published || !event.date) return 1;
  const away = dayNumber(event.date) - dayNumber(published);
  if (firstDay(event.date) <= lastDay(published))
    return -away <= JUST_BEFORE ? LONG_PAST + 2 * (1 + away / JUST_BEFORE) : LONG_PAST;
  if (away <= JUST_AFTER) return 1 + 1.2 * (1 - away / JUST_AFTER);
  if (event.status === 'scheduled' || event.date.length === 4) return away <= FAR_AHEAD ? 1.4 : 0.6;
  return 0.4;
}

/**
 * Happened after the article: said under “since this article”. A bare year is what was planned at some time.
 * @param published null when unknown: then nothing did
 */
export const isSince = (
  { date, scheduled }: Pick<KeyDate, 'date' | 'scheduled'>,
  published: string | null,
): boolean => published !== null && date.length > 4 && !scheduled && firstDay(date) > lastDay(published);

/** What the text itself says of the event: its day, its month, its words. */
function naming(event: Note, { named, likeness }: DateContext): number {
  const date = event.date ?? '';
  const day = date.length === 10 && named.has(date) ? NAMED_DAY : 0;
  const month = !day && date.length > 4 && named.has(date.slice(0, 7)) ? NAMED_MONTH : 0;
  return day + month + SAME_WORDS * (likeness.get(event) ?? 0);
}

/** For a year ahead of the article only what was planned for it explains its naming. */
function explains(event: Note, { published }: DateContext): boolean {
  if (!published || !event.date || event.date.slice(0, 4) <= published.slice(0, 4)) return true;
  return event.status === 'scheduled' || event.date.length === 4;
}

/** Two events of one day about the same record: the first is enough until the rest have been shown. */
function distinct(events: readonly Note[]): Note[] {
  const seen = new Set<string>();
  const first: Note[] = [];
  const rest: Note[] = [];
  for (const event of events) {
    const key = `${event.date} ${event.relations?.about?.[0] ?? ''}`;
    if (seen.has(key)) rest.push(event);
    else first.push(event);
    seen.add(key);
  }
  return [...first, ...rest];
}
