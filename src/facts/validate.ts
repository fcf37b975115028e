/** Checks of fact files: each problem says file, record, field and what was expected. Pure. */
import * as v from 'valibot';
import { firstDay, lastDay } from './dates.ts';
import { checkOffices } from './offices.ts';
import { checkPages, originOf } from './pages.ts';
import { checkPositions, partiesOf, placed } from './positions.ts';
import { factFileSchema, recordSchema, STEPS, type Alias, type Fact, type FactRecord } from './schema.ts';

export interface Problem {
  file: string;
  /** record id, or `#3` for the third record of a file when the id itself is wrong; '' for the file */
  record: string;
  field: string;
  what: string;
}

export const sayProblem = (p: Problem): string =>
  [p.file, p.record, p.field].filter(Boolean).join(': ') + `: ${p.what}`;

const fieldOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).map((step) => String((step as { key?: unknown }).key)).join('.');

const isObject = (x: unknown): x is Record<string, unknown> =>
  typeof x === 'object' && x !== null && !Array.isArray(x);

/** What valibot found, in words an editor understands. */
function sayIssue(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object') {
    return issue.expected === 'never'
      ? 'no such field; see docs/FACTS.md for the fields there are'
      : 'this field is missing';
  }
  return issue.input === undefined ? 'this field is missing' : issue.message;
}

/**
 * One fact file as parsed from YAML.
 * @param file path for messages
 * @param data what the YAML parser gave
 * @returns the facts that are well formed, and every problem; never throws on bad data
 */
