/** What the card's buttons do, for one record on show. */
import type { CardData } from '../../match/card.ts';
import type { UiLang } from '../strings/index.ts';
import type { CardCalls } from './Card.tsx';
import { citationMarkdown, citationText } from './citation.ts';
import type { Trail } from './trail.ts';
import type { CardActions } from './types.ts';

interface Parts {
  card: CardData;
  lang: UiLang;
  trail: Trail;
  actions: CardActions;
  /** keeps the card open from now on */
  keep(): void;
  turnPin(): void;
  close(): void;
}

export function callsFor({ card, lang, trail, actions, keep, turnPin, close }: Parts): CardCalls {
  const closing = (act: () => void) => () => {
    close();
    act();
  };
  return {
    back: () => trail.back(),
    openRecord: (id) => {
      // The card changes size under the pointer now; it must not close for that.
      keep();
      void trail.go(id);
    },
    pin: turnPin,
    close,
    copy: (markdown) => actions.copy(markdown ? citationMarkdown(card, lang) : citationText(card, lang)),
    mute: closing(() => actions.mute(card.id)),
    offHere: closing(() => actions.offHere()),
    report: () => actions.report(card),
    ...(actions.openInPanel ? { panel: closing(() => actions.openInPanel?.(card.id)) } : {}),
  };
}
