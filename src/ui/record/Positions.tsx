import type { CardPosition, CardSaid } from '../../match/positions.ts';
import { useUi } from '../context.ts';

interface Props {
  positions: readonly CardPosition[];
  open(id: string): void;
}

/** What each partner has said, side by side, under a heading. Nothing for records without positions. */
export function Positions({ positions, open }: Props) {
  const { say } = useUi();
  if (!positions.length) return null;
  return (
    <section>
      <h3>{say('card.positions')}</h3>
      <PositionTable positions={positions} open={open} />
    </section>
  );
}

/**
 * One row a statement: the latest of each partner, and before it the one that held when the article appeared, if that was
 * another. The roles are said in words too, because styles that turn a narrow table into a list take them away
 * (https://adrianroselli.com/2018/02/tables-css-display-properties-and-aria.html).
 */
export function PositionTable({ positions, open }: Props) {
  const { say } = useUi();
  return (
    <div class="sb-positions">
      <table role="table">
        <caption class="sb-small">{say('positions.order')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {(['party', 'said', 'when', 'source'] as const).map((column) => (
              <th key={column} scope="col" role="columnheader">
                {say(`positions.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {positions.flatMap((p) => {
            const party = (
              <th scope="row" role="rowheader" rowSpan={p.then ? 2 : 1}>
                <button type="button" class="sb-link" onClick={() => open(p.partyId)}>
                  {p.party}
                </button>
              </th>
            );
            const now = p.later ? say('positions.later') : null;
            return p.then
              ? [
                  <tr role="row" key={`${p.partyId} then`} class="sb-first-row">
                    {party}
                    <Said said={p.then} label={say('positions.then')} />
                  </tr>,
                  <tr role="row" key={p.partyId}>
                    <Said said={p.now} label={now} />
                  </tr>,
                ]
              : [
                  <tr role="row" key={p.partyId} class="sb-first-row">
                    {party}
                    <Said said={p.now} label={now} />
                  </tr>,
                ];
          })}
        </tbody>
      </table>
    </div>
  );
}

function Said({ said: { said, date: day, source }, label }: { said: CardSaid; label: string | null }) {
  const { say, date, noteLang } = useUi();
  return (
    <>
      <td role="cell">
        {label ? <span class="sb-small sb-label">{label}</span> : null}
        <span lang={noteLang}>{said}</span>
      </td>
      <td role="cell" class="sb-when">
        {date(day, 'short')}
      </td>
      <td role="cell" class="sb-small">
        <a
          href={source.url}
          target="_blank"
          rel="noopener noreferrer"
          title={source.title}
          hreflang={source.lang}
        >
          {source.publisher}
          <span class="sb-hidden"> {say('app.newTab')}</span>
        </a>
      </td>
    </>
  );
}
