import type { CardData } from '../../match/card.ts';
import { useUi } from '../context.ts';
import { NoteLangMark } from './NoteLangMark.tsx';

/** The note itself: the day of an event, what it is, why it matters here, and where accounts differ under a heading of its own. */
export function NoteText({ card }: { card: CardData }) {
  const { say, lang, noteLang, when } = useUi();
  const record = card.kind === 'claim';
  return (
    <div class="sb-note">
      {card.when ? (
        <p class="sb-quiet">
          {when(card.when)}
          {card.when.scheduled ? ` · ${say('date.scheduled')}` : null}
        </p>
      ) : null}
      {card.note ? (
        <p lang={noteLang}>
          {record ? <strong lang={lang}>{say('card.record')} </strong> : null}
          {card.note}
        </p>
      ) : null}
      {card.why ? <p lang={noteLang}>{card.why}</p> : null}
      {card.disputed ? (
        <>
          <h3>{say('card.disputed')}</h3>
          <p lang={noteLang}>{card.disputed}</p>
        </>
      ) : null}
      <NoteLangMark />
    </div>
  );
}
