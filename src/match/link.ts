/**
 * Which thing is meant? Hits of names become mentions: conditions of the aliases are weighed, overlaps resolved and
 * names that several records share given to the one the article is about.
 */
import { ALWAYS, NAMED, NEAR } from './form.ts';
import { holds, isCapital, NEAR_WORDS } from './conditions.ts';
import { addTo } from './lists.ts';
import type { Hit, Matcher } from './matcher.ts';
import { firstFrom, observe, push, type Scene } from './scene.ts';
import type { Tokens } from './tokens.ts';

/** A name linked to a record. */
export interface Link {
  first: number;
  last: number;
  /** position in `index.entities` */
  entity: number;
}

/**
 * Mentions in order of place; no two overlap.
 * @param titleEnd offset at which the headline ends: in headlines of some languages every word has a capital
 */
export function link(tokens: Tokens, hits: readonly Hit[], matcher: Matcher, titleEnd: number): Link[] {
  const scene = observe(tokens, hits, matcher, titleEnd);
  const groups = groupBySpan(hits.filter((h) => h.target.kind === 'entity'));
  const taken = new Uint8Array(tokens.count);
  const links: Link[] = [];
  const accept = (group: Hit[]) => {
    const { first, last } = group[0] as Hit;
    for (let t = first; t <= last; t++) if (taken[t]) return;
    const hit = choose(group, scene);
    if (!hit) return;
    taken.fill(1, first, last + 1);
    links.push({ first, last, entity: hit.target.at });
    note(scene, hit);
  };
  // Longer first; then those without conditions, so that what they prove is known; then in order of place.
  const ranks = new Map(
    groups.map((group) => [group, group.reduce((least, h) => Math.min(least, h.target.flags & 3), 3)]),
  );
  const rank = (group: Hit[]) => ranks.get(group) as number;
  groups.sort((a, b) => {
    const [x, y] = [a[0] as Hit, b[0] as Hit];
    return rank(a) - rank(b) || y.last - y.first - (x.last - x.first) || x.first - y.first;
  });
  // A conditional name may be longer than a certain one inside it: those come before, when their condition holds.
  const certain = certainSpans(groups);
  const longer = new Set(groups.filter((g) => rank(g) !== ALWAYS && coversCertain(g, certain)));
  for (const group of [...longer, ...groups.filter((g) => !longer.has(g))]) accept(group);
  // What was accepted is evidence in its turn: “the station”, a known surname.
  scene.evidence = [...new Set([...scene.evidence, ...links.map((l) => l.first)])].sort((a, b) => a - b);
  for (const group of groups) accept(group);
  // Names of hardware vouch for each other: “Take the oldest block, Zarya … or the laboratory Columbus”.
  const modules = modulesIn(links, scene);
  for (const group of groups) {
    const { first, last } = group[0] as Hit;
    const named = group.filter(
      (h) => (h.target.flags & 3) === NEAR && isCapital(tokens, h) && besideHardware(h, modules, scene),
    );
    if (named.length && taken.subarray(first, last + 1).every((t) => t === 0)) {
      taken.fill(1, first, last + 1);
      links.push({ first, last, entity: (named[0] as Hit).target.at });
    }
  }
  return namingAgencies(links, hits, matcher).sort((a, b) => a.first - b.first);
}

/**
 * “Roscosmos chief” names an office and an agency. Where the article names the agency nowhere else, the first such
 * place is the agency's: a reader must be able to find it, and the office is one step from its card.
 */
function namingAgencies(links: readonly Link[], hits: readonly Hit[], { index }: Matcher): Link[] {
  const linked = new Set(links.map((l) => l.entity));
  const isOf = (entity: number, kind: string) => index.entities[entity]?.[1] === kind;
  const agencies = hits.filter(
    ({ target }) =>
      target.kind === 'entity' && (target.flags & 3) === ALWAYS && isOf(target.at, 'organisation'),
  );
  return [...links]
    .sort((a, b) => a.first - b.first)
    .map((l) => {
      if (!isOf(l.entity, 'office')) return l;
      const inside = agencies.find((h) => h.first >= l.first && h.last <= l.last && !linked.has(h.target.at));
      if (!inside) return l;
      linked.add(inside.target.at);
      return { first: inside.first, last: inside.last, entity: inside.target.at };
    });
}

/** Tokens at which an accepted module stands, ascending, each with its record. */
function modulesIn(links: readonly Link[], { matcher }: Scene): Link[] {
  return links
    .filter((l) => matcher.index.entities[l.entity]?.[1] === 'module')
    .sort((a, b) => a.first - b.first);
}

/** A module named in the same paragraph as another module. */
function besideHardware(hit: Hit, modules: readonly Link[], { tokens, matcher }: Scene): boolean {
  if (matcher.index.entities[hit.target.at]?.[1] !== 'module') return false;
  for (let i = firstFrom(modules, hit.first - NEAR_WORDS, (l) => l.first); i < modules.length; i++) {
    const other = modules[i] as Link;
    if (other.first > hit.first + NEAR_WORDS) return false;
    if (other.entity !== hit.target.at && tokens.paragraph[other.first] === tokens.paragraph[hit.first])
      return true;
  }
  return false;
}

/** The longest name without conditions that begins at each token: token to length in words. */
function certainSpans(groups: readonly Hit[][]): Map<number, number> {
  const spans = new Map<number, number>();
  for (const group of groups) {
    const hit = group.find((h) => (h.target.flags & 3) === ALWAYS);
    if (hit) spans.set(hit.first, Math.min(spans.get(hit.first) ?? Infinity, hit.last - hit.first));
  }
  return spans;
}

/** True when a shorter certain name stands inside the group's span. */
function coversCertain(group: Hit[], certain: ReadonlyMap<number, number>): boolean {
  const { first, last } = group[0] as Hit;
  for (let t = first; t <= last; t++) {
    const length = certain.get(t);
    if (length !== undefined && length < last - first && t + length <= last) return true;
  }
  return false;
}

function groupBySpan(hits: readonly Hit[]): Hit[][] {
  const groups = new Map<number, Hit[]>();
  for (const hit of hits) {
    const key = hit.first * 64 + (hit.last - hit.first);
    addTo(groups, key, hit);
  }
  return [...groups.values()];
}

/** What an accepted conditional name proves for later ones: that “the station” now means it. */
function note(scene: Scene, hit: Hit): void {
  if ((hit.target.flags & 3) === NEAR) push(scene.strong, hit.target.at, hit.first);
}

/** The reading of a span that holds; among several, the one whose record the article names most, then nearest. */
function choose(group: readonly Hit[], scene: Scene): Hit | null {
  const good = group.filter((hit) => holds(hit, scene));
  if (good.length < 2) return good[0] ?? null;
  const conditional = good.every((h) => (h.target.flags & 3) === NAMED);
  const worth = (hit: Hit): number => {
    const places = scene.strong.get(hit.target.at) ?? [];
    if (conditional) return places[firstFrom(places, hit.first, (n) => n) - 1] ?? -1;
    return places.length * 1000 - (hit.target.flags & 3);
  };
  return good.reduce((best, hit) => (worth(hit) > worth(best) ? hit : best));
}
