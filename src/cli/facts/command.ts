/** What was asked of `npm run facts`, from its arguments. Pure. */
import { parseArgs } from 'node:util';
import { isPartialDate } from '../../facts/dates.ts';
import type { NoteLang } from '../../match/card.ts';

export const USAGE = `usage: npm run facts                                  what there is and what is wrong
       npm run -s facts -- show ID [--lang en|ru]     one record as a reader sees it
       npm run -s facts -- asof DATE [--lang en|ru]   offices and states on a date (2022-08-01, 2022-08 or 2022)
       npm run -s facts -- json                       every record, as one JSON object
       npm run -s facts -- check [FILE…]              problems only
       --today YYYY-MM-DD fixes the clock`;

export type Command =
  | { name: 'report' | 'json' }
  | { name: 'show'; id: string; lang: NoteLang }
  | { name: 'asof'; date: string; lang: NoteLang }
  | { name: 'check'; files: string[] };

/** How many arguments each command takes, at least and at most. */
const TAKES: Record<Command['name'], readonly [number, number]> = {
  report: [0, 0],
  json: [0, 0],
  show: [1, 1],
  asof: [1, 1],
  check: [0, Infinity],
};

const isCommand = (text: string): text is Command['name'] => Object.hasOwn(TAKES, text);
const isLang = (text: string): text is NoteLang => text === 'en' || text === 'ru';

/**
 * @param args what stands after `npm run facts --`
 * @param clock `YYYY-MM-DD`, used unless --today says otherwise
 * @throws Error that says in one line what is wrong with the arguments
 */
export function commandOf(args: readonly string[], clock: string): { command: Command; today: string } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { lang: { type: 'string', default: 'en' }, today: { type: 'string', default: clock } },
  });
  const [name = 'report', ...rest] = positionals;
  if (!isCommand(name)) throw new Error(`unknown command “${name}”`);
  const [least, most] = TAKES[name];
  if (rest.length < least)
    throw new Error(`${name}: expected ${name === 'show' ? 'the id of a record' : 'a date'}`);
  if (rest.length > most) throw new Error(`${name}: did not expect “${rest[most]}”`);
  const { lang, today } = values;
  if (!isLang(lang)) throw new Error(`--lang: notes are written in en and ru, not in “${lang}”`);
  if (today.length !== 10 || !isPartialDate(today))
    throw new Error(`--today: expected a day such as 2026-11-22, not “${today}”`);
  const [first = ''] = rest;
  if (name === 'show') return { command: { name, id: first, lang }, today };
  if (name === 'check') return { command: { name, files: rest }, today };
  if (name !== 'asof') return { command: { name }, today };
  if (!isPartialDate(first)) throw new Error(`asof: expected a date such as 2022-08-01, not “${first}”`);
  return { command: { name, date: first, lang }, today };
}
