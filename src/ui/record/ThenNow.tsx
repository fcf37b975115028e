import type { CardThenNow } from '../../match/card.ts';
import { useUi } from '../context.ts';

/** “When this was written: head · Now: head”: who held the office on the article's day, and holds it now. */
export function ThenNowLine({ thenNow }: { thenNow: CardThenNow }) {
  const { say } = useUi();
  const who = (name: string | null, acting: boolean) =>
    name === null ? say('card.nobody') : acting ? say('card.acting', { who: name }) : name;
  return (
    <p class="sb-then">
      <span class="sb-quiet">{thenNow.office}</span>
      {thenNow.then ? <span>{say('card.then', { who: who(thenNow.then, thenNow.thenActing) })}</span> : null}
      <span>{say('card.now', { who: who(thenNow.now, thenNow.nowActing) })}</span>
    </p>
  );
}
