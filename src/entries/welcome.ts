/** The page after installation: the real card on a sample paragraph. */
import type { CardData } from '../match/card.ts';
import { copyText } from '../shell/clipboard.ts';
import { today } from '../shell/lifecycle.ts';
import { send } from '../shell/messages.ts';
import { getSettings, onSettings } from '../shell/settings.ts';
import { openOptions } from '../shell/tabs.ts';
import { rememberTheme } from '../shell/theme.ts';
import { createCardView, type CardTarget } from '../ui/card/view.ts';
import { renderWelcome } from '../ui/welcome/WelcomeView.tsx';
import type { Settings } from '../ui/settings-type.ts';
import { sayIn } from '../ui/strings/index.ts';
import { langOf } from './lang.ts';
import { reportAddress } from './report.ts';

const loadCard = (id: string): Promise<CardData | null> =>
  send('card:get', { id, published: null }).catch(() => null);

function targetOf(card: CardData, element: HTMLElement): CardTarget {
  const boxes = () => [...element.getClientRects()];
  return { key: card.id, card, rects: boxes(), anchor: boxes, surface: element.textContent ?? '' };
}

export async function open(root: HTMLElement): Promise<void> {
  let settings = await getSettings();
  const card = createCardView({
    doc: document,
    signal: new AbortController().signal,
    lang: langOf(settings),
    theme: settings.theme,
    today: today(),
    loadCard,
    actions: {
      // A sample to try: what is pressed here must not follow the reader to real pages. The card closes, as there.
      mute: () => undefined,
      offHere: () => undefined,
      report: (data) => void window.open(reportAddress(data), '_blank', 'noopener,noreferrer'),
      copy: (text) => copyText(document, text),
    },
  });
  let touch = false;
  const seen = (event: PointerEvent): void => {
    touch = event.pointerType === 'touch';
  };
  for (const type of ['pointerdown', 'pointermove'] as const)
    document.addEventListener(type, seen, { capture: true, passive: true });
  /** Asked for once, so that the pointer need not wait a second time. */
  const cards = new Map<string, Promise<CardData | null>>();
  const cardFor = (id: string) => {
    const asked = cards.get(id) ?? loadCard(id);
    cards.set(id, asked);
    return asked;
  };
  let over: HTMLElement | null = null;

  const draw = (next: Settings) => {
    settings = next;
    rememberTheme(settings.theme);
    const lang = langOf(settings);
    const say = sayIn(lang);
    document.title = `${say('welcome.title')} · ${say('app.name')}`;
    renderWelcome(root, {
      lang,
      today: today(),
      theme: settings.theme,
      actions: {
        term: (id, element, how) => {
          if (how === 'hover' && touch) return;
          over = element;
          void cardFor(id).then((data) => {
            if (!data || over !== element) return null;
            if (how === 'hover') return card.rest(targetOf(data, element));
            return card.open(targetOf(data, element), how === 'click' && touch ? 'touch' : how);
          });
        },
        away: () => {
          over = null;
          card.away();
        },
        openOptions: () => void openOptions(),
      },
    });
    card.update({ lang, theme: settings.theme });
  };
  onSettings((changed) => {
    cards.clear(); // notes may be in another language now
    draw(changed);
  });
  draw(settings);
}
