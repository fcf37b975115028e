/** A record for unit tests; not real enough to ship and not imported by anything that does. */
import type { CardData } from '../match/card.ts';

export const sampleCard = (over: Partial<CardData> = {}): CardData => ({
  id: 'bakanov-dmitry',
  kind: 'person',
  name: 'Dmitry Bakanov',
  short: 'head of Roscosmos since February 2025',
  note: 'Director general of Roscosmos since 6 February 2025. Met Sean Duffy on 31 July 2025.',
  why: null,
  disputed: null,
  when: null,
  positions: [],
  roles: [
    {
      office: 'Director General of Roscosmos',
      officeId: 'roscosmos-head',
      from: '2025-02-06',
      to: null,
      acting: false,
    },
  ],
  states: [],
  dates: [{ id: 'met-2025', date: '2025-07-31', what: 'Bakanov and Duffy meet', scheduled: false }],
  thenNow: {
    office: 'Director General of Roscosmos',
    then: 'Dmitry Bakanov',
    thenActing: false,
    now: 'Dmitry Bakanov',
    nowActing: false,
    changed: false,
  },
  asOf: '2026-03',
  checked: '2026-11-22',
  stale: false,
  sources: [
    {
      url: 'https://tass.com/science/1',
      title: 'Bakanov [named] head',
      publisher: 'TASS',
      published: '2025-02-06',
      accessed: '2026-11-22',
      lang: 'en',
      tier: 2,
    },
    {
      url: 'https://example.org/a_(b)',
      title: 'Встреча',
      publisher: 'Роскосмос',
      published: null,
      accessed: '2026-11-22',
      lang: 'ru',
      tier: 1,
    },
  ],
  related: [{ id: 'roscosmos', name: 'Roscosmos', kind: 'organisation' }],
  ...over,
});
