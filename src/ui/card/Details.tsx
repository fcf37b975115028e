import type { CardData } from '../../match/card.ts';
import { Dates } from '../record/Dates.tsx';
import { Positions } from '../record/Positions.tsx';
import { Related } from '../record/Related.tsx';
import { Roles } from '../record/Roles.tsx';
import { States } from '../record/States.tsx';

/** What a record knows beyond its note: positions of the partners, offices, states, dates, related records. */
export function Details({ card, openRecord }: { card: CardData; openRecord(id: string): void }) {
  return (
    <div class="sb-details">
      <Positions positions={card.positions} open={openRecord} />
      <Roles roles={card.roles} open={openRecord} />
      <States states={card.states} />
      <Dates dates={card.dates} open={openRecord} />
      <Related related={card.related} open={openRecord} />
    </div>
  );
}
