/** The one schema of a fact file. Its messages name what was expected; `validate.ts` adds file, record and field. */
import * as v from 'valibot';
import { isPartialDate } from './dates.ts';

/** Languages that names, aliases and rules may be written in. */
export const NAME_LANGS = [
  'en',
  'ru',
  'uk',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'pl',
  'ja',
  'zh',
  'ro',
  'nl',
  'cs',
  'sv',
  'ko',
  'tr',
] as const;
export type NameLang = (typeof NAME_LANGS)[number];

export const KINDS = [
  'person',
  'organisation',
  'office',
  'module',
  'vehicle',
  'site',
  'agreement',
  'law',
  'programme',
  'plan',
  'incident',
  'flight',
  'concept',
  'claim',
  'event',
  'topic',
] as const;
export type Kind = (typeof KINDS)[number];

export const STATES = [
  'planned',
  'in-development',
  'in-orbit',
  'active',
  'retired',
  'deorbited',
  'lost',
  'cancelled',
  'proposed',
  'signed',
  'in-force',
  'passed-one-chamber',
  'enacted',
  'expired',
  'withdrawn',
  'completed',
  'suspended',
] as const;

export const RELATIONS = [
  'partOf',
  'parties',
  'operator',
  'builder',
  'owner',
  'successor',
  'crew',
  'vehicle',
  'site',
  'about',
  'related',
] as const;

const text = v.pipe(v.string('expected text'), v.trim(), v.nonEmpty('expected text, found nothing'));
const day = v.pipe(
  v.string('expected a date in quotes'),
  v.check(isPartialDate, 'expected a date that exists: "2025", "2025-07" or "2025-07-31"'),
);
const year = v.pipe(
  v.string('expected a year in quotes'),
  v.regex(/^20\d\d$/, 'expected a year such as "2028"'),
);
const fullDay = v.pipe(
  day,
  v.check((d) => d.length === 10, 'expected a day: "2025-07-31"'),
);
const id = v.pipe(
  v.string('expected an id'),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case letters, digits and hyphens'),
);
const nameLang = v.picklist(NAME_LANGS, `expected a language of ${NAME_LANGS.join(', ')}`);
/** A text in English and Russian at least; the schema is ready for every language above. */
const bilingual = v.intersect([v.object({ en: text, ru: text }), v.record(nameLang, text)]);

const alias = v.union(
  [
    text,
    v.strictObject({
      text,
      when: v.optional(
        v.picklist(['near', 'beside', 'named', 'clear'], 'expected near, beside, named or clear'),
      ),
      caps: v.optional(v.boolean('expected true or false')),
      /** the form is taken as it is: the build makes no inflected forms of it */
      fixed: v.optional(v.boolean('expected true or false')),
    }),
  ],
  'expected an alias: text, or { text, when, caps }',
);

const rule = v.strictObject({
  lang: nameLang,
  all: v.pipe(v.array(text, 'expected a list'), v.minLength(1, 'expected at least one line')),
  within: v.optional(
    v.pipe(v.number('expected a number of words'), v.integer(), v.minValue(1), v.maxValue(60)),
  ),
  ordered: v.optional(v.boolean('expected true or false')),
  none: v.optional(v.array(text, 'expected a list')),
  needs: v.optional(v.array(id, 'expected a list of ids')),
  from: v.optional(day),
  to: v.optional(day),
  voice: v.optional(v.picklist(['any', 'own'], 'expected any or own')),
});

/** What one partner has said on a topic, and when; `source` is a key, and one of the record's own. */
const position = v.strictObject({ party: id, said: bilingual, date: day, source: text });

/** What happens in a flight, in order. */
export const STEPS = ['launch', 'docking', 'undocking', 'landing', 'loss'] as const;
export type Step = (typeof STEPS)[number];

export const VERDICTS = ['outdated', 'false', 'contested', 'imprecise', 'incomplete', 'unsupported'] as const;

