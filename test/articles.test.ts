/** Short articles of our own, each for a kind of mistake, read with the real base. Add yours to `articles/*.yaml`. */
import { describe, expect, it } from 'vitest';
import { loadBase } from '../src/cli/base.ts';
import { find } from '../src/match/find.ts';
import { articleFiles } from './read-articles.ts';

const TODAY = '2026-11-22';
const base = loadBase();

describe.each(articleFiles())('%s', (_file, articles) => {
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
