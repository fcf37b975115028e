import type { SummaryHolder } from '../../match/summary.ts';
import { useUi } from '../context.ts';
import { Section } from './Section.tsx';

interface Props {
  holders: readonly SummaryHolder[];
  open(id: string): void;
}

const isSame = (h: SummaryHolder): boolean =>
  h.thenId !== null && h.thenId === h.nowId && h.thenActing === h.nowActing;

/** Offices the article turns on: who held them then, who does now; those that changed hands first. Nothing when there are none. */
export function Holders({ holders, open }: Props) {
  const { say, date, noteLang } = useUi();
  if (!holders.length) return null;
  return (
    <Section title={say('popup.holders')}>
      <ul class="sb-stack">
        {[...holders]
          .sort((a, b) => Number(isSame(a)) - Number(isSame(b)))
          .map((h) => {
            const same = isSame(h);
            return (
              <li key={h.officeId}>
                <span class="sb-quiet sb-block" lang={noteLang}>
                  {h.office}
                </span>
                {h.then !== null && !same ? (
                  <>
                    <Holder id={h.thenId} name={h.then} acting={h.thenActing} open={open} />
                    <span class="sb-hidden"> ({say('popup.holderThen')})</span>
                    <span aria-hidden="true"> → </span>
                  </>
                ) : null}
                <Holder id={h.nowId} name={h.now} acting={h.nowActing} open={open} />
                <span class="sb-small">
                  {' '}
                  {same ? say('popup.holderSame') : say('popup.holderNow')}
                  {h.asOf ? `, ${say('card.asOf', { date: date(h.asOf, 'short') })}` : ''}
                </span>
              </li>
            );
          })}
      </ul>
    </Section>
  );
}

function Holder({
  id,
  name,
  acting,
  open,
}: {
  id: string | null;
  name: string | null;
  acting: boolean;
  open(id: string): void;
}) {
  const { say } = useUi();
  if (name === null) return <span>{say('card.nobody')}</span>;
  const who = acting ? say('card.acting', { who: name }) : name;
  if (id === null) return <span>{who}</span>;
  return (
    <button type="button" class="sb-link" onClick={() => open(id)}>
      {who}
    </button>
  );
}
