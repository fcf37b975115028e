import type { CardThenNow } from '../../match/card.ts';
import { useUi } from '../context.ts';

/** “When this was written: A · Now: B”, or one line for both: who held the office on the article's day, and holds it now. */
export function ThenNowLine({ thenNow }: { thenNow: CardThenNow }) {
  const { say } = useUi();
  const who = (name: string | null, acting: boolean) =>
    name === null ? say('card.nobody') : acting ? say('card.acting', { who: name }) : name;
  const now = who(thenNow.now, thenNow.nowActing);
  const then = thenNow.then ? who(thenNow.then, thenNow.thenActing) : null;
  return (
    <p class="sb-then">
      <span class="sb-quiet">{thenNow.office}</span>
      {then === now ? (
        <span>{say('card.same', { who: now })}</span>
      ) : (
        <>
          {then === null ? null : <span>{say('card.then', { who: then })}</span>}
          <span>{say('card.now', { who: now })}</span>
        </>
      )}
    </p>
  );
}
