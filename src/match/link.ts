/**
 * Which thing is meant? Hits of names become mentions: conditions of the aliases are weighed, overlaps resolved and
 * names that several records share given to the one the article is about.
 */
import { ALWAYS, CLEAR, NAMED, NEAR } from './compile.ts';
import type { Hit, Matcher } from './matcher.ts';
import type { Tokens } from './tokens.ts';

/** A name linked to a record. */
export interface Link {
  first: number;
  last: number;
  /** position in `index.entities` */
  entity: number;
}

/** Evidence for a `near` name counts within this many words, in the same paragraph or the one beside it. */
const NEAR_WORDS = 45;
/** An office counts for a bare surname when it ends at most so many words before it. */
const OFFICE_WORDS = 4;
/** “the station” means the one last named, if that was at most so many words ago. */
const CLEAR_WORDS = 350;

const UPPER = /^\p{Lu}/u;
const CASED = /^\p{L}/u;

interface Scene {
  tokens: Tokens;
  matcher: Matcher;
  /** tokens at which something says that this is about space flight with people, ascending */
  evidence: number[];
  /** entity to the tokens at which its full names stand, ascending */
  strong: Map<number, number[]>;
  /** token that ends an office or an organisation, to its entity */
  offices: Map<number, number>;
  /** tokens that are words such as “Administrator”, “Mr”, “astronaut” */
  titles: Set<number>;
  titleEnd: number;
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
  const rank = (group: Hit[]) => Math.min(...group.map((h) => h.target.flags & 3));
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
    const named = group.filter((h) => (h.target.flags & 3) === NEAR && isCapital(tokens, h) && besideHardware(h, modules, scene));
    if (named.length && taken.subarray(first, last + 1).every((t) => t === 0)) {
      taken.fill(1, first, last + 1);
      links.push({ first, last, entity: (named[0] as Hit).target.at });
    }
  }
  return links.sort((a, b) => a.first - b.first);
}

const isCapital = (tokens: Tokens, hit: Hit): boolean => UPPER.test(tokens.text.slice(tokens.start[hit.first], (tokens.start[hit.first] as number) + 2));

/** Tokens at which an accepted module stands, ascending, each with its record. */
function modulesIn(links: readonly Link[], { matcher }: Scene): Link[] {
  return links.filter((l) => matcher.index.entities[l.entity]?.[1] === 'module').sort((a, b) => a.first - b.first);
}

/** A module named in the same paragraph as another module. */
function besideHardware(hit: Hit, modules: readonly Link[], { tokens, matcher }: Scene): boolean {
  if (matcher.index.entities[hit.target.at]?.[1] !== 'module') return false;
  for (let i = firstFrom(modules, hit.first - NEAR_WORDS, (l) => l.first); i < modules.length; i++) {
    const other = modules[i] as Link;
    if (other.first > hit.first + NEAR_WORDS) return false;
    if (other.entity !== hit.target.at && tokens.paragraph[other.first] === tokens.paragraph[hit.first]) return true;
  }
  return false;
}

/** Position of the first item whose key is `least` or more, in a list that ascends by key. */
function firstFrom<T>(list: readonly T[], least: number, key: (item: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (key(list[mid] as T) < least) low = mid + 1;
    else high = mid;
  }
  return low;
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
    const group = groups.get(key);
    if (group) group.push(hit);
    else groups.set(key, [hit]);
  }
  return [...groups.values()];
}

/** Words of the index that prove nothing about space flight: people and places of general politics. */
const EVIDENCE_CLASSES = new Set(['station', 'crew', 'space']);

function observe(tokens: Tokens, hits: readonly Hit[], matcher: Matcher, titleEnd: number): Scene {
  const strong = new Map<number, number[]>();
  const offices = new Map<number, number>();
  const evidence = new Set<number>();
  const titles = new Set<number>();
  for (const { first, last, target } of hits) {
    if (target.kind === 'lexicon') {
      const name = matcher.index.lexicon[target.at]?.[0] ?? '';
      if (EVIDENCE_CLASSES.has(name)) evidence.add(first);
      if (name === 'title') titles.add(last);
    }
    if (target.kind !== 'entity' || (target.flags & 3) !== ALWAYS) continue;
    const kind = matcher.index.entities[target.at]?.[1];
    push(strong, target.at, first);
    if (kind === 'office' || kind === 'organisation') offices.set(last, target.at);
    if (kind !== 'person' || last > first) evidence.add(first);
  }
  return { tokens, matcher, strong, offices, titles, titleEnd, evidence: [...evidence].sort((a, b) => a - b) };
}

