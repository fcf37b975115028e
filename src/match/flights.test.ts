import { describe, expect, it } from 'vitest';
import { noteOf } from './base.ts';
import { eventsOfFlights } from './flights.ts';
import { event, fact } from './test-base.ts';

const flight = fact('soyuz-x', 'flight', 'Soyuz X|Союз Х', {
  dates: { launch: '2013-11-07', docking: '2013-11-07', landing: '2014-05' },
  relations: { crew: ['a-person'], vehicle: ['soyuz'] },
});

describe('the dates of a flight', () => {
  it('are events about the flight and its crew', () => {
    const events = eventsOfFlights([flight].map(noteOf));
    expect(events.map(({ id, name, date }) => [id, name.en, name.ru, date])).toEqual([
      ['soyuz-x-launch', 'Soyuz X: launch', 'Союз Х: старт', '2013-11-07'],
      ['soyuz-x-docking', 'Soyuz X: docking', 'Союз Х: стыковка', '2013-11-07'],
      ['soyuz-x-landing', 'Soyuz X: landing', 'Союз Х: посадка', '2014-05'],
    ]);
    expect(events[0]?.relations?.about).toEqual(['soyuz-x', 'a-person']);
    expect(events[0]?.note).toEqual(flight.note);
  });

  it('give way to a written event of the same day', () => {
    const written = event('soyuz-x-lands', '2014-05', ['someone', 'soyuz-x']);
    expect(eventsOfFlights([flight, written].map(noteOf)).map((e) => e.id)).toEqual([
      'soyuz-x-launch',
      'soyuz-x-docking',
    ]);
  });

  it('are none where a flight has none', () => {
    expect(eventsOfFlights([noteOf(fact('soyuz-y', 'flight', 'Soyuz Y'))])).toEqual([]);
  });
});
