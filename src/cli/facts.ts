/** `npm run facts`: what is in the fact base, for those who tend it. The commands are in {@link USAGE}. */
import { resolve } from 'node:path';
import { reportOf } from '../facts/report.ts';
import { sayProblem, type Problem } from '../facts/validate.ts';
import { makeBase, noteOf } from '../match/base.ts';
import { compileIndex, sharedForms, type FindIndex } from '../match/compile.ts';
import { asOfText } from './facts/asof.ts';
import { commandOf, USAGE, type Command } from './facts/command.ts';
import { jsonOf } from './facts/json.ts';
import { reportText } from './facts/report-text.ts';
import { likeIds, showText } from './facts/show.ts';
import { loadFacts } from './load-facts.ts';

/** Showing a record finds nothing in any text, so it needs no index, and works while another file is being mended. */
const NO_INDEX: FindIndex = { entities: [], topics: [], lexicon: [], lines: [], claims: [] };

const complain = (problems: readonly Problem[]): void =>
  problems.forEach((p) => console.error(sayProblem(p)));

/** @returns the exit code: 1 when the files have problems or the record is not there */
function run(command: Command, today: string): number {
  if (command.name === 'check') {
    const { facts, problems } = loadFacts(
      undefined,
      command.files.length ? command.files.map((f) => resolve(f)) : undefined,
    );
    complain(problems);
    console.log(`${facts.length} records, ${problems.length} problems`);
    return problems.length ? 1 : 0;
  }
  const { facts, problems } = loadFacts();
  switch (command.name) {
    case 'report':
      console.log(reportText(reportOf(facts, today), problems, sharedForms(compileIndex(facts, {})), today));
      return problems.length ? 1 : 0;
    case 'json':
      complain(problems);
      console.log(JSON.stringify(jsonOf(facts)));
      return problems.length ? 1 : 0;
    case 'asof':
      complain(problems);
      console.log(asOfText(facts, command.date, command.lang));
      return 0;
    case 'show': {
      const base = makeBase(NO_INDEX, facts.map(noteOf));
      const note = base.notes.get(command.id);
      if (note) {
        console.log(showText(note, base, command.lang, today));
        return 0;
      }
      const like = likeIds(command.id, base.notes.keys());
      console.error(`no record “${command.id}”${like.length ? `; there is ${like.join(', ')}` : ''}`);
      return 1;
    }
  }
}

// The reader of a pipe may leave early (`| head`); that is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

let asked: ReturnType<typeof commandOf> | null = null;
try {
  asked = commandOf(process.argv.slice(2), new Date().toISOString().slice(0, 10));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
}
// Not process.exit: it would cut off what a pipe has not taken yet.
process.exitCode = asked ? run(asked.command, asked.today) : 2;