/** Keeps the list ascending; places mostly come in order. */
function push(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (!list) {
    map.set(key, [value]);
    return;
  }
  const last = list.at(-1) as number;
  if (value > last) list.push(value);
  else {
    const at = firstFrom(list, value, (n) => n);
    if (list[at] !== value) list.splice(at, 0, value);
  }
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

function holds(hit: Hit, scene: Scene): boolean {
  switch (hit.target.flags & 3) {
    case NEAR:
      return isName(hit, scene) && hasEvidence(hit, scene);
    case NAMED:
      return isName(hit, scene) && isKnownPerson(hit, scene);
    case CLEAR:
      return isClear(hit, scene);
    default:
      return true;
  }
}

/**
 * Written as a name: a capital (where the script has them) that is not only there because a sentence begins. Terms
 * (“seat swap”) and names of several words need none.
 */
function isName(hit: Hit, { tokens, titleEnd, matcher }: Scene): boolean {
  const { text, start, sentence } = tokens;
  const named = (hit.target.flags & 3) === NAMED;
  const kind = matcher.index.entities[hit.target.at]?.[1];
  if (!named && (hit.last > hit.first || kind === 'concept')) return true;
  const head = text.slice(start[hit.first], (start[hit.first] as number) + 2);
  if (!CASED.test(head) || head[0]?.toLowerCase() === head[0]?.toUpperCase()) return true; // no capitals in this script
  if (!UPPER.test(head)) return false;
  if (named) return true;
  // Russian and Ukrainian print names of craft in quotes: «Союз», but Советский Союз and Наука и жизнь.
  if (/^[\u0400-\u04ff]/.test(head) && (kind === 'vehicle' || kind === 'module' || kind === 'programme')) {
    return isQuoted(tokens, hit) || isDesignation(tokens, hit.last + 1);
  }
  const opens = hit.first === 0 || sentence[hit.first] !== sentence[hit.first - 1];
  if (!opens || (start[hit.first] as number) < titleEnd) return true;
  const before = text[(start[hit.first] as number) - 1] ?? '';
  return /[«“„"']/.test(before) || isDesignation(tokens, hit.last + 1);
}

/** Right after an opening quotation mark, or inside one: «Союз МС». */
function isQuoted(tokens: Tokens, hit: Hit): boolean {
  const before = tokens.text[(tokens.start[hit.first] as number) - 1] ?? '';
  return /[«“„"”]/.test(before) || tokens.quoted[hit.first] === 1;
}

/** What follows a name of hardware: a number, “MS-04”, “module”, “spacecraft”. */
function isDesignation(tokens: Tokens, t: number): boolean {
  if (t >= tokens.count || tokens.joined[t] !== 1) return false;
  const word = tokens.text.slice(tokens.start[t], tokens.end[t]);
  return /^(\d+|MS|TMA|TM|M|МС|ТМА|ТМ|М|module|spacecraft|capsule|cargo|freighter|laboratory|node|cosmodrome|space|модул.*|корабл.*|Modul.*)$/iu.test(word);
}

function hasEvidence(hit: Hit, { evidence, tokens }: Scene): boolean {
  const paragraph = tokens.paragraph[hit.first] as number;
  for (let i = firstFrom(evidence, hit.first - NEAR_WORDS, (n) => n); i < evidence.length; i++) {
    const t = evidence[i] as number;
    if (t > hit.last + NEAR_WORDS) return false;
    if (t >= hit.first && t <= hit.last) continue;
    if (Math.abs((tokens.paragraph[t] as number) - paragraph) <= 1) return true;
  }
  return false;
}

/** A bare surname: its full name stands in the article, or an office right before it. */
function isKnownPerson(hit: Hit, scene: Scene): boolean {
  const { tokens, offices, strong, titles, titleEnd } = scene;
  for (let t = hit.first - 1; t >= hit.first - OFFICE_WORDS && t >= 0; t--) {
    const office = offices.get(t);
    if (office === undefined || tokens.sentence[t] !== tokens.sentence[hit.first]) continue;
    if (scene.matcher.index.entities[office]?.[1] === 'office' || t === hit.first - 1) return !otherFirstName(hit, scene);
  }
  if (!strong.has(hit.target.at)) return false;
  if ((tokens.start[hit.first] as number) < titleEnd || titles.has(hit.first - 1)) return true;
  return !otherFirstName(hit, scene);
}

/** “Mike Nelson” is not Bill Nelson: a capitalised word right before, in the same sentence, that is no title. */
function otherFirstName(hit: Hit, scene: Scene): boolean {
  const { tokens, offices, titles } = scene;
  const t = hit.first - 1;
  if (t < 0 || tokens.joined[hit.first] !== 1 || tokens.sentence[t] !== tokens.sentence[hit.first]) return false;
  if (tokens.text.slice(tokens.end[t], tokens.start[hit.first]) !== ' ') return false;
  if (offices.has(t) || titles.has(t)) return false;
  if (t === 0 || tokens.sentence[t - 1] !== tokens.sentence[t]) return false; // the capital may be the sentence's
  const word = tokens.text.slice(tokens.start[t], tokens.end[t]);
  return /^\p{Lu}\p{Ll}+$/u.test(word);
}

/** “the station”: the record's own name came before, and no other of its kind since. */
function isClear(hit: Hit, { strong, matcher }: Scene): boolean {
  const places = strong.get(hit.target.at) ?? [];
  const own = places[firstFrom(places, hit.first, (n) => n) - 1];
  if (own === undefined || hit.first - own > CLEAR_WORDS) return false;
  const kind = matcher.index.entities[hit.target.at]?.[1];
  for (const [entity, others] of strong) {
    if (entity === hit.target.at || matcher.index.entities[entity]?.[1] !== kind) continue;
    const next = others[firstFrom(others, own + 1, (n) => n)];
    if (next !== undefined && next < hit.first) return false;
  }
  return true;
}
