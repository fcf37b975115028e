/** Filters of the panel's search. Pure. */
import { firstDay, lastDay } from '../../facts/dates.ts';
import type { Kind } from '../../facts/schema.ts';
import type { SearchHit, TimelineItem } from '../../match/search.ts';

export interface Filters {
  /** null for any */
  kind: Kind | null;
  /** years, both included; null for open */
  from: number | null;
  to: number | null;
}

export const NO_FILTERS: Filters = { kind: null, from: null, to: null };

/**
 * Whether a hit passes. Only events have a date of their own, so a year leaves out what is not an event: showing an office
 * under “2014” would claim more than is known.
 * @param dates events by id
 */
export function passes(hit: SearchHit, filters: Filters, dates: ReadonlyMap<string, TimelineItem>): boolean {
  if (filters.kind && hit.kind !== filters.kind) return false;
  if (filters.from === null && filters.to === null) return true;
  const item = dates.get(hit.id);
  if (!item) return false;
  const first = Number(firstDay(item.date).slice(0, 4));
  const last = Number(lastDay(item.end ?? item.date).slice(0, 4));
  return (filters.to === null || first <= filters.to) && (filters.from === null || last >= filters.from);
}

/** A year as typed; null while it is empty or not four digits yet. */
export const yearOf = (text: string): number | null => (/^\d{4}$/.test(text.trim()) ? Number(text) : null);
