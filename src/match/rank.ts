/** What matters here? Background notes, people and key dates in order of worth for one article. */
import type { Base } from './base.ts';
import type { Link } from './link.ts';
import type { Hit } from './matcher.ts';
import type { Tokens } from './tokens.ts';
import type { FoundTopic } from './types.ts';

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
