/** Who held each office and how each thing stood on a date, as text. Pure. */
import { KINDS, type Fact } from '../../facts/schema.ts';
import { holders } from '../../facts/offices.ts';
import { nameIn, type NoteLang } from '../../match/card.ts';
import { makeUi, type Ui } from '../../ui/context.ts';
import { columns, flow, part } from './layout.ts';
import { spansOn, type Span } from './spans.ts';
import { stateWord } from './words.ts';

interface Held {
  what: string;
  span: Span;
  sure: boolean;
}

/** `active, since 2016`; with a question mark where the dates leave it open. */
function sayHeld(list: readonly Held[], ui: Ui): string {
  return list
    .map(({ what, span, sure }) => {
      const when = ui.span(span.from ?? null, span.to ?? null, 'short');
      return `${what}${when ? `, ${when}` : ''}${sure ? '' : ' (?)'}`;
    })
    .join(' | ');
}

function officeRows(facts: readonly Fact[], date: string, ui: Ui): [string, string][] {
  return facts
    .filter((f) => f.kind === 'office')
    .map((office): [string, string] => {
      const list = holders(facts, office.id);
      const held = spansOn(list, date).flatMap(({ at, sure }): Held[] => {
        const holder = list[at];
        if (!holder) return [];
        const who = nameIn(holder.person, ui.noteLang);
        return [{ what: holder.acting ? ui.say('card.acting', { who }) : who, span: holder, sure }];
      });
      return [nameIn(office, ui.noteLang), held.length ? sayHeld(held, ui) : ui.say('card.nobody')];
    });
}

/** States of one thing on the date; [] before its first and after its last. */
function statesOn({ states = [], asOf }: Fact, date: string, ui: Ui): Held[] {
  return spansOn(states, date, asOf).flatMap(({ at, sure }) => {
    const state = states[at];
    return state ? [{ what: stateWord(state.state, ui.say), span: state, sure }] : [];
  });
}

/**
 * @param date a day, a month or a year
 * @returns text with line breaks, none at the end; `(?)` marks what the precision of the dates leaves open
 */
export function asOfText(facts: readonly Fact[], date: string, lang: NoteLang): string {
  const ui = makeUi(lang, date);
  const things = facts
    .filter((f) => f.states?.length)
    .map((fact) => ({ fact, held: statesOn(fact, date, ui) }));
  const absent = things.filter(({ held }) => !held.length).map(({ fact }) => fact.id);
  const parts = KINDS.flatMap((kind) => {
    const rows = things.filter(({ fact, held }) => fact.kind === kind && held.length);
    return part(
      ui.say(`kind.${kind}`),
      columns(rows.map(({ fact, held }) => [nameIn(fact, lang), sayHeld(held, ui)])),
    );
  });
  return [
    date.length === 10
      ? `On ${date}; (?) where the dates on record leave it open`
      : `In ${date}; (?) for a part of it, or where the dates on record leave it open`,
    ...part(ui.say('kind.office'), columns(officeRows(facts, date, ui))),
    ...parts,
    ...part(`In no state on record then: ${absent.length}`, flow(absent, '  ', ', ')),
  ].join('\n');
}
