/** How well finding does on labelled articles. Each figure is a share of what the labels ask for. Pure. */
import * as v from 'valibot';
import { parseLines, type Inspected } from './inspect-article.ts';

const labelSchema = v.looseObject({
  /** positive: about the partnership; near: other space news; hardneg: the same words in another sense */
  label: v.picklist(['positive', 'near', 'hardneg'], 'expected positive, near or hardneg'),
  /** show, quiet, or arguable: then detection is not judged */
  expect: v.picklist(['show', 'quiet', 'arguable'], 'expected show, quiet or arguable'),
});
export type Label = v.InferOutput<typeof labelSchema>;

const goldSchema = v.object({
  id: v.union([v.string(), v.number()], 'expected text or a number'),
  mentions: v.array(
    v.object({ surface: v.string(), entity: v.string(), value: v.picklist(['must', 'nice']) }),
  ),
  key_dates: v.optional(v.array(v.object({ date: v.string(), what: v.string() })), []),
  claims: v.optional(v.array(v.object({ surface: v.string() })), []),
});
/** What an annotator marked in one article. */
export type Gold = v.InferOutput<typeof goldSchema>;

/** @throws Error that names file and line */
export const parseGold = (content: string, name: string): Gold[] => parseLines(content, goldSchema, name);
/** Labels of a file of articles, in its order. @throws Error that names file and line */
export const parseLabels = (content: string, name: string): Label[] => parseLines(content, labelSchema, name);

/** In the order they are printed. Of the three beginning with `wronglyShown` less is better, of all others more. */
export const FIGURES = [
  'detectionRecall',
  'wronglyShown',
  'wronglyShownHard',
  'wronglyShownNear',
  'must',
  'all',
  'linked',
  'agreement',
  'datesAt10',
  'claimsFound',
  'claimsAgreed',
] as const;
export type Figure = (typeof FIGURES)[number];

/** One thing looked at: whether it counts for its figure and, if it went wrong, what to tell. */
export interface Outcome {
  figure: Figure;
  counts: boolean;
  miss?: string;
}

/** Key dates a reader sees without asking for more. */
const SHOWN_DATES = 10;
/** A word this long is the same in another case: its last letters may differ. */
const INFLECTED = { least: 5, ending: 2 };

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const holdsWords = (text: string, words: string): boolean => ` ${text} `.includes(` ${words} `);
const beginsLike = (text: string, other: string): boolean =>
  text.startsWith(other.slice(0, -INFLECTED.ending));

/** Two surfaces mean the same place: one has the words of the other, or they differ in an ending or go on. */
export function alike(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  const shorter = Math.min(a.length, b.length);
  if (shorter < 2) return false;
  if (holdsWords(a, b) || holdsWords(b, a)) return true;
  return shorter >= INFLECTED.least && (beginsLike(a, b) || beginsLike(b, a));
}

/** Two dates agree as far as the coarser of them goes; nothing coarser than a year agrees. */
export const sameDate = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= 4 && (one.startsWith(other) || other.startsWith(one));

const outcome = (figure: Figure, counts: boolean, miss?: string): Outcome => ({
  figure,
  counts,
  ...(miss && !counts ? { miss } : {}),
});

/** Whether the article was rightly shown or left alone; [] where that is arguable. */
export function judgeDetection({ label, expect }: Label, title: string, show: boolean): Outcome[] {
  if (expect === 'arguable') return [];
  if (label === 'positive') return [outcome('detectionRecall', show, `not shown: ${title}`)];
  const wrong: Outcome = {
    figure: 'wronglyShown',
    counts: show,
    ...(show ? { miss: `shown, should be quiet: ${title}` } : {}),
  };
  return [wrong, outcome(label === 'near' ? 'wronglyShownNear' : 'wronglyShownHard', show)];
}

type Found = Pick<Inspected, 'mentions' | 'entities' | 'keyDates' | 'claims'>;
const NOTHING: Found = { mentions: [], entities: {}, keyDates: [], claims: [] };

/** What was found, against what the annotator marked; on an article left alone nothing counts as found. */
export function judgeFinding(gold: Gold, inspected: Found & { show: boolean }): Outcome[] {
  const found = inspected.show ? inspected : NOTHING;
  return [
    ...judgeMentions(gold, found),
    ...judgeSurfaces(gold, found),
    ...judgeDates(gold, found),
    ...judgeClaims(gold, found),
  ];
}

function judgeMentions(gold: Gold, found: Found): Outcome[] {
  return gold.mentions.flatMap(({ surface, entity, value }) => {
    const ids = found.mentions.filter((m) => alike(m.surface, surface)).map((m) => m.id);
    const has = ids.length > 0;
    const out = [outcome('all', has)];
    if (value === 'must') out.push(outcome('must', has, `must mention missed: “${surface}” (${entity})`));
    if (!has) return out;
    const right = ids.some((id) => {
      const known = found.entities[id];
      return known !== undefined && [known.name, ...known.aliases].some((name) => alike(name, entity));
    });
    return [
      ...out,
      outcome(
        'linked',
        right,
        `linked to ${[...new Set(ids)].join(', ')}, annotator: “${surface}” = ${entity}`,
      ),
    ];
  });
}

/** Each distinct surface once: is it something the annotator marked too? */
function judgeSurfaces(gold: Gold, found: Found): Outcome[] {
  const marked = [...gold.mentions, ...gold.claims].map((g) => g.surface);
  return [...new Set(found.mentions.map((m) => plain(m.surface)))].map((surface) =>
    outcome(
      'agreement',
      marked.some((m) => alike(m, surface)),
      `marked, annotator did not: “${surface}”`,
    ),
  );
}

function judgeDates(gold: Gold, found: Found): Outcome[] {
  const shown = found.keyDates.slice(0, SHOWN_DATES);
  return gold.key_dates.map(({ date, what }) =>
    outcome(
      'datesAt10',
      shown.some((s) => sameDate(s.date, date)),
      `key date missed: ${date} ${what}`,
    ),
  );
}

function judgeClaims(gold: Gold, found: Found): Outcome[] {
  return [
    ...gold.claims.map(({ surface }) =>
      outcome(
        'claimsFound',
        found.claims.some((c) => alike(c.surface, surface)),
        `claim missed: “${surface}”`,
      ),
    ),
    ...found.claims.map(({ surface, id }) =>
      outcome(
        'claimsAgreed',
        gold.claims.some((c) => alike(c.surface, surface)),
        `claim the annotator did not mark: “${surface}” (${id})`,
      ),
    ),
  ];
}

export interface Share {
  counted: number;
  of: number;
}

export function shareOf(outcomes: readonly Outcome[], figure: Figure): Share {
  const all = outcomes.filter((o) => o.figure === figure);
  return { counted: all.filter((o) => o.counts).length, of: all.length };
}

/** `0.913 (42 of 46)`; a dash where the labels ask for nothing. */
export const sayShare = ({ counted, of }: Share): string =>
  of ? `${(counted / of).toFixed(3)} (${counted} of ${of})` : '–';
