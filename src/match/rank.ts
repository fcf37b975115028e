/** What matters here? Background notes, people and key dates in order of worth for one article. */
import { dayNumber, firstDay, lastDay } from '../facts/dates.ts';
import type { Base, Note } from './base.ts';
import type { Link } from './link.ts';
import type { Hit } from './matcher.ts';
import type { Tokens } from './tokens.ts';
import type { FoundTopic, KeyDate } from './types.ts';

/** Worth of each record to the article, 0 and up: how often, how early. */
export type Weights = Map<string, number>;

/** A mention in the headline is worth this many in the body; one in the first words, this many. */
const IN_TITLE = 3;
const IN_LEAD = 1.7;
const LEAD_WORDS = 110;

export function weigh(tokens: Tokens, links: readonly Link[], base: Base, titleEnd: number): Weights {
  const raw: Weights = new Map();
  for (const { entity, first } of links) {
    const id = base.matcher.index.entities[entity]?.[0] ?? '';
    const place = (tokens.start[first] as number) < titleEnd ? IN_TITLE : first < LEAD_WORDS ? IN_LEAD : 1;
    raw.set(id, (raw.get(id) ?? 0) + place);
  }
  // The tenth mention says little more than the fourth.
  return new Map([...raw].map(([id, n]) => [id, Math.log2(1 + n)]));
}

/** Records so common in this news that naming them says little about the subject. */
const COMMON = new Set(['iss', 'nasa', 'roscosmos', 'esa', 'spacex']);
const rarity = (id: string): number => (COMMON.has(id) ? 0.35 : 1);

/** Topics with enough support, best first. */
export function rankTopics(
  tokens: Tokens,
  hits: readonly Hit[],
  weights: Weights,
  base: Base,
  titleEnd: number,
): FoundTopic[] {
  const cues = new Map<string, { places: Set<number>; title: number }>();
  for (const { target, first } of hits) {
    if (target.kind !== 'topic') continue;
    const id = base.matcher.index.topics[target.at]?.[0] ?? '';
    const cue = cues.get(id) ?? { places: new Set<number>(), title: 0 };
    cue.places.add(first);
    if ((tokens.start[first] as number) < titleEnd) cue.title++;
    cues.set(id, cue);
  }
  const found: FoundTopic[] = [];
  for (const [id] of base.matcher.index.topics) {
    const note = base.notes.get(id);
    if (!note) continue;
    const about = note.relations?.about ?? [];
    let score = 0;
    about.forEach((record, rank) => {
      score += ((weights.get(record) ?? 0) * rarity(record)) / (1 + rank * 0.35);
    });
    const cue = cues.get(id);
    if (cue) score += 1.2 * Math.log2(1 + cue.places.size) + 1.5 * cue.title;
    if (score >= MIN_TOPIC) found.push({ id, title: note.name.en, score: Math.round(score * 100) / 100 });
  }
  return found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

const MIN_TOPIC = 1.6;

/** How near in time an event must be to be news to the article, in days. */
const JUST_BEFORE = 120;
/** Scheduled events further ahead than this say little to an old article; in days. */
const FAR_AHEAD = 2500;

/**
 * Years that the text speaks of, with how often; the article's own is left out, since every article names it.
 * Numbers from 1955 on that stand alone are years in this news far more often than anything else.
 */
export function yearsIn(tokens: Tokens, own: string | null): Map<string, number> {
  const years = new Map<string, number>();
  for (let t = 0; t < tokens.count; t++) {
    if ((tokens.end[t] as number) - (tokens.start[t] as number) !== 4) continue;
    const word = tokens.text.slice(tokens.start[t], tokens.end[t]);
    if (/^(19[5-9]\d|20[0-4]\d)$/.test(word) && word !== own?.slice(0, 4))
      years.set(word, (years.get(word) ?? 0) + 1);
  }
  return years;
}

/** At most so many of the years an article names are each given their best event among the first dates. */
const MOST_YEARS = 7;
/** What naming its year adds to an event. */
const NAMED_YEAR = 4;

interface Scored {
  event: Note;
  score: number;
}

export interface DateContext {
  /** null when unknown: then nothing counts as near */
  published: string | null;
  /** of {@link yearsIn} */
  years: ReadonlyMap<string, number>;
}

/** Events a reader needs, best first. */
export function rankDates(
  weights: Weights,
  topics: readonly FoundTopic[],
  base: Base,
  context: DateContext,
): KeyDate[] {
  const scored: Scored[] = [];
  const topical = worthByTopic(topics, base);
  for (const event of base.notes.values()) {
    if (event.kind !== 'event' || !event.date || event.status === 'cancelled') continue;
    let score = topical.get(event.id) ?? 0;
    (event.relations?.about ?? []).forEach((id, i) => {
      const share = 1 / (1 + i * 0.4);
      score += ((weights.get(id) ?? 0) + (topical.get(id) ?? 0) * 0.8) * specific(id, base) * share;
    });
    if (score < 0.25) continue;
    score *= [0, 0.75, 1, 1.25][event.weight ?? 2] ?? 1;
    scored.push({ event, score: score + timeliness(event, context) });
  }
  const order = (a: Scored, b: Scored) => b.score - a.score || (a.event.id < b.event.id ? -1 : 1);
  scored.sort(order);
  // The article names a year: its best event explains what happened, or was to happen, then.
  const named = [...context.years].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_YEARS);
  for (const [year] of named) {
    const best = scored.find(({ event }) => event.date?.startsWith(year) && explains(event, context));
    if (best) best.score += NAMED_YEAR;
  }
  scored.sort(order);
  return distinct(scored.map((s) => s.event)).map((e) => ({
    date: e.date ?? '',
    ...(e.end ? { end: e.end } : {}),
    what: e.name.en,
    id: e.id,
    scheduled: e.status === 'scheduled',
  }));
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

/** What happened just before, and what is ahead; what came after the article belongs to “since this article”. */
function timeliness(event: Note, { published }: DateContext): number {
  if (!published || !event.date) return 0;
  const away = dayNumber(event.date) - dayNumber(published);
  if (firstDay(event.date) <= lastDay(published))
    return -away <= JUST_BEFORE ? 2.4 * (1 + away / JUST_BEFORE) : 0;
  if (event.status === 'scheduled') return away <= FAR_AHEAD ? 0.8 : 0;
  return -1.2;
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
