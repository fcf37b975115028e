import type { CardDate } from '../../match/card.ts';
import { useUi } from '../context.ts';

/** The record's nearest events in order of time; each opens the event's own record. Nothing when there are none. */
export function Dates({ dates, open }: { dates: readonly CardDate[]; open(id: string): void }) {
  const { say } = useUi();
  if (!dates.length) return null;
  return (
    <section>
      <h3>{say('card.dates')}</h3>
      <DateRows dates={dates} open={open} />
    </section>
  );
}

/** Rows “when · what”; a planned one says so in words. */
export function DateRows({ dates, open }: { dates: readonly CardDate[]; open(id: string): void }) {
  const { say, when } = useUi();
  return (
    <ul class="sb-rows">
      {dates.map((d) => (
        <li key={d.id}>
          <span class="sb-when">{when(d, 'short')}</span>
          <span>
            <button type="button" class="sb-link" onClick={() => open(d.id)}>
              {d.what}
            </button>
            {d.scheduled ? <span class="sb-quiet"> · {say('date.scheduled')}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
