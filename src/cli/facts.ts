/** `npm run facts`: what is in the fact base, for those who tend it. */
import { resolve } from 'node:path';
import { loadFacts } from './load-facts.ts';
import { sayProblem } from '../facts/validate.ts';

const [command = 'report', ...rest] = process.argv.slice(2);

if (command === 'check') {
  const { facts, problems } = loadFacts(undefined, rest.length ? rest.map((f) => resolve(f)) : undefined);
  for (const p of problems) console.error(sayProblem(p));
  console.log(`${facts.length} records, ${problems.length} problems`);
  process.exit(problems.length ? 1 : 0);
}
