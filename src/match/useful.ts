/** Which names are worth a reader's attention: those that say nothing new where they stand are left unmarked. */
import type { Base } from './base.ts';
import type { Link } from './link.ts';
import { addTo } from './lists.ts';
import { textOf, type Tokens } from './tokens.ts';

/** A word that most readers know is marked from so many mentions on: then the article dwells on it. */
const DWELLS = 3;
/** “the Russian space agency, Roscosmos”, “Roscosmos (the Russian space agency)”: at most so many words between. */
const BESIDE = 1;

/**
 * @param links in order of place
 * @param titleEnd offset at which the headline ends
 * @returns those to show, in the same order
 */
export function usefulLinks(
  tokens: Tokens,
  links: readonly Link[],
  base: Base,
  titleEnd: number,
): readonly Link[] {
  const kindOf = (l: Link) => base.matcher.index.entities[l.entity]?.[1];
  const isCommon = (l: Link) =>
    base.notes.get(base.matcher.index.entities[l.entity]?.[0] ?? '')?.common === true;
  const places = new Map<number, Link[]>();
  for (const l of links) addTo(places, l.entity, l);
  const inTitle = (l: Link) => (tokens.start[l.first] as number) < titleEnd;
  const isDwelt = (l: Link) => {
    const list = places.get(l.entity) ?? [];
    return list.length >= DWELLS || list.some(inTitle);
  };
  return links.filter((l, at) => {
    if (isCommon(l) && !isDwelt(l)) return false;
    return !(
      kindOf(l) === 'organisation' &&
      isDescription(tokens, l) &&
      [links[at - 1], links[at + 1]].some((other) => other && isBeside(tokens, l, other))
    );
  });
}

/** The same thing named right before or after, in one sentence. */
function isBeside({ sentence }: Tokens, l: Link, other: Link): boolean {
  if (other.entity !== l.entity || sentence[other.first] !== sentence[l.first]) return false;
  const between = other.first > l.last ? other.first - l.last - 1 : l.first - other.last - 1;
  return between <= BESIDE;
}

/** Several words, the last a common noun or adjective: “Russian space agency”, «американское космическое агентство». */
function isDescription(tokens: Tokens, { first, last }: Link): boolean {
  return last > first && /^\p{Ll}/u.test(textOf(tokens, last, last));
}
