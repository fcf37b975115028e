/** The card of this page: what its buttons do, and what it is given to show for a mark. */
import { dayNumber } from '../../facts/dates.ts';
import type { Mark } from '../../page/marks.ts';
import { boxesOf } from '../../page/pointer.ts';
import { unshadowed } from '../../page/unshadowed.ts';
import { isConnected } from '../../shell/browser.ts';
import { copyText } from '../../shell/clipboard.ts';
import { today } from '../../shell/lifecycle.ts';
import { send, type PageFinding } from '../../shell/messages.ts';
import { createCardView, type CardTarget, type CardView, type CardViewOptions } from '../../ui/card/view.ts';
import { langOf } from '../lang.ts';
import { reportAddress } from '../report.ts';
import type { Choices } from './choices.ts';

interface Parts {
  choices: Choices;
  /** of this page, as the list of sites names it */
  host: string;
  signal: AbortSignal;
  /** what was found in the article now shown */
  found(): PageFinding | null;
  /** takes every mark away, when “off here” could not be stored */
  stop(): void;
}

/**
 * The card is made when one is first wanted: its styles and words cost more than reading most articles, and many are
 * read without a pause on any term.
 */
export function readerCard(parts: Parts): CardView {
  let made: CardView | null = null;
  // Known from the start: after an update under the open page the browser no longer tells its language.
  let looks = { lang: langOf(parts.choices.now), theme: parts.choices.now.theme };
  const card = () => (made ??= makeCard(parts, looks));
  return {
    rest: (target) => card().rest(target),
    open: (target, how) => card().open(target, how),
    away: () => made?.away(),
    close: () => made?.close(),
    isOpen: () => made?.isOpen() ?? false,
    contains: (x, y) => made?.contains(x, y) ?? false,
    update: (changed) => {
      looks = { ...looks, ...changed };
      made?.update(changed);
    },
  };
}

function makeCard(
  { choices, host, signal, found, stop }: Parts,
  looks: Pick<CardViewOptions, 'lang' | 'theme'>,
): CardView {
  return createCardView({
    doc: unshadowed(document),
    signal,
    ...looks,
    today: today(),
    loadCard: (id) =>
      isConnected()
        ? send('card:get', { id, published: found()?.summary.published ?? null }).catch(() => null)
        : Promise.resolve(null),
    actions: {
      mute: (id) => void choices.mute(id).catch(() => undefined),
      offHere: () => void choices.offHere(host).catch(stop),
      report: (card) => void window.open(reportAddress(card), '_blank', 'noopener,noreferrer'),
      copy: (text) => copyText(document, text),
      // Known only once the background has answered, and it alone knows.
      get openInPanel() {
        return found()?.panel ? openInPanel : undefined;
      },
    },
  });
}

const openInPanel = (id: string): void => void send('panel:open', { id }).catch(() => undefined);

/** @returns null for a mark whose record did not come with the finding */
export function targetOf(mark: Mark, found: PageFinding | null): CardTarget | null {
  const card = found?.cards[mark.id];
  if (!found || !card) return null;
  const claim = found.summary.claims.find((c) => c.card.id === mark.id && c.start === mark.start);
  return {
    key: `${mark.kind}:${mark.start}`,
    card,
    rects: boxesOf(mark),
    anchor: () => boxesOf(mark),
    surface: mark.surface,
    old: isOld(found.summary.published),
    ...(claim ? { claim: { surface: claim.surface, verdict: claim.verdict } } : {}),
  };
}

/** After this many days an article is old enough to say who holds the office now. */
const OLD_AFTER = 90;

/** An article old enough to say who holds an office now. */
const isOld = (published: string | null): boolean =>
  published !== null && dayNumber(today()) - dayNumber(published) > OLD_AFTER;
