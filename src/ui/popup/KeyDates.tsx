import type { SummaryDate } from '../../match/summary.ts';
import { useUi } from '../context.ts';
import { rangeOf } from '../timeline/eras.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { TimelineList } from '../timeline/TimelineList.tsx';
import { useWidth } from '../timeline/use-width.ts';
import { MoreList } from './MoreList.tsx';
import { Section } from './Section.tsx';

interface Props {
  /** most relevant first */
  dates: readonly SummaryDate[];
  published: string | null;
  open(id: string): void;
  saveIcs(name: string, text: string): void;
}

const FIRST = 10;
/** The popup's own width less its padding, so that the first paint is already right (CSS px). */
const POPUP_INNER = 368;

/** The dates that matter here, as a strip and as a list; the ten most relevant first, each lot in order of time. */
export function KeyDates({ dates, published, open, saveIcs }: Props) {
  const { say, today } = useUi();
  const [box, width] = useWidth<HTMLDivElement>(POPUP_INNER);
  if (!dates.length) return null;
  const range = rangeOf(dates, [today, ...(published ? [published] : [])]);
  return (
    <Section title={say('popup.dates')}>
      <div ref={box}>
        <Timeline items={dates} range={range} published={published} width={width} open={open} />
      </div>
      <MoreList items={dates} first={FIRST} more={(n) => say('popup.moreDates', { n })}>
        {(shown) => <TimelineList items={inTime(shown)} open={open} saveIcs={saveIcs} />}
      </MoreList>
    </Section>
  );
}

const inTime = (dates: readonly SummaryDate[]): SummaryDate[] =>
  [...dates].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
