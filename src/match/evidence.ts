/** What an article holds for and against its being about the partnership: hits and links counted by class and place. */
import type { Link } from './link.ts';
import type { Hit, Matcher } from './matcher.ts';
import type { Tokens } from './tokens.ts';

/** Records whose name alone shows that the crewed station programme is meant. */
const STATION = new Set(['iss', 'russian-segment', 'usos', 'segments']);
const AGENCIES = new Set(['nasa', 'roscosmos', 'esa', 'jaxa', 'csa', 'energia', 'cmsa', 'cnsa', 'isro']);
/** Other stations that readers of this news meet. */
const KIN = new Set([
  'tiangong',
  'ros',
  'mir-station',
  'cld',
  'skylab',
  'salyut',
  'usdv',
  'deorbit-plan',
  'axiom',
  'starlab',
  'orbital-reef',
  'vast',
]);

/** What the two sides did together before there was the station: its history. */
const JOINT = new Set(['apollo-soyuz', 'shuttle-mir']);
/** Ships that fly to the station and hardly anywhere else; rockets carry anything. */
const SHIPS = new Set([
  'soyuz-ms',
  'soyuz-tma',
  'progress-ms',
  'crew-dragon',
  'cargo-dragon',
  'cygnus',
  'htv',
  'htv-x',
  'atv',
  'starliner',
]);

/** Whence crews leave, where they land and train, and who guides them. */
const SITES = new Set(['baikonur', 'zhezkazgan', 'star-city', 'mcc-houston']);

/** Words of the body that count as the lead. */
const LEAD_WORDS = 90;

export interface Counts {
  /** per class: in the headline, in the lead, in the whole body */
  [name: string]: { title: number; lead: number; body: number };
}

/** Distinct evidence per class; a word said ten times counts a little more than once, not ten times. */
export function count(
  tokens: Tokens,
  hits: readonly Hit[],
  links: readonly Link[],
  matcher: Matcher,
  titleEnd: number,
): Counts {
  const counts: Counts = {};
  const seen = new Map<string, Set<number>>();
  const first = firstBodyToken(tokens, titleEnd);
  const add = (name: string, t: number) => {
    const c = (counts[name] ??= { title: 0, lead: 0, body: 0 });
    let places = seen.get(name);
    if (!places) seen.set(name, (places = new Set()));
    if (places.has(t)) return;
    places.add(t);
    const inTitle = (tokens.start[t] as number) < titleEnd;
    const place = inTitle ? 'title' : t < first + LEAD_WORDS ? 'lead' : 'body';
    c[place]++;
    if (place === 'lead') c.body++;
  };
  for (const { entity, first: at } of links) {
    const [id, kind] = matcher.index.entities[entity] ?? ['', ''];
    if (STATION.has(id)) add('iss', at);
    else if (JOINT.has(id)) add('joint', at);
    else if (KIN.has(id)) add('kin', at);
    else if (AGENCIES.has(id)) add(`agency ${id}`, at);
    else if (kind === 'office') add('office', at);
    else if (kind === 'module') add('module', at);
    else if (id === 'shuttle') add('shuttle', at);
    else if (kind === 'flight' || SHIPS.has(id)) {
      add('vehicle', at);
      add('ship', at);
    } else if (kind === 'vehicle') add('vehicle', at);
    else if (SITES.has(id)) add('site', at);
    else if (kind === 'person') add('person', at);
    else if (kind === 'agreement' || kind === 'law' || kind === 'plan' || kind === 'programme')
      add('deal', at);
    else if (kind === 'incident') add('incident', at);
    else if (kind === 'concept') add('concept', at);
  }
  for (const { target, first: at } of hits) {
    if (target.kind === 'lexicon') add(matcher.index.lexicon[target.at]?.[0] ?? '', at);
  }
  return counts;
}

const firstBodyToken = (tokens: Tokens, titleEnd: number): number => {
  let t = 0;
  while (t < tokens.count && (tokens.start[t] as number) < titleEnd) t++;
  return t;
};
