/** The fact base as one JSON value, for other programs. Pure. */
import type { Fact } from '../../facts/schema.ts';

/** A fact as a program reads it: its English name as text, all names beside it, everything else as written. */
export type JsonRecord = Omit<Fact, 'name'> & { name: string; names: Fact['name'] };

/** @returns records in the order given, events, claims and topics included */
export const jsonOf = (facts: readonly Fact[]): { records: JsonRecord[] } => ({
  records: facts.map(({ id, kind, name, ...rest }) => ({ id, kind, name: name.en, names: name, ...rest })),
});
