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
export function rankTopics(tokens: Tokens, hits: readonly Hit[], weights: Weights, base: Base, titleEnd: number): FoundTopic[] {
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
const SOON_AFTER = 900;

/** Events a reader needs, best first. Without a date of the article, today's stands in for it. */
export function rankDates(weights: Weights, topics: readonly FoundTopic[], base: Base, published: string | null, today: string): KeyDate[] {
  const at = dayNumber(published ?? today);
  const end = lastDay(published ?? today);
  const topical = new Map<string, number>();
  topics.slice(0, 5).forEach((topic, rank) => {
    (base.notes.get(topic.id)?.relations?.about ?? []).forEach((id, i) => {
      topical.set(id, Math.max(topical.get(id) ?? 0, 1.6 / (1 + rank * 0.4) / (1 + i * 0.15)));
    });
  });
  const scored: { event: Note; score: number }[] = [];
  for (const event of base.notes.values()) {
    if (event.kind !== 'event' || !event.date || event.status === 'cancelled') continue;
    const about = event.relations?.about ?? [];
    let score = 0;
    about.forEach((id, i) => {
      const share = 1 / (1 + i * 0.4);
      score += (weights.get(id) ?? 0) * rarity(id) * share + (topical.get(id) ?? 0) * share * 0.8;
    });
    score += topical.get(event.id) ?? 0;
    if (score < 0.4) continue;
    const away = dayNumber(event.date) - at;
    const later = firstDay(event.date) > end;
    if (!later && -away <= JUST_BEFORE) score += 1.8 * (1 + away / JUST_BEFORE);
    if (later && event.status === 'scheduled' && away <= SOON_AFTER * 3) score += 1.2;
    // What came after the article is for “since this article”, not for its own background.
    if (later && event.status !== 'scheduled' && published) score -= 1.5;
    score *= [0, 0.7, 1, 1.5][event.weight ?? 2] ?? 1;
    scored.push({ event, score });
  }
  scored.sort((a, b) => b.score - a.score || (a.event.id < b.event.id ? -1 : 1));
  return distinct(scored.map((s) => s.event)).map((e) => ({
    date: e.date ?? '',
    ...(e.end ? { end: e.end } : {}),
    what: e.name.en,
    id: e.id,
    scheduled: e.status === 'scheduled',
  }));
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
