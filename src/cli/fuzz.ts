/**
 * `npm run fuzz`: every property of test/fuzz with many random inputs.
 *   -- --runs 20000     inputs for each property (or FUZZ_RUNS); 5,000 unless given
 *   -- --seed 42        as an earlier run printed it, to see the same inputs again; random unless given
 *   -- --only WORDS     only properties whose name has these words
 * Prints seed, counts and times; ends with status 1 and the smallest counterexample of each property that fails.
 */
import { parseArgs } from 'node:util';
import { PROPERTIES } from '../../test/fuzz/index.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string', default: '' } },
});
const number = (text: string | undefined, otherwise: number): number => {
  const given = text === undefined ? otherwise : Number(text);
  if (!Number.isSafeInteger(given)) throw new Error(`${text}: expected a whole number`);
  return given;
};
const runs = number(values.runs ?? process.env['FUZZ_RUNS'], 5000);
const seed = number(values.seed, Math.floor(Math.random() * 2 ** 31));

console.log(`seed ${seed}, ${runs} inputs for each property`);
let held = 0;
let failed = 0;
for (const property of PROPERTIES.filter((p) => p.name.includes(values.only))) {
  const began = performance.now();
  try {
    property.check(runs, seed);
    held++;
    console.log(`held    ${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${property.name}`);
  } catch (error) {
    failed++;
    const cause = error instanceof Error && error.cause instanceof Error ? `\n${error.cause.message}` : '';
    console.error(
      `failed  ${property.name}\n${error instanceof Error ? error.message : String(error)}${cause}`,
    );
  }
}
console.log(`${held} held, ${failed} failed, ${(held + failed) * runs} inputs, seed ${seed}`);
process.exit(failed || !held ? 1 : 0);
