/** The whole finding, from an article to what the reader can be shown. Pure: no clock, no locale. */
import { firstDay, lastDay } from '../facts/dates.ts';
import type { Base, Note } from './base.ts';
import { findClaims } from './claims.ts';
import { datesIn, yearsIn } from './dates-in-text.ts';
import { count } from './evidence.ts';
import { likenessOf } from './event-words.ts';
import { link, type Link } from './link.ts';
import { addTo } from './lists.ts';
import type { Hit } from './matcher.ts';
import { scan } from './scan.ts';
import { rankDates } from './rank-dates.ts';
import { rankTopics, weigh } from './rank.ts';
import { judge, mayShow } from './relevance.ts';
import { thenAndNow } from './then-now.ts';
import { tokenise, type Tokens } from './tokens.ts';
import type { Article, Finding, FoundClaim, Mention } from './types.ts';
import { usefulLinks } from './useful.ts';

/** At most so many underlines in one paragraph. */
const MARKS_PER_PARAGRAPH = 4;

/**
 * @param today `YYYY-MM-DD`; decides who holds an office now
 * @returns what was found; `show` says whether the page is about the partnership at all. Never throws on text.
 */
export function find(article: Article, base: Base, today: string): Finding {
  const reading = read(article, base);
  return explain(article, base, today, reading, judged(reading, base));
}

/**
 * {@link find} for a page that is to be left alone when it is not about the partnership: then null, and quickly.
 * @param today asked for only where something is shown
 */
export function findShown(article: Article, base: Base, today: () => string): Finding | null {
  const reading = read(article, base);
  if (!mayShow(reading.tokens, reading.hits, base.matcher, reading.titleEnd)) return null;
  const verdict = judged(reading, base);
  return verdict.relevance.show ? explain(article, base, today(), reading, verdict) : null;
}

interface Reading {
  tokens: Tokens;
  hits: Hit[];
  titleEnd: number;
}

function read(article: Article, base: Base): Reading {
  const tokens = tokenise([article.title, article.text].join('\n'));
  return { tokens, hits: scan(tokens, base.matcher.names(article.lang)), titleEnd: article.title.length };
}

function judged({ tokens, hits, titleEnd }: Reading, { matcher }: Base) {
  const links = link(tokens, hits, matcher, titleEnd);
  return { links, relevance: judge(count(tokens, hits, links, matcher, titleEnd), tokens.count) };
}

/** Notes, dates, people and claims. */
function explain(
  article: Article,
  base: Base,
  today: string,
  { tokens, titleEnd }: Reading,
  { links: all, relevance }: ReturnType<typeof judged>,
): Finding {
  const links = all.filter((l) => hadHappened(l, base, article));
  const weights = weigh(tokens, links, base, titleEnd);
  const cues = scan(tokens, base.matcher.cues(article.lang));
  const topics = rankTopics(tokens, cues, weights, base, titleEnd);
  const ids = links.map((l) => idOf(l, base));
  const claims = findClaims(tokens, cues, base.matcher, {
    lang: article.lang,
    published: article.published,
    mentioned: new Set(ids),
  });
  const useful = usefulLinks(tokens, links, base, titleEnd);
  const named = useful.map((l) => idOf(l, base));
  return {
    ...relevance,
    lang: article.lang,
    published: article.published,
    mentions: mentionsOf(tokens, useful, base, article, weights),
    entities: entitiesOf(named, base),
    topics,
    keyDates: rankDates(weights, topics, base, {
      published: article.published,
      years: yearsIn(tokens, article.published),
      named: datesIn(tokens, article.published),
      likeness: likenessOf(tokens, base.notes, article.lang),
    }),
    people: [...new Set(named)].filter((id) => base.notes.get(id)?.kind === 'person'),
    thenAndNow: thenAndNow(weights, base, article.published, today),
    claims: claims.map((c) =>
      claimOf(tokens, c.first, c.last, base.matcher.index.claims[c.claim]?.[0] ?? '', base),
    ),
  };
}

const idOf = (l: Link, base: Base): string => base.matcher.index.entities[l.entity]?.[0] ?? '';

/** A leak, a collision, a failed launch is not what an article speaks of that appeared before it. */
function hadHappened(l: Link, base: Base, { published }: Article): boolean {
  const note = base.notes.get(idOf(l, base));
  if (note?.kind !== 'incident' || !note.date || !published) return true;
  return firstDay(note.date) <= lastDay(published);
}

function spanOf(
  tokens: Tokens,
  first: number,
  last: number,
): { start: number; end: number; surface: string } {
  const start = tokens.start[first] as number;
  const end = tokens.end[last] as number;
  return { start, end, surface: tokens.text.slice(start, end) };
}

function claimOf(tokens: Tokens, first: number, last: number, id: string, base: Base): FoundClaim {
  return { ...spanOf(tokens, first, last), id, note: base.notes.get(id)?.note?.en ?? '' };
}

/** Which mentions to underline: the first of each record in a section, never in headings, few in one paragraph. */
function mentionsOf(
  tokens: Tokens,
  links: readonly Link[],
  base: Base,
  article: Article,
  weights: ReadonlyMap<string, number>,
): Mention[] {
  const titleEnd = article.title.length;
  const headings = article.headings ?? [];
  const sections = article.sections ?? [];
  let seen = new Set<string>();
  let section = 0;
  let heading = 0;
  const mentions = links.map((l): Mention => {
    const span = spanOf(tokens, l.first, l.last);
    const id = idOf(l, base);
    for (; (sections[section] ?? Infinity) <= span.start; section++) seen = new Set();
    while ((headings[heading]?.[1] ?? Infinity) < span.end) heading++;
    const inHeading = span.start < titleEnd || span.start >= (headings[heading]?.[0] ?? Infinity);
    const mark = !inHeading && !seen.has(id);
    if (mark) seen.add(id);
    return { ...span, id, mark };
  });
  const paragraphs = new Map<number, Mention[]>();
  mentions.forEach((m, i) => {
    if (!m.mark) return;
    const paragraph = tokens.paragraph[(links[i] as Link).first] as number;
    addTo(paragraphs, paragraph, m);
  });
  for (const list of paragraphs.values()) {
    // A rare name is more useful than a common one; the common ones are on every such page.
    const useful = [...list].sort((a, b) => (weights.get(a.id) ?? 0) - (weights.get(b.id) ?? 0));
    for (const m of useful.slice(MARKS_PER_PARAGRAPH)) m.mark = false;
  }
  return mentions;
}

function entitiesOf(ids: readonly string[], base: Base): Finding['entities'] {
  const out: Finding['entities'] = {};
  for (const id of ids) {
    const note = base.notes.get(id);
    if (!note) continue;
    const known = out[id];
    if (known) known.count++;
    else out[id] = { name: note.name.en, kind: note.kind, aliases: aliasesOf(note), count: 1 };
  }
  return out;
}

const spellings = new WeakMap<object, string[]>();

/** Names in other languages and aliases, as text; one list for a record, however often it is asked for. */
export function aliasesOf(note: Pick<Note, 'name' | 'aliases'>): string[] {
  let known = spellings.get(note);
  if (!known) spellings.set(note, (known = spellingsOf(note)));
  return known;
}

function spellingsOf(note: Pick<Note, 'name' | 'aliases'>): string[] {
  const aliases = Object.values(note.aliases ?? {}).flatMap((list) =>
    list.map((a) => (typeof a === 'string' ? a : a.text)),
  );
  return [...new Set([...Object.values(note.name), ...aliases])].filter((a) => a !== note.name.en);
}