export function readFactFile(file: string, data: unknown): { facts: Fact[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const outer = v.safeParse(factFileSchema, data);
  if (!outer.success) {
    return {
      facts: [],
      problems: outer.issues.map((i) => ({ file, record: '', field: fieldOf(i), what: sayIssue(i) })),
    };
  }
  const { sources, records } = outer.output;
  const facts: Fact[] = [];
  const used = new Set<string>();
  records.forEach((raw, at) => {
    const name = isObject(raw) && typeof raw['id'] === 'string' ? raw['id'] : `#${at + 1}`;
    const bad = (field: string, what: string) => problems.push({ file, record: name, field, what });
    const parsed = v.safeParse(recordSchema, raw);
    if (!parsed.success) {
      for (const issue of parsed.issues) bad(fieldOf(issue), sayIssue(issue));
      return;
    }
    const record = parsed.output;
    for (const key of record.sources) {
      used.add(key);
      if (!sources[key]) bad('sources', `no source “${key}” in this file`);
    }
    const cited = record.sources.flatMap((key) => sources[key] ?? []);
    checkRecord(record, cited, bad);
    const { positions: _keys, ...rest } = record;
    facts.push({ ...rest, ...placed(record), sources: cited, file });
  });
  for (const key of Object.keys(sources)) {
    if (facts.length === records.length && !used.has(key))
      problems.push({ file, record: '', field: `sources.${key}`, what: 'no record uses this source' });
  }
  return { facts, problems };
}

/** Number of words; Russian and English only, so splitting at spaces is enough. */
const words = (text: string): number => text.split(/\s+/).length;

/** Bounds on a note's length in words, by kind; wider than the aim in docs/FACTS.md so that no good note is refused. */
const NOTE_WORDS: Partial<Record<FactRecord['kind'], [number, number]>> = {
  topic: [30, 130],
  event: [5, 75],
  claim: [6, 80],
};

/** Letters a prefix must have; the matcher looks prefixes up by their first four (`STEM` in match/tokens.ts). */
const LEAST_PREFIX = 4;

/** Texts in which `*` ends a prefix, with the field they stand in. */
function prefixTexts(r: FactRecord): [field: string, texts: readonly string[]][] {
  return [
    ...Object.entries(r.cues ?? {}).map(([lang, list]): [string, readonly string[]] => [
      `cues.${lang}`,
      list,
    ]),
    ...(r.rules ?? []).flatMap((rule, i): [string, readonly string[]][] => [
      [`rules.${i}.all`, rule.all],
      [`rules.${i}.none`, rule.none ?? []],
    ]),
  ];
}

type Say = (field: string, what: string) => unknown;

function checkRecord(r: FactRecord, cited: Fact['sources'], bad: Say): void {
  const witnesses = new Set(cited.map((s) => originOf(s.publisher)));
  if (cited.length && !cited.some((s) => s.tier === 1) && witnesses.size < 2) {
    bad('sources', 'expected one tier 1 source, or tier 2 sources of two publishers');
  }
  const need = (field: keyof FactRecord) => {
    if (r[field] === undefined) bad(field, `a record of kind ${r.kind} needs this field`);
  };
  if (r.kind !== 'event') {
    need('note');
    need('asOf');
  }
  if (!['event', 'claim', 'topic', 'person', 'office'].includes(r.kind)) need('short');
  if (r.kind === 'event') need('date');
  if (r.kind === 'office') need('of');
  if (r.kind === 'claim') {
    need('verdict');
    need('rules');
  }
  if (r.kind === 'topic') need('cues');
  if ((r.kind === 'topic' || r.kind === 'event') && !r.relations?.about?.length)
    bad('relations.about', 'expected at least one record');
  if (r.roles && r.kind !== 'person') bad('roles', 'only a person holds an office');
  if (r.status && r.kind !== 'event') bad('status', 'only an event has this; use states');

  const [least, most] = NOTE_WORDS[r.kind] ?? [10, 95];
  for (const [lang, text] of Object.entries(r.note ?? {})) {
    if (!['en', 'ru'].includes(lang)) continue;
    const n = words(text);
    if (n < least || n > most) bad(`note.${lang}`, `expected ${least} to ${most} words, found ${n}`);
  }
  for (const [lang, text] of Object.entries(r.short ?? {})) {
    if (text.length > 110) bad(`short.${lang}`, `expected at most 110 characters, found ${text.length}`);
  }
  if (r.date && r.end && firstDay(r.date) > lastDay(r.end))
    bad('end', `ends (${r.end}) before it begins (${r.date})`);
  for (const [list, at] of [
    [r.roles, 'roles'],
    [r.states, 'states'],
  ] as const) {
    (list ?? []).forEach((span, i) => {
      if (span.from && span.to && firstDay(span.from) > lastDay(span.to)) {
        bad(`${at}.${i}.to`, `ends (${span.to}) before it begins (${span.from})`);
      }
    });
  }
  if (r.dates && r.kind !== 'flight') bad('dates', 'only a flight has these');
  const steps = STEPS.flatMap((step) => (r.dates?.[step] ? [{ step, date: r.dates[step] }] : []));
  steps.forEach(({ step, date }, i) => {
    const before = steps[i - 1];
    if (before && firstDay(before.date) > lastDay(date))
      bad(`dates.${step}`, `is (${date}) before ${before.step} (${before.date})`);
  });
  checkPositions(r, bad);
  if (r.reviewBy && r.reviewBy < r.checked) bad('reviewBy', `is before checked (${r.checked})`);
  for (const [field, texts] of prefixTexts(r)) {
    for (const text of texts) {
      for (const word of text.split(/[\s|]+/)) {
        if (word.endsWith('*') && word.length <= LEAST_PREFIX)
          bad(field, `the prefix “${word}” is too short; expected at least ${LEAST_PREFIX} letters before *`);
      }
    }
  }
  for (const [lang, list] of Object.entries(r.aliases ?? {})) {
    (list as Alias[]).forEach((alias, i) => {
      const text = typeof alias === 'string' ? alias : alias.text;
      const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
      const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
      if (letters < 2 && !han) bad(`aliases.${lang}.${i}`, `“${text}” is one letter; expected at least two`);
    });
  }
}

/**
 * What only shows when all files are read together: ids, relations, offices, pages.
 * @returns problems in file order; [] when the base is sound
 */
export function checkBase(facts: readonly Fact[]): Problem[] {
  const problems: Problem[] = [];
  const byId = new Map<string, Fact>();
  for (const fact of facts) {
    const first = byId.get(fact.id);
    if (!first) byId.set(fact.id, fact);
    else
      problems.push({ file: fact.file, record: fact.id, field: 'id', what: `already used in ${first.file}` });
  }
  for (const fact of facts) {
    const bad = (field: string, what: string) =>
      problems.push({ file: fact.file, record: fact.id, field, what });
    const known = (field: string, id: string, kind?: string) => {
      const target = byId.get(id);
      if (!target) bad(field, `no record “${id}”`);
      else if (kind && target.kind !== kind)
        bad(field, `“${id}” is of kind ${target.kind}, expected ${kind}`);
    };
    for (const [relation, ids] of Object.entries(fact.relations ?? {})) {
      for (const id of ids) known(`relations.${relation}`, id);
    }
    (fact.roles ?? []).forEach((role, i) => known(`roles.${i}.office`, role.office, 'office'));
    (fact.rules ?? []).forEach((rule, i) =>
      (rule.needs ?? []).forEach((id) => known(`rules.${i}.needs`, id)),
    );
    if (fact.of) known('of', fact.of);
    for (const [field, id] of partiesOf(fact)) known(field, id, 'organisation');
  }
  return [...problems, ...checkOffices(facts), ...checkPages(facts)];
}
