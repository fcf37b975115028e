/** A property that holds for any input: run a little with the unit tests, and long by `npm run fuzz`. */
import fc from 'fast-check';

export interface Fuzz {
  name: string;
  /** runs in the unit tests; chosen so that each takes about a second at most */
  few: number;
  /** @throws Error with seed, path and the smallest counterexample */
  check(runs: number, seed: number): void;
}

export const fuzz = <T>(
  name: string,
  few: number,
  input: fc.Arbitrary<T>,
  holds: (value: T) => void,
): Fuzz => ({
  name,
  few,
  check: (runs, seed) => fc.assert(fc.property(input, holds), { numRuns: runs, seed }),
});

/** @throws Error with what was expected, when it is not so */
export function must(sound: boolean, what: () => string): asserts sound {
  if (!sound) throw new Error(what());
}
