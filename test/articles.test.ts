/** Short articles of our own, each for a kind of mistake, read with the real base. Add yours to `articles/*.yaml`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadBase } from '../src/cli/base.ts';
import { find } from '../src/match/find.ts';

const FOLDER = join(import.meta.dirname, 'articles');
const TODAY = '2026-11-22';

const schema = v.array(
  v.strictObject({
    /** what kind of page it is, or which mistake it guards against */
    kind: v.string(),
    lang: v.string(),
    published: v.nullable(v.string()),
    title: v.string(),
    text: v.string(),
    show: v.boolean(),
    /** `surface = id`: must be linked so */
    marks: v.optional(v.array(v.string())),
    /** surfaces that must not be linked to anything */
    leaves: v.optional(v.array(v.string())),
    /** claims noticed, all of them */
    claims: v.optional(v.array(v.string())),
    /** events among the first ten key dates */
    dates: v.optional(v.array(v.string())),
  }),
);

const base = loadBase();
const files = readdirSync(FOLDER).filter((f) => f.endsWith('.yaml'));

describe.each(files)('%s', (file) => {
  const articles = v.parse(schema, parse(readFileSync(join(FOLDER, file), 'utf8')));
  it.each(articles.map((a) => [`${a.lang}: ${a.kind}: ${a.title}`, a] as const))('%s', (_name, a) => {
    const found = find(a, base, TODAY);
    expect(found.show, found.reasons.join('\n')).toBe(a.show);
    const linked = found.mentions.map((m) => `${m.surface} = ${m.id}`);
    for (const mark of a.marks ?? []) expect(linked).toContain(mark);
    const surfaces = new Set(found.mentions.map((m) => m.surface));
    for (const surface of a.leaves ?? []) expect(surfaces).not.toContain(surface);
    if (a.claims) expect(found.claims.map((c) => c.id).sort()).toEqual([...a.claims].sort());
    const first = found.keyDates.slice(0, 10).map((d) => d.id);
    for (const id of a.dates ?? []) expect(first).toContain(id);
  });
});
