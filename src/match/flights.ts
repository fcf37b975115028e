/** A flight's own dates as events, so that a launch or a landing needs no record of its own. */
import { STEPS, type Bilingual, type Step } from '../facts/schema.ts';
import type { Note } from './base.ts';

const WORDS: Readonly<Record<Step, { en: string; ru: string }>> = {
  launch: { en: 'launch', ru: 'старт' },
  docking: { en: 'docking', ru: 'стыковка' },
  undocking: { en: 'undocking', ru: 'расстыковка' },
  landing: { en: 'landing', ru: 'посадка' },
  loss: { en: 'loss', ru: 'потеря' },
};

/** Docking and undocking are seldom what a reader asks for. */
const WEIGHT: Readonly<Record<Step, 1 | 2>> = { launch: 2, docking: 1, undocking: 1, landing: 2, loss: 2 };

/**
 * @param notes the whole base
 * @returns an event for each date of a flight that no written event about it has already
 */
export function eventsOfFlights(notes: readonly Note[]): Note[] {
  const written = new Set<string>();
  for (const { kind, date, relations } of notes) {
    if (kind === 'event') for (const id of relations?.about ?? []) written.add(`${id} ${date}`);
  }
  return notes.flatMap((flight) =>
    STEPS.flatMap((step) => {
      const date = flight.dates?.[step];
      return date && !written.has(`${flight.id} ${date}`) ? [eventOf(flight, step, date)] : [];
    }),
  );
}

function eventOf(flight: Note, step: Step, date: string): Note {
  const { name, note, short, relations, asOf, checked, sources } = flight;
  const named = (lang: 'en' | 'ru'): string => `${name[lang]}: ${WORDS[step][lang]}`;
  const en: Bilingual = { en: named('en'), ru: named('ru') };
  return {
    id: `${flight.id}-${step}`,
    kind: 'event',
    name: en,
    date,
    status: 'happened',
    weight: WEIGHT[step],
    relations: { about: [flight.id, ...(relations?.crew ?? [])] },
    ...(short ? { short } : {}),
    ...(note ? { note } : {}),
    ...(asOf ? { asOf } : {}),
    checked,
    sources,
  };
}
