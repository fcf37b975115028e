/** Samples to lines of text. */
import { ratio, spread, type Spread } from './stats.ts';
import type { Round } from './types.ts';

export type Column = (number | undefined)[];

/** The samples of one job, by round. */
export const column = (rounds: readonly Round[], name: string): Column => rounds.map((round) => round[name]);

/** Sum of columns round by round; a minus sign before a name takes it away. Undefined where one is missing. */
export const combined = (rounds: readonly Round[], names: readonly string[]): Column =>
  rounds.map((round) => {
    let sum = 0;
    for (const name of names) {
      const value = round[name.replace(/^-/, '')];
      if (value === undefined) return undefined;
      sum += name.startsWith('-') ? -value : value;
    }
    return sum;
  });

const number = (n: number): string =>
  Math.abs(n) >= 100 ? n.toFixed(0) : Math.abs(n) >= 10 ? n.toFixed(1) : n.toFixed(2);
const range = ({ low, high }: Spread): string => `${number(low)}–${number(high)}`;

export const HEADER = `${''.padEnd(34)}${'ms'.padStart(9)}${'quartiles'.padStart(16)}${'ratio'.padStart(9)}${'quartiles'.padStart(16)}`;

/** `what   ms  quartiles  ratio  quartiles`, the ratio taken round by round to `to`. */
export function row(what: string, values: Column, to: Column): string {
  const known = values.filter((v) => v !== undefined);
  if (!known.length) return `${what.padEnd(34)}${'–'.padStart(9)}`;
  const s = spread(known);
  const r = ratio(values, to);
  const ratios = r ? `${number(r.median).padStart(9)}${range(r).padStart(16)}` : '';
  return `${what.padEnd(34)}${number(s.median).padStart(9)}${range(s).padStart(16)}${ratios}`;
}
