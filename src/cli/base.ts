/** The base as the build ships it, made from the files on disk; for the command line and for the build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Fact } from '../facts/schema.ts';
import { sayProblem } from '../facts/validate.ts';
import { makeBase, noteOf, type Base, type Note } from '../match/base.ts';
import { openIndex, packIndex } from '../match/pack.ts';
import { compileIndex, type FindIndex } from '../match/compile.ts';
import { type Lexicon } from '../match/entity-forms.ts';
import { loadFacts, ROOT } from './load-facts.ts';

export interface Compiled {
  facts: Fact[];
  index: FindIndex;
  notes: Note[];
}

/** @throws Error that lists every problem, one a line, when a fact file is not sound */
export function compileBase(): Compiled {
  const { facts, problems } = loadFacts();
  if (problems.length) throw new Error(`fact files are not sound:\n${problems.map(sayProblem).join('\n')}`);
  const lexicon = parse(readFileSync(join(ROOT, 'src/facts/lexicon.yaml'), 'utf8')) as Lexicon;
  return { facts, index: compileIndex(facts, lexicon), notes: facts.map(noteOf) };
}

/** The base as it runs in the extension, packed and opened again. */
export function loadBase(): Base {
  const { index, notes } = compileBase();
  return makeBase(openIndex(packIndex(index)), notes);
}
