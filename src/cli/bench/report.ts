/** The tables, and the aims with what was measured beside them. */
import type { BrowserKind } from '../browsers.ts';
import { ratio, spread, type Spread } from './stats.ts';
import { column, combined, HEADER, row } from './table.ts';
import type { Cost, Facts, Round } from './types.ts';

/** What one page in one browser gave; `page` is `growth` for the jobs of growth. */
export interface Measured {
  kind: BrowserKind;
  page: string;
  facts: Facts;
  rounds: Round[];
}

const OWN = new Set([
  'floor',
  'finding',
  'reading',
  'find',
  'tokenise',
  'names',
  'same job',
  'reading as shipped',
]);
export const peersOf = (facts: Facts): string[] => facts.jobs.filter((name) => !OWN.has(name));

/** Whole finding at most so many times the floor. */
const MOST_OVER_FLOOR = 3;
/** A hundred times the aliases may cost at most so many times as much. */
const MOST_FOR_ALIASES = 1.5;

export function pageTable(result: Measured): string {
  const { page, facts, rounds } = result;
  const floor = column(rounds, 'floor');
  const line = (what: string, name: string) => row(what, column(rounds, name), floor);
  return [
    `\n${page}, ${facts.shown ? 'shown' : 'not shown'}: ${facts.length} characters in ${facts.textNodes} text nodes, ${facts.aliases} aliases; ratio to the floor`,
    HEADER,
    line('floor: every character read once', 'floor'),
    line('our whole finding', 'finding'),
    line('  text nodes to a string', 'reading'),
    line('  tokenise', 'tokenise'),
    line('  names and words of the subject', 'names'),
    row('  all the rest', combined(rounds, ['find', '-tokenise', '-names']), floor),
    line('(reading as shipped, with skipping)', 'reading as shipped'),
    line('ours, places of all aliases', 'same job'),
    ...peersOf(facts).map((name) => line(name, name)),
    ...facts.remarks.map((remark) => `  ${remark}`),
  ].join('\n');
}

export function growthTable({ facts, rounds }: Measured, page: string): string {
  const one = column(rounds, facts.jobs.find((name) => name === 'aliases × 1') ?? '');
  return [
    `\ngrowth on ${page}, ${facts.length} characters, only \`find\`; ratio to one times the aliases and the text`,
    HEADER,
    ...facts.jobs.map((name) => row(name, column(rounds, name), one)),
    ...facts.remarks.map((remark) => `  ${remark}`),
  ].join('\n');
}

const say = (r: Spread | null): string =>
  r ? `${r.median.toFixed(2)} (${r.low.toFixed(2)}–${r.high.toFixed(2)})` : 'not measured';

/** Each aim with `met` or `not met`, by browser and page. */
export function verdicts(all: readonly Measured[]): string {
  const lines: string[] = ['\naims'];
  const tell = (m: Measured, what: string, r: Spread | null, most: number) =>
    lines.push(
      `${r && r.median <= most ? 'met    ' : 'not met'}  ${m.kind}, ${m.page}: ${what} ${say(r)}, at most ${most}`,
    );
  for (const m of all) {
    if (m.page === 'growth') {
      const last = m.facts.jobs.findLast((name) => name.startsWith('aliases')) ?? '';
      const by = (name: string) => ratio(column(m.rounds, name), column(m.rounds, 'aliases × 1'));
      tell(m, `${last} takes`, by(last), MOST_FOR_ALIASES);
      for (const name of m.facts.jobs.filter((job) => /^text × (?!1$)/.test(job)))
        tell(m, `${name} takes`, by(name), Number(name.split('× ')[1]));
      continue;
    }
    const finding = column(m.rounds, 'finding');
    tell(m, 'finding over the floor', ratio(finding, column(m.rounds, 'floor')), MOST_OVER_FLOOR);
    for (const peer of peersOf(m.facts)) {
      tell(
        m,
        `places of aliases over ${peer}`,
        ratio(column(m.rounds, 'same job'), column(m.rounds, peer)),
        1,
      );
      tell(m, `finding over ${peer}`, ratio(finding, column(m.rounds, peer)), 1);
    }
  }
  return lines.join('\n');
}

/** What a page not on topic may cost in scripts, and one on topic. Milliseconds, medians. */
const MOST_QUIET = 1;
const MOST_SHOWN = 20;

/**
 * What pages cost, each opened once with nothing compiled: in the page, and in the background just woken, where the first
 * text of a language also waits for what finds it. The aims are for the page, whose reader would feel it.
 */
export function costTable(kind: BrowserKind, costs: readonly Cost[]): string {
  const say = (values: readonly number[]): string => {
    const { low, median, high } = spread(values);
    return `${median.toFixed(2)} ms (${low.toFixed(2)}–${high.toFixed(2)}, at most ${Math.max(...values).toFixed(1)})`;
  };
  const tell = (what: string, list: readonly Cost[], most: number): string => {
    if (!list.length) return `  ${what}: no page`;
    const inPage = list.map((c) => c.look + c.reading);
    const read = list.filter((c) => c.worth);
    const behind = read.length ? `; in the background ${say(read.map((c) => c.finding))}` : '';
    return (
      `${spread(inPage).median <= most ? 'met    ' : 'not met'}  ${what}: ${list.length} pages, ` +
      `${read.length} read; in the page ${say(inPage)}, aim ${most}${behind}`
    );
  };
  return [
    `\n${kind}: scripts on a page, everything run once`,
    tell(
      'nothing shown',
      costs.filter((c) => !c.shown),
      MOST_QUIET,
    ),
    tell(
      'shown',
      costs.filter((c) => c.shown),
      MOST_SHOWN,
    ),
  ].join('\n');
}
