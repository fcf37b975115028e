import type { CardData } from '../../match/card.ts';
import { Dates } from '../record/Dates.tsx';
import { Related } from '../record/Related.tsx';
import { Roles } from '../record/Roles.tsx';
import { States } from '../record/States.tsx';

/** What a record knows beyond its note: offices, states, dates, related records. */
export function Details({ card, openRecord }: { card: CardData; openRecord(id: string): void }) {
  return (
    <div class="sb-details">
      <Roles roles={card.roles} open={openRecord} />
      <States states={card.states} />
      <Dates dates={card.dates} open={openRecord} />
      <Related related={card.related} open={openRecord} />
    </div>
  );
}