export const recordSchema = v.strictObject({
  id,
  kind: v.picklist(KINDS, `expected one of ${KINDS.join(', ')}`),
  name: bilingual,
  aliases: v.optional(v.record(nameLang, v.array(alias, 'expected a list of aliases'))),
  surname: v.optional(v.record(nameLang, text)),
  short: v.optional(bilingual),
  note: v.optional(bilingual),
  why: v.optional(bilingual),
  date: v.optional(day),
  end: v.optional(day),
  status: v.optional(
    v.picklist(['happened', 'scheduled', 'cancelled'], 'expected happened, scheduled or cancelled'),
  ),
  weight: v.optional(v.picklist([1, 2, 3], 'expected 1, 2 or 3')),
  dates: v.optional(v.record(v.picklist(STEPS, `expected one of ${STEPS.join(', ')}`), day)),
  roles: v.optional(
    v.array(
      v.strictObject({ office: id, from: day, to: v.optional(day), acting: v.optional(v.boolean()) }),
      'expected a list of roles',
    ),
  ),
  of: v.optional(id),
  since: v.optional(day),
  states: v.optional(
    v.array(
      v.strictObject({
        state: v.picklist(STATES, `expected one of ${STATES.join(', ')}`),
        from: v.optional(day),
        to: v.optional(day),
        note: v.optional(bilingual),
      }),
      'expected a list of states',
    ),
  ),
  relations: v.optional(
    v.record(
      v.picklist(RELATIONS, `expected one of ${RELATIONS.join(', ')}`),
      v.array(id, 'expected a list of ids'),
    ),
  ),
  /** a word most readers know: marked only where the article dwells on it */
  common: v.optional(v.literal(true, 'expected true')),
  /** years that name a decision: “until 2028”, “beyond 2024” in a text about the station then mean this record */
  until: v.optional(year),
  beyond: v.optional(year),
  wikidata: v.optional(v.pipe(v.string(), v.regex(/^Q[1-9]\d*$/, 'expected a Wikidata id such as Q1771'))),
  disputed: v.optional(bilingual),
  verdict: v.optional(v.picklist(VERDICTS, `expected one of ${VERDICTS.join(', ')}`)),
  positions: v.optional(v.array(position, 'expected a list of positions')),
  rules: v.optional(v.array(rule, 'expected a list of rules')),
  cues: v.optional(v.record(nameLang, v.array(text, 'expected a list of words'))),
  asOf: v.optional(day),
  checked: fullDay,
  reviewBy: v.optional(fullDay),
  sources: v.pipe(
    v.array(text, 'expected a list of source keys'),
    v.minLength(1, 'expected at least one source'),
  ),
});

export const sourceSchema = v.strictObject({
  url: v.pipe(
    v.string('expected an address'),
    v.regex(/^https?:\/\/[^\s]+$/, 'expected an address that begins with http'),
  ),
  title: text,
  publisher: text,
  published: v.nullable(day),
  accessed: fullDay,
  lang: v.pipe(
    v.string('expected a language code'),
    v.regex(/^[a-z]{2}$/, 'expected a two-letter language code'),
  ),
  tier: v.picklist([1, 2], 'expected tier 1 or 2'),
});

export const factFileSchema = v.strictObject({
  sources: v.record(v.string(), sourceSchema),
  records: v.array(v.unknown(), 'expected a list of records'),
});

export type FactRecord = v.InferOutput<typeof recordSchema>;
export type FactSource = v.InferOutput<typeof sourceSchema>;
export type Alias = v.InferOutput<typeof alias>;
export type ClaimRule = v.InferOutput<typeof rule>;
/** A text by language; `en` and `ru` are always there. */
export type Bilingual = v.InferOutput<typeof bilingual>;
/** `source` is a place in the record's list of sources. */
export type Position = Omit<v.InferOutput<typeof position>, 'source'> & { source: number };
/** A record with its sources in place of their keys: the form everything after validation works on. */
export type Fact = Omit<FactRecord, 'sources' | 'positions'> & {
  sources: FactSource[];
  positions?: Position[];
  file: string;
};
