import { useUi } from '../context.ts';
import type { CardCalls } from './Card.tsx';
import { CopyButton } from './CopyButton.tsx';

interface Props {
  pinned: boolean;
  sheet: boolean;
  more: boolean;
  turnMore(): void;
  calls: CardCalls;
}

/** Quiet actions: whatever makes us quieter in one row, the rest behind “more”. */
export function Actions({ pinned, sheet, more, turnMore, calls }: Props) {
  const { say } = useUi();
  return (
    <div class="sb-actions">
      {sheet ? null : (
        // data-pin: the view pins on any press inside the card, and must leave this press to the button itself.
        <button type="button" class="sb-act" data-pin="" aria-pressed={pinned} onClick={calls.pin}>
          {say('card.pin')}
        </button>
      )}
      <button type="button" class="sb-act" onClick={calls.mute}>
        {say('card.mute')}
      </button>
      {/* Short, so that the row stays one line in every language; the title says “on this site”. */}
      <button type="button" class="sb-act" title={say('popup.offHere')} onClick={calls.offHere}>
        {say('card.offHere')}
      </button>
      <button type="button" class="sb-act sb-end" aria-expanded={more} onClick={turnMore}>
        {more ? say('app.less') : say('app.more')}
      </button>
      {more ? (
        <div class="sb-more">
          <CopyButton copy={calls.copy} />
          <CopyButton copy={calls.copy} markdown />
          {calls.panel ? (
            <button type="button" class="sb-act" onClick={calls.panel}>
              {say('card.panel')}
            </button>
          ) : null}
          <button type="button" class="sb-act" onClick={calls.report}>
            {say('card.report')}
          </button>
        </div>
      ) : null}
    </div>
  );
}
