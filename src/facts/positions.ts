/** Checks of what the partners have said: who, when, from which source. Pure. */
import { firstDay } from './dates.ts';
import type { Fact, FactRecord, Position } from './schema.ts';

/** Words of one position: a line to read beside the others, not a note. */
const MOST_WORDS = 40;

/**
 * What is wrong with the positions of one record; nothing when it has none.
 * @param bad told of each problem, by field
 */
export function checkPositions(r: FactRecord, bad: (field: string, what: string) => unknown): void {
  if (!r.positions) return;
  if (r.kind !== 'topic') bad('positions', 'only a topic has positions');
  if (new Set(r.positions.map((p) => p.party)).size < 2)
    bad('positions', 'expected positions of at least two parties');
  const seen = new Set<string>();
  r.positions.forEach((p, i) => {
    const at = `positions.${i}`;
    if (!r.sources.includes(p.source)) bad(`${at}.source`, `“${p.source}” is not among the record's sources`);
    if (firstDay(p.date) > r.checked) bad(`${at}.date`, `is after checked (${r.checked})`);
    if (seen.has(`${p.party} ${p.date}`))
      bad(at, `a second position of “${p.party}” with the date ${p.date}`);
    seen.add(`${p.party} ${p.date}`);
    for (const [lang, said] of Object.entries(p.said)) {
      const n = said.split(/\s+/).length;
      if (n > MOST_WORDS) bad(`${at}.said.${lang}`, `expected at most ${MOST_WORDS} words, found ${n}`);
    }
  });
}

/** Positions with places in the list of sources instead of keys. */
export const placed = (r: FactRecord): { positions?: Position[] } =>
  r.positions ? { positions: r.positions.map((p) => ({ ...p, source: r.sources.indexOf(p.source) })) } : {};

/** Ids that positions name, with their fields: each must be an organisation. */
export const partiesOf = (fact: Pick<Fact, 'positions'>): [field: string, id: string][] =>
  (fact.positions ?? []).map((p, i) => [`positions.${i}.party`, p.party]);
