/** What an article shows before any conditional name is decided: the scene in which the conditions are weighed. */
import { ALWAYS } from './form.ts';
import type { Hit, Matcher } from './matcher.ts';
import type { Tokens } from './tokens.ts';

export interface Scene {
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
  /** tokens of words such as “its own”, “a new”, which keep “space station” from meaning the one spoken of */
  others: Set<number>;
  /** sentences that name the station or say how long something runs */
  lasting: Set<number>;
  titleEnd: number;
}

/** Position of the first item whose key is `least` or more, in a list that ascends by key. */
export function firstFrom<T>(list: readonly T[], least: number, key: (item: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (key(list[mid] as T) < least) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Words of the index that prove nothing about space flight: people and places of general politics. */
const EVIDENCE_CLASSES = new Set(['station', 'crew', 'space']);
const LASTING_CLASSES = new Set(['station', 'lasting']);

export function observe(tokens: Tokens, hits: readonly Hit[], matcher: Matcher, titleEnd: number): Scene {
  const strong = new Map<number, number[]>();
  const offices = new Map<number, number>();
  const evidence = new Set<number>();
  const titles = new Set<number>();
  const lasting = new Set<number>();
  const others = new Set<number>();
  for (const { first, last, target } of hits) {
    if (target.kind === 'lexicon') {
      const name = matcher.index.lexicon[target.at]?.[0] ?? '';
      if (EVIDENCE_CLASSES.has(name)) evidence.add(first);
      if (name === 'title') titles.add(last);
      if (name === 'other') others.add(last);
      if (LASTING_CLASSES.has(name)) lasting.add(tokens.sentence[first] as number);
    }
    if (target.kind !== 'entity' || (target.flags & 3) !== ALWAYS) continue;
    const kind = matcher.index.entities[target.at]?.[1];
    push(strong, target.at, first);
    if (matcher.index.entities[target.at]?.[0] === 'iss') lasting.add(tokens.sentence[first] as number);
    if (kind === 'office' || kind === 'organisation') offices.set(last, target.at);
    if (kind !== 'person' || last > first) evidence.add(first);
  }
  return {
    tokens,
    matcher,
    strong,
    offices,
    titles,
    lasting,
    others,
    titleEnd,
    evidence: [...evidence].sort((a, b) => a - b),
  };
}

/** Keeps the list ascending; places mostly come in order. */
export function push(map: Map<number, number[]>, key: number, value: number): void {
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
