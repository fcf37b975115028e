/** The report on the fact base as text: what there is first, then what somebody has to look at. Pure. */
import { isBrokenRelation, type FactReport, type OfficeGap } from '../../facts/report.ts';
import { sayProblem, type Problem } from '../../facts/validate.ts';
import { columns, flow, part } from './layout.ts';

/** Publishers named one by one; the others are counted. */
const MOST_PUBLISHERS = 24;

const counts = (pairs: readonly (readonly [string | number, number])[]): string[] =>
  pairs.map(([what, n]) => `${what} ${n}`);

/** A heading with its number, said also when there is nothing to list. */
const list = (heading: string, lines: readonly string[], n = lines.length): string[] =>
  n ? ['', `${heading}: ${n}`, ...lines] : ['', `${heading}: none`];

function publishers({ publishers: all }: FactReport): string[] {
  const others = all.slice(MOST_PUBLISHERS);
  const pages = others.reduce((sum, [, n]) => sum + n, 0);
  return [
    ...counts(all.slice(0, MOST_PUBLISHERS)),
    ...(others.length ? [`${others.length} others ${pages}`] : []),
  ];
}

function sayGap({ office, after, before, from, to }: OfficeGap): string {
  const ends = [after ? `after ${after}` : '', before ? `before ${before}` : ''].filter(Boolean).join(', ');
  return `  ${office}: nobody ${to ? `from ${from} to ${to}` : `since ${from}`}${ends ? ` (${ends})` : ''}`;
}

function tier2Lines(report: FactReport): string[] {
  return report.kinds.flatMap(([kind]) => {
    const ids = report.onlyTier2.filter((r) => r.kind === kind).map((r) => r.id);
    return ids.length ? [`  ${kind} ${ids.length}`, ...flow(ids, '    ', ', ')] : [];
  });
}

const sayAll = (problems: readonly Problem[]): string[] => problems.map((p) => `  ${sayProblem(p)}`);

/**
 * @param problems every problem found in the files
 * @param shared forms that stand for two records
 * @returns text with line breaks, none at the end
 */
export function reportText(
  report: FactReport,
  problems: readonly Problem[],
  shared: readonly { form: string; ids: readonly string[] }[],
  today: string,
): string {
  return [
    `${report.records} records on ${today}`,
    ...flow(counts(report.kinds)),
    ...part('Names by language', flow(counts(report.names))),
    ...part('Notes by language', flow(counts(report.notes))),
    '',
    `Sources: ${report.pages} pages, ${report.tiers.map(([tier, n]) => `tier ${tier} ${n}`).join(', ')}; ${report.publishers.length} publishers`,
    ...flow(publishers(report)),
    ...part(
      'Floors',
      columns(
        report.floors.map((f) => [
          f.what,
          `${String(f.have).padStart(4)} of ${String(f.least).padStart(3)}  ${f.missing ? `missing ${f.missing}` : 'met'}`,
        ]),
      ),
    ),
    ...list(
      'Past reviewBy',
      flow(
        report.overdue.map((r) => `${r.id} (${r.reviewBy})`),
        '  ',
        ', ',
      ),
      report.overdue.length,
    ),
    ...list('Broken relations', sayAll(problems.filter(isBrokenRelation))),
    ...list('Other problems', sayAll(problems.filter((p) => !isBrokenRelation(p)))),
    ...list('Gaps in offices', report.gaps.map(sayGap)),
    ...list(
      'Aliases shared by two records',
      shared.map(({ form, ids }) => `  ${form}: ${ids.join(', ')}`),
    ),
    ...list('Records with tier 2 sources only', tier2Lines(report), report.onlyTier2.length),
  ].join('\n');
}
