import type { CardData } from '../../match/card.ts';
import { useUi } from '../context.ts';
import { languageName } from '../format.ts';

/** Sources named before “more”. */
const FEW = 3;

/** Who says so: publisher and date as a link, the title and a foreign language on hover and for screen readers. */
export function Sources({ card, full = false }: { card: CardData; full?: boolean }) {
  const { say, date, lang } = useUi();
  // One more than the few is shown too: “+1” would take the same room.
  const shown = full || card.sources.length <= FEW + 1 ? card.sources : card.sources.slice(0, FEW);
  const left = card.sources.length - shown.length;
  return (
    <ul class={full ? 'sb-sources sb-sources-full' : 'sb-sources'} aria-label={say('card.sources')}>
      {shown.map((s) => (
        <li key={s.url}>
          <a href={s.url} target="_blank" rel="noopener noreferrer" title={s.title} hreflang={s.lang}>
            {s.publisher}
            <span class="sb-hidden"> {say('app.newTab')}</span>
          </a>{' '}
          <span class="sb-nowrap">{s.published ? date(s.published, 'short') : say('card.undated')}</span>
          {s.lang !== lang && full ? ` · ${languageName(s.lang, lang)}` : null}
          {full ? (
            <span class="sb-source-title" lang={s.lang}>
              {s.title}
            </span>
          ) : null}
        </li>
      ))}
      {left ? <li>{say('card.moreSources', { n: left })}</li> : null}
    </ul>
  );
}

/** “as of …” for what can change, “checked …” for when somebody last looked, and a plain warning when that is overdue. */
export function Freshness({ card }: { card: CardData }) {
  const { say, date } = useUi();
  return (
    <p class="sb-fresh">
      {card.asOf ? `${say('card.asOf', { date: date(card.asOf, 'short') })} · ` : ''}
      {say('card.checked', { date: date(card.checked, 'short') })}
      {card.stale ? <span class="sb-stale"> · {say('card.stale')}</span> : null}
    </p>
  );
}
