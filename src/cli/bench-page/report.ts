/** The table of costs, and the aims they are held against. */
import type { Variant } from './variants.ts';

/** What one page cost in each browser; medians of its rounds. */
export interface PageCost {
  name: string;
  onTopic: boolean;
  /** CPU time of script, ms */
  script: Record<Variant, number>;
  /** CPU time of script in one task, ms */
  longest: Record<Variant, number>;
  /** CPU time for making the worlds of scripts, ms */
  worlds: Record<Variant, number>;
  /** script heap after collecting garbage, bytes */
  heap: Record<Variant, number>;
  /** from the article parsed to the first mark painted, ms; null where nothing is marked */
  awake: number | null;
  asleep: number | null;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? NaN;
  const high = sorted[Math.ceil(place)] ?? NaN;
  return low + (high - low) * (place - Math.floor(place));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

const cell = (n: number): string =>
  (Number.isFinite(n) ? n.toFixed(Math.abs(n) < 10 ? 2 : 1) : '–').padStart(10);
/** What was measured, with its median, 95 % and most. */
export const line = (what: string, values: readonly number[]): string =>
  `${what.padEnd(46)}${cell(median(values))}${cell(quantile(values, 0.95))}${cell(Math.max(...values))}`;

const known = (values: readonly (number | null)[]): number[] => values.filter((v) => v !== null);

function part(what: string, pages: readonly PageCost[]): string[] {
  if (!pages.length) return [];
  const over = (of: 'script' | 'worlds' | 'heap', variant: Variant) =>
    pages.map((p) => p[of][variant] - p[of].none);
  const [awake, asleep] = [known(pages.map((p) => p.awake)), known(pages.map((p) => p.asleep))];
  return [
    `\n${what}: ${pages.length} pages`.padEnd(47) +
      ['median', '95 %', 'most'].map((w) => w.padStart(10)).join(''),
    line(
      'script of the page without any extension, ms',
      pages.map((p) => p.script.none),
    ),
    line('added by an empty content script, ms', over('script', 'empty')),
    line('added by ours, ms', over('script', 'ours')),
    line('a world for an empty content script, ms', over('worlds', 'empty')),
    line('a world for ours, ms', over('worlds', 'ours')),
    line(
      'longest single run of ours, ms',
      pages.map((p) => p.longest.ours),
    ),
    line(
      'heap added by an empty content script, kB',
      over('heap', 'empty').map((b) => b / 1024),
    ),
    line(
      'heap added by ours, kB',
      over('heap', 'ours').map((b) => b / 1024),
    ),
    ...(awake.length ? [line('first mark, background awake, ms', awake)] : []),
    ...(asleep.length ? [line('first mark, background asleep, ms', asleep)] : []),
  ];
}

/** Over the lines of {@link pageLine}: script and longest run in ms, heap in kB, first mark awake and asleep in ms. */
export const EACH = `page${' '.repeat(42)}${['script', 'longest', 'heap', 'awake', 'asleep'].map((w) => w.padStart(10)).join('')}`;

export const pageLine = (p: PageCost): string =>
  `${p.name.slice(0, 45).padEnd(46)}${[
    p.script.ours - p.script.none,
    p.longest.ours,
    (p.heap.ours - p.heap.none) / 1024,
    p.awake ?? NaN,
    p.asleep ?? NaN,
  ]
    .map(cell)
    .join('')}`;

export function report(pages: readonly PageCost[]): string {
  const off = pages.filter((p) => !p.onTopic);
  const on = pages.filter((p) => p.onTopic);
  const added = (list: readonly PageCost[]) => list.map((p) => p.script.ours - p.script.none);
  const aims: [what: string, value: number, most: number][] = [
    ['off topic: script, median', median(added(off)), 1],
    ['off topic: script, 95 %', quantile(added(off), 0.95), 3],
    ['on topic: script, median', median(added(on)), 20],
    ['on topic: longest single run', Math.max(...on.map((p) => p.longest.ours)), 10],
    ['on topic: first mark, awake, median', median(known(on.map((p) => p.awake))), 100],
    ['on topic: first mark, asleep, median', median(known(on.map((p) => p.asleep))), 400],
  ];
  return [
    ...part('off topic', off),
    ...part('on topic', on),
    '\naim'.padEnd(47) + ['is', 'at most'].map((w) => w.padStart(10)).join(''),
    ...aims.map(
      ([what, value, most]) =>
        `${what.padEnd(46)}${cell(value)}${cell(most)}  ${value <= most ? 'met' : 'NOT MET'}`,
    ),
  ].join('\n');
}
