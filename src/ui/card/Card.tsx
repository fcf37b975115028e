/** The card: props in, callbacks out. It knows neither the page nor the clock. */
import type { CardData } from '../../match/card.ts';
import { useUi } from '../context.ts';
import { KindWord } from '../record/KindWord.tsx';
import { NoteText } from '../record/NoteText.tsx';
import { Freshness, Sources } from '../record/Sources.tsx';
import { ThenNowLine } from '../record/ThenNow.tsx';
import { useFold } from '../record/fold.ts';
import { isKey } from '../strings/index.ts';
import { Actions } from './Actions.tsx';
import { Details } from './Details.tsx';

export interface CardCalls {
  /** to the record shown before this one */
  back(): void;
  openRecord(id: string): void;
  /** keep open, or follow the pointer again */
  pin(): void;
  close(): void;
  copy(markdown: boolean): Promise<boolean>;
  mute(): void;
  offHere(): void;
  report(): void;
  panel?(): void;
}

export interface CardProps {
  card: CardData;
  /** words of the article a statement was found in, with what the record says of them */
  claim?: { surface: string; verdict: string };
  /** the article is old enough to say who holds the office now */
  old: boolean;
  pinned: boolean;
  sheet: boolean;
  /** opened by a key or a tap: a dialog that takes focus; otherwise a labelled group that does not */
  dialog: boolean;
  canGoBack: boolean;
  /** a related record that could not be loaded */
  missing: boolean;
  calls: CardCalls;
}

export function Card({ card, claim, old, pinned, sheet, dialog, canGoBack, missing, calls }: CardProps) {
  const { say, noteLang } = useUi();
  const [more, turnMore] = useFold();
  return (
    <div
      class={`sb-card${sheet ? ' sb-sheet' : ''}${pinned ? ' sb-pinned' : ''}`}
      role={dialog ? 'dialog' : 'group'}
      {...(dialog ? { 'aria-modal': sheet } : {})}
      aria-labelledby="sb-name"
      tabIndex={-1}
    >
      {/* No header or footer elements: outside a sectioning element they would be landmarks of the page. */}
      <div class="sb-head">
        {canGoBack ? (
          <button
            type="button"
            class="sb-icon"
            aria-label={say('app.back')}
            title={say('app.back')}
            onClick={calls.back}
          >
            <span aria-hidden="true">‹</span>
          </button>
        ) : null}
        <h2 id="sb-name" lang={noteLang}>
          {card.name}
        </h2>
        <KindWord kind={card.kind} />
        {pinned || sheet ? (
          <button
            type="button"
            class="sb-icon"
            aria-label={say('app.close')}
            title={say('app.close')}
            onClick={calls.close}
          >
            <span aria-hidden="true">×</span>
          </button>
        ) : null}
      </div>
      {/* Focusable, so that a long note scrolls by keyboard too. */}
      <div class="sb-body" tabIndex={0} role="group" aria-label={say('card.region', { name: card.name })}>
        {claim ? (
          <p class="sb-quiet">
            {say('card.words', { text: claim.surface })} · {verdictWord(claim.verdict, say)}
          </p>
        ) : null}
        {card.short ? (
          <p class="sb-short" lang={noteLang}>
            {card.short}
          </p>
        ) : null}
        <NoteText card={card} />
        {card.thenNow && (card.thenNow.changed || old) ? <ThenNowLine thenNow={card.thenNow} /> : null}
        {missing ? <p role="alert">{say('card.missing')}</p> : null}
        {more ? (
          <>
            <Details card={card} openRecord={calls.openRecord} />
            <section>
              <h3>{say('card.sources')}</h3>
              <Sources card={card} full />
            </section>
          </>
        ) : null}
      </div>
      {/* Outside what scrolls: a note is never seen without who says so and when it was checked. */}
      <div class="sb-foot">
        {more ? null : <Sources card={card} />}
        <Freshness card={card} />
      </div>
      <Actions pinned={pinned} sheet={sheet} more={more} turnMore={turnMore} calls={calls} />
    </div>
  );
}

type Say = ReturnType<typeof useUi>['say'];

/** What the record says of a statement, as a neutral word. A verdict without a word is not invented. */
export const verdictWord = (verdict: string, say: Say): string => {
  const key = `verdict.${verdict}`;
  return isKey(key) ? say(key) : say('kind.claim');
};
