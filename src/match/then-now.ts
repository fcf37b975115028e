/** Who held each office the article touches when it was written, and who holds it now. */
import { holderOn, type Base } from './base.ts';
import type { Weights } from './rank.ts';
import type { ThenNow } from './types.ts';

/** Enough talk of an agency to ask who leads it, in the weights of rank.ts. */
const TOUCHED = 1;

/**
 * @param published null when unknown: then only the present holders are said
 * @returns offices in order of their worth to the article, heads of agencies first among equals
 */
export function thenAndNow(weights: Weights, base: Base, published: string | null, today: string): ThenNow[] {
  if (!weights.size) return [];
  const rows: { row: ThenNow; worth: number }[] = [];
  for (const { office, held, heads } of base.offices) {
    const people = Math.max(0, ...held.map((n) => weights.get(n.id) ?? 0));
    const agency = heads ? (weights.get(office.of ?? '') ?? 0) : 0;
    const worth = Math.max((weights.get(office.id) ?? 0) * 1.5, people, agency >= TOUCHED ? agency * 0.8 : 0);
    if (worth === 0) continue;
    const then = published ? holderOn(held, office.id, published) : null;
    const now = holderOn(held, office.id, today);
    if (!then && !now) continue;
    rows.push({
      worth,
      row: {
        office: office.name.en,
        officeId: office.id,
        then: then?.note.name.en ?? null,
        thenId: then?.note.id ?? null,
        thenActing: then?.acting ?? false,
        now: now?.note.name.en ?? null,
        nowId: now?.note.id ?? null,
        nowActing: now?.acting ?? false,
        asOf: now?.note.asOf ?? null,
      },
    });
  }
  return rows
    .sort((a, b) => b.worth - a.worth || (a.row.officeId < b.row.officeId ? -1 : 1))
    .map((r) => r.row);
}
