import { useUi } from '../context.ts';
import { icsName, icsOf } from './ics.ts';
import type { TimelineEntry } from './scale.ts';

interface Props {
  items: readonly TimelineEntry[];
  open(id: string): void;
  /** hands a calendar file to the browser */
  saveIcs(name: string, text: string): void;
}

/** The same dates as the strip, as a list; a planned one can be put into a calendar. */
export function TimelineList({ items, open, saveIcs }: Props) {
  const { say, when, date, today } = useUi();
  const save = (item: TimelineEntry) => {
    const summary = say('ics.within', { what: item.what, date: when(item) });
    saveIcs(icsName(item), icsOf({ ...item, note: say('ics.note', { date: date(today) }) }, today, summary));
  };
  return (
    <ol class="sb-rows">
      {items.map((item) => (
        <li key={item.id}>
          <time class="sb-when" dateTime={item.date}>
            {when(item, 'short')}
          </time>
          <span>
            <button type="button" class="sb-link" onClick={() => open(item.id)}>
              {item.what}
            </button>
            {item.scheduled ? (
              <span class="sb-small sb-planned-row">
                <span>{say('date.scheduled')}</span>
                <button
                  type="button"
                  class="sb-act"
                  aria-label={say('timeline.addNamed', { what: item.what })}
                  onClick={() => save(item)}
                >
                  {say('timeline.addToCalendar')}
                </button>
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
