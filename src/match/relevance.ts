/**
 * Is this page about the station partnership? A sum of evidence from headline, lead and body, each piece with a
 * reason; never from the site alone. Weights were set by hand on labelled articles and are meant to be read.
 */
import { count, type Counts } from './evidence.ts';
import type { Hit, Matcher } from './matcher.ts';
import type { Tokens } from './tokens.ts';
import type { Relevance } from './types.ts';

/** A lead that names the station more often is about it, whatever the headline plays on. */
const DWELT = 2;

const soft = (n: number, scale: number): number => 1 - Math.exp(-n / scale);

/** Words that the article is about something else, in the classes of lexicon.yaml, and what each weighs at most. */
export const OFF = {
  sky: 3,
  satellite: 1.6,
  fiction: 3.6,
  sport: 3.6,
  business: 3,
  science: 1.5,
  obituary: 3,
};

/** Classes of which one in the headline makes the page ours. */
const OURS = [
  'iss',
  'station',
  'crew',
  'kin',
  'joint',
  'vehicle',
  'module',
  'incident',
  'deal',
  'person',
  'policy',
];

/** Reads the counts; see the comments for what each term is for. */
export function judge(counts: Counts, words: number): Relevance {
  const at = (name: string) => counts[name] ?? { title: 0, lead: 0, body: 0 };
  const reasons: string[] = [];
  let sum = -3;
  const weigh = (weight: number, why: string) => {
    if (Math.abs(weight) < 0.05) return;
    sum += weight;
    reasons.push(`${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(1)} ${why}`);
  };
  const place = (name: string, title: number, lead: number, body: number, say: string) => {
    const c = at(name);
    if (c.title) weigh(title, `${say} in the headline`);
    if (c.lead) weigh(lead, `${say} in the lead`);
    if (c.body) weigh(body * soft(c.body, 3), `${say} ${c.body}× in the text`);
  };
  // The headline names another subject and nothing of ours: what the lead adds is in passing.
  const aside = Object.keys(OFF).reduce((n, k) => n + at(k).title, 0);
  const strays = aside > 0 && at('iss').lead <= DWELT && !OURS.some((k) => at(k).title);
  const agencies = Object.keys(counts).filter((k) => k.startsWith('agency '));
  // The letters ISS are also a company, a proxy adviser and a German verb: space flight must be spoken of at all.
  const vouch = (name: string) => at(name).title + at(name).body;
  const flight =
    vouch('station') * 3 +
    vouch('space') +
    vouch('crew') * 2 +
    vouch('vehicle') +
    vouch('ship') +
    vouch('shuttle') +
    vouch('person') +
    vouch('site') * 2;
  const backed = Math.min(1, (flight + agencies.length * 2) / 3);
  place('iss', 2.6 * backed, 1.6 * backed, 2 * backed, 'the station is named');
  place('station', 1.6, 1, 0.8, 'a space station is spoken of');
  place('kin', 1.5, 0.9, 0.9, 'a sister programme or successor is named');
  place('joint', 2.4, 1.9, 1, 'a joint flight of the past is named');
  place('crew', 1, 0.6, 0.8, 'crews');
  // Two sentences hold little: who flies there in such a ship flies to the station, whether or not it is named.
  const near = (name: string) => at(name).title + at(name).lead > 0;
  if (
    !strays &&
    near('ship') &&
    (near('crew') || near('person') || near('station') || near('agency roscosmos'))
  )
    weigh(at('ship').title ? 1.5 : 1.1, 'a ship that flies to the station, and who or what it is about');
  const inTitle = agencies.filter((k) => at(k).title).length;
  const inLead = agencies.filter((k) => at(k).lead).length;
  if (inTitle) weigh(Math.min(inTitle, 2) * 0.5, `${inTitle} space agencies in the headline`);
  if (inLead) weigh(Math.min(inLead, 3) * 0.35, `${inLead} space agencies in the lead`);
  if (agencies.length > 1) weigh(0.7, `${agencies.length} space agencies in all`);
  if (at('agency roscosmos').title + at('agency roscosmos').lead) weigh(0.6, 'Roscosmos is at the centre');
  place('office', 0.8, 0.5, 0.4, 'the head of a space agency');
  place('module', 0.5, 0.4, 0.5, 'modules of the station');
  place('vehicle', 0.7, 0.5, 0.5, 'crew and cargo ships');
  place('site', 0.4, 0.4, 0.2, 'where crews leave and land');
  place('shuttle', 0.3, 0.3, 0.3, 'the Shuttle');
  place('person', 0.3, 0.3, 0.4, 'people of the programme');
  place('deal', 0.8, 0.5, 0.5, 'agreements, laws and plans');
  place('incident', 0.7, 0.4, 0.3, 'an incident of the programme');
  place('concept', 0.2, 0.2, 0.3, 'terms of the programme');
  // Policy words weigh only where the subject is space flight at all.
  const core =
    at('iss').title +
    at('iss').lead +
    at('kin').title +
    at('joint').title +
    at('station').lead +
    at('station').title;
  const spacey = soft(at('space').title * 3 + at('space').lead + at('crew').lead, 2);
  const policy = at('policy');
  weigh(
    (core || inLead > 0 ? 0.9 : 0.2) * spacey * soft(policy.title * 2 + policy.lead, 2),
    'what partners decide or owe',
  );
  let off = 0;
  for (const [name, heavy] of Object.entries(OFF)) {
    const c = at(name);
    off += c.title * 3 + c.lead + c.body * 0.25;
    const share = soft(c.title * 4 + c.lead * 1.5 + c.body * 0.5, name === 'satellite' ? 6 : 4);
    if (c.title || c.body > 1)
      weigh(-heavy * share * (core ? 0.5 : 1), `words of ${name} (${c.title + c.body}×)`);
  }
  // A study done on board, debris, stars seen from the station: partners, their ships and offices are not in it.
  const partners = ['vehicle', 'office', 'person', 'deal', 'incident', 'kin', 'joint', 'policy'].reduce(
    (n, k) => n + at(k).title * 2 + at(k).lead,
    0,
  );
  const gaze = at('gaze').title * 2 + at('gaze').lead + at('gaze').body * 0.3;
  if (gaze)
    weigh(
      -7 *
        soft(gaze, 1) *
        Math.exp(-0.8 * (partners + (at('gaze').title ? 0 : at('crew').title + at('crew').lead))),
      'the station as a sight',
    );
  const others = Math.max(0, inLead + inTitle - 1) * 2;
  if (off > 4)
    weigh(
      -5 * soft(off - 4, 6) * Math.exp(-0.7 * (partners + others)),
      'another subject fills the text and no partner leads it',
    );
  // A novel or film set on board: no officials and no ships, unless it was really shot there.
  const told = at('fiction').title * 2 + at('fiction').lead;
  const real = partners - (at('kin').title * 2 + at('kin').lead);
  if (told > 1) weigh(-2.5 * soft(told - 1, 2) * Math.exp(-0.8 * real), 'a story set on the station');
  if (strays) weigh(-2.8 * soft(aside + off / 3, 3), 'the headline is about something else');
  // The station in passing: one mention in a long text about something else.
  const all =
    at('iss').title +
    at('iss').body +
    at('station').title +
    at('station').body +
    at('kin').body +
    at('joint').body;
  if (words > 250 && !core && all <= 2) weigh(-1.5, 'the station is only mentioned in passing');
  const score = 1 / (1 + Math.exp(-sum));
  return { show: score >= 0.5, score: Math.round(score * 1000) / 1000, reasons };
}

/**
 * Whether {@link judge} could show the page at all: every name that stands in it is believed, whatever its condition,
 * and nothing counts against it. Most pages fail this, and need no linking. Holds as long as more evidence, in any class
 * but those of {@link OFF}, never lowers the score.
 */
export function mayShow(tokens: Tokens, hits: readonly Hit[], matcher: Matcher, titleEnd: number): boolean {
  const believed = hits.flatMap(({ first, last, target }) =>
    target.kind === 'entity' ? [{ first, last, entity: target.at }] : [],
  );
  const counts = count(tokens, hits, believed, matcher, titleEnd);
  return judge(Object.fromEntries(Object.entries(counts).filter(([name]) => !(name in OFF))), 0).show;
}
