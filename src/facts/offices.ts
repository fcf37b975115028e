/** Who held an office and when: order, overlaps, gaps. Pure. */
import { compareDates, firstDay, lastDay } from './dates.ts';
import type { Fact } from './schema.ts';
import type { Problem } from './validate.ts';

export interface Holder {
  person: Fact;
  from: string;
  to: string | undefined;
  acting: boolean;
}

/** Who held an office, in order of taking it. */
export function holders(facts: readonly Fact[], office: string): Holder[] {
  return facts
    .flatMap((person) =>
      (person.roles ?? [])
        .filter((role) => role.office === office)
        .map((role) => ({ person, from: role.from, to: role.to, acting: role.acting === true })),
    )
    .sort((a, b) => compareDates(a.from, b.from));
}

/** A role that overlaps its successor's: whoever leaves does so by the last day the successor's start can mean. */
export function checkOffices(facts: readonly Fact[]): Problem[] {
  const problems: Problem[] = [];
  for (const office of facts.filter((f) => f.kind === 'office')) {
    const list = holders(facts, office.id);
    list.forEach((holder, i) => {
      const next = list[i + 1];
      if (!next) return;
      const where = { file: holder.person.file, record: holder.person.id, field: 'roles' };
      if (!holder.to) {
        problems.push({
          ...where,
          what: `holds ${office.id} without an end, but ${next.person.id} took it on ${next.from}`,
        });
      } else if (firstDay(holder.to) > lastDay(next.from)) {
        problems.push({
          ...where,
          what: `holds ${office.id} until ${holder.to}, but ${next.person.id} took it on ${next.from}`,
        });
      }
    });
  }
  return problems;
}

/** Days on which a gapless office (`since`) has nobody, as [last holder, next holder, days]; gaps of a day or less are none. */
export function officeGaps(
  facts: readonly Fact[],
  office: Fact,
): { after: Holder; before: Holder; from: string; to: string }[] {
  const list = holders(facts, office.id);
  return list.flatMap((after, i) => {
    const before = list[i + 1];
    if (!before || !after.to || lastDay(after.to) >= firstDay(before.from)) return [];
    const gap = (Date.parse(firstDay(before.from)) - Date.parse(lastDay(after.to))) / 86_400_000;
    return gap > 1 ? [{ after, before, from: after.to, to: before.from }] : [];
  });
}
