/** What the fact base holds and what it lacks, as numbers and lists for those who tend it. Pure. */
import { addDays, firstDay, lastDay } from './dates.ts';
import { NAME_LANGS, KINDS, type Fact, type Kind, type NameLang } from './schema.ts';
import { type Problem } from './validate.ts';
import { holders, officeGaps } from './offices.ts';

/** How much there should be at least; kinds of one floor are counted together. */
export const FLOORS: readonly (readonly [what: string, kinds: readonly Kind[], least: number])[] = [
  ['people', ['person'], 70],
  ['organisations', ['organisation'], 30],
  ['vehicles', ['vehicle'], 25],
  ['sites', ['site'], 12],
  ['agreements and laws', ['agreement', 'law'], 50],
  ['incidents', ['incident'], 25],
  ['plans and programmes', ['plan', 'programme'], 25],
  ['concepts', ['concept'], 40],
  ['claims', ['claim'], 45],
  ['topics', ['topic'], 45],
  ['events', ['event'], 350],
];

export interface Floor {
  what: string;
  have: number;
  least: number;
  /** 0 when the floor is met */
  missing: number;
}

/** A time in which an office of unbroken succession has nobody. Ids of persons; null before the first and after the last. */
export interface OfficeGap {
  office: string;
  after: string | null;
  before: string | null;
  /** dates to the precision known; `to` is null when nobody has come since */
  from: string;
  to: string | null;
}

export interface FactReport {
  records: number;
  /** in the schema's order, kinds without a record left out; likewise languages */
  kinds: [Kind, number][];
  names: [NameLang, number][];
  notes: [NameLang, number][];
  /** distinct addresses, all and by tier */
  pages: number;
  tiers: [tier: 1 | 2, pages: number][];
  /** distinct addresses per publisher, most first */
  publishers: [string, number][];
  /** ids and review dates, longest overdue first */
  overdue: { id: string; reviewBy: string }[];
  gaps: OfficeGap[];
  /** records without a tier 1 source, in base order */
  onlyTier2: { id: string; kind: Kind }[];
  floors: Floor[];
}

/**
 * @param facts all facts of the base
 * @param today `YYYY-MM-DD`
 */
export function reportOf(facts: readonly Fact[], today: string): FactReport {
  const cited = [...new Map(facts.flatMap((f) => f.sources).map((s) => [s.url, s])).values()];
  const first = cited.filter(({ tier }) => tier === 1).length;
  const counted = <K extends string>(
    keys: readonly K[],
    holds: (fact: Fact, key: K) => boolean,
  ): [K, number][] =>
    keys.map((key): [K, number] => [key, facts.filter((f) => holds(f, key)).length]).filter(([, n]) => n > 0);
  return {
    records: facts.length,
    kinds: counted(KINDS, (f, kind) => f.kind === kind),
    names: counted(NAME_LANGS, (f, lang) => f.name[lang] !== undefined),
    notes: counted(NAME_LANGS, (f, lang) => f.note?.[lang] !== undefined),
    pages: cited.length,
    tiers: [
      [1, first],
      [2, cited.length - first],
    ],
    publishers: tally(cited.map((s) => s.publisher)),
    overdue: facts
      .flatMap(({ id, reviewBy }) => (reviewBy && reviewBy < today ? [{ id, reviewBy }] : []))
      .sort((a, b) => (a.reviewBy < b.reviewBy ? -1 : a.reviewBy > b.reviewBy ? 1 : 0)),
    gaps: facts.flatMap((office) => gapsOf(facts, office, today)),
    onlyTier2: facts
      .filter((f) => f.sources.every((s) => s.tier === 2))
      .map(({ id, kind }) => ({ id, kind })),
    floors: floorsOf(facts),
  };
}

/** How often each text comes: most first, then by alphabet. */
function tally(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

export function floorsOf(facts: readonly Pick<Fact, 'kind'>[]): Floor[] {
  return FLOORS.map(([what, kinds, least]) => {
    const have = facts.filter((f) => kinds.includes(f.kind)).length;
    return { what, have, least, missing: Math.max(0, least - have) };
  });
}

/**
 * Times without a holder in an office that promises none: from `since` to `today`, ends included.
 * @returns in order of time; [] for a record that is no office or makes no promise
 */
export function gapsOf(facts: readonly Fact[], office: Fact, today: string): OfficeGap[] {
  const { id, since } = office;
  if (office.kind !== 'office' || !since) return [];
  const list = holders(facts, id);
  const first = list[0];
  const last = list.at(-1);
  if (!first || !last) return [{ office: id, after: null, before: null, from: since, to: null }];
  const out: OfficeGap[] = [];
  if (firstDay(first.from) > lastDay(since)) {
    out.push({ office: id, after: null, before: first.person.id, from: since, to: first.from });
  }
  for (const gap of officeGaps(facts, office)) {
    if (firstDay(gap.to) <= firstDay(since)) continue; // before the promise begins
    out.push({
      office: id,
      after: gap.after.person.id,
      before: gap.before.person.id,
      from: gap.from,
      to: gap.to,
    });
  }
  // The day after a departure may still bring the successor's first; two days on, nobody came.
  if (last.to && addDays(lastDay(last.to), 1) < today) {
    out.push({ office: id, after: last.person.id, before: null, from: last.to, to: null });
  }
  return out;
}

/** A reference to a record that is not there, or is not of the kind it must be. */
export const isBrokenRelation = ({ what }: Pick<Problem, 'what'>): boolean =>
  /^no record “|^“[^”]*” is of kind /.test(what);
