/** Pages that are against us: they override, forge, spy, delete. What they do to themselves is their business. */
import { cardText, until } from '../../src/cli/drive.ts';
import { html, type Visit, type ZooPage } from './page.ts';
import { overrideAll, spyOnCard } from './spies.ts';

const CARD = ['Oleg Kononenko', 'Kononenko'] as const;
const HOST = 'station-brief-card';

/** Events of the page's own making on every mark, and messages that look like ours. */
function forge(): void {
  let forged = 0;
  const tell = () => {
    const kinds = ['tab:goto', 'tab:step', 'page:find', 'page:candidate', 'card:get'];
    for (const kind of kinds) {
      postMessage({ kind, ask: { step: 1, id: 'iss' } }, '*');
      dispatchEvent(new CustomEvent(kind, { detail: { kind, ask: {} } }));
      document.dispatchEvent(new MessageEvent('message', { data: { kind, ask: { step: 1 } } }));
    }
  };
  const at = (type: string, x: number, y: number) => {
    const how = {
      bubbles: true,
      composed: true,
      cancelable: true,
      clientX: x,
      clientY: y,
      pointerType: 'mouse',
    };
    document.elementFromPoint(x, y)?.dispatchEvent(new PointerEvent(type, how));
  };
  window.zoo.ready = (async () => {
    // Long enough for a card to open on, were it to believe in them.
    for (let i = 0; i < 60 && forged < 12; i++) {
      await window.zoo.after(80);
      const mark = window.zoo.marks().find((m) => m.y > 0 && m.y < innerHeight);
      tell();
      if (!mark && i < 40 && location.hostname !== 'zoo.example') continue;
      forged++;
      if (!mark) continue;
      at('pointermove', mark.x, mark.y);
      if (forged > 8) for (const type of ['pointerdown', 'pointerup', 'click']) at(type, mark.x, mark.y);
    }
  })();
  Object.assign(window, {
    forgeClosing: () => {
      for (const type of ['keydown', 'keyup'])
        document.body.dispatchEvent(
          new KeyboardEvent(type, { key: 'Escape', bubbles: true, composed: true, cancelable: true }),
        );
      at('pointermove', 3, 3);
      at('pointerdown', 3, 3);
      document.documentElement.dispatchEvent(new PointerEvent('pointerleave'));
      document.dispatchEvent(new PointerEvent('pointerleave'));
    },
  });
}

async function notTakenIn(visit: Visit): Promise<void> {
  const { page, launched, card, noCard } = visit;
  if (await cardText(launched, page)) throw new Error('a forged event opened a card');
  await card(CARD[0]);
  await page.evaluate(async () => {
    (window as unknown as { forgeClosing(): void }).forgeClosing();
    await window.zoo.after(700); // longer than the grace a card gives a pointer that left
  });
  if (!(await cardText(launched, page))) throw new Error('forged events closed the card');
  await page.mouse.move(2, 2);
  await noCard();
}

/** Takes away whatever is put beside its body, at once and every time. */
function removeStrangers(tag: string, how: string): void {
  let removed = 0;
  const hidden = document.createElement('div');
  hidden.hidden = true;
  document.body.append(hidden);
  new MutationObserver(() => {
    const host = document.querySelector(`html > ${tag}:not([data-copy])`);
    if (!host || ++removed > 10_000) return;
    if (how === 'deleted') host.remove();
    else if (how === 'moved') hidden.append(host);
    else {
      const copy = host.cloneNode() as HTMLElement;
      copy.dataset['copy'] = '';
      host.replaceWith(copy);
    }
  }).observe(document, { childList: true, subtree: true });
  Object.assign(window, { removed: () => removed });
  window.zoo.checks.push(() => removed > 100 && `a fight: taken away ${removed} times`);
}

/** The page wins; it stays quick, and nothing of ours remains. */
async function givesUp({ page }: Visit): Promise<void> {
  const at = await page.evaluate((text) => window.zoo.aim(text), CARD[0]);
  if (!at) throw new Error('no mark to rest on');
  await page.mouse.move(at.x - 20, at.y + 40);
  await page.mouse.move(at.x, at.y, { steps: 3 });
  await until('the page taking something away', () =>
    page.evaluate(() => (window as unknown as { removed(): number }).removed() > 0),
  );
  await page.evaluate(() => window.zoo.after(400));
  await page.mouse.move(2, 2);
  await page.keyboard.press('Escape');
  await page.evaluate((tag) => {
    for (const copy of document.querySelectorAll(tag)) if (!copy.matches(':popover-open')) copy.remove();
  }, HOST);
}

const STRICT =
  "default-src 'none'; script-src 'nonce-zoo'; require-trusted-types-for 'script'; trusted-types 'none'";

export const HOSTILE: ZooPage[] = [
  { name: 'overrides everything', body: () => html({ script: overrideAll }), marks: 4, card: CARD },
  { name: 'spies on the card', body: () => html({ script: spyOnCard, given: [HOST] }), marks: 4, card: CARD },
  {
    name: 'takes the root first',
    body: () =>
      html({
        script: (tag: string) => {
          customElements.define(
            tag,
            class extends HTMLElement {
              constructor() {
                super();
                try {
                  this.attachShadow({ mode: 'open' });
                } catch {
                  // already has one
                }
              }
            },
          );
        },
        given: [HOST],
      }),
    marks: 4,
    card: CARD,
  },
  { name: 'forges events', body: () => html({ script: forge }), marks: 4, card: CARD, act: notTakenIn },
  ...(['deleted', 'moved', 'copied'] as const).map((how) => ({
    name: `our element is ${how}`,
    body: () => html({ script: removeStrangers, given: [HOST, how] }),
    marks: 4,
    act: givesUp,
  })),
  {
    name: 'strict policy',
    body: () => html({ nonce: 'zoo' }),
    headers: { 'content-security-policy': STRICT },
    marks: 4,
    card: CARD,
  },
  {
    name: 'paints and styles itself',
    body: () =>
      html({
        script: () => {
          const { highlights } = CSS as unknown as { highlights: Map<string, unknown> };
          const Paint = (window as unknown as { Highlight: new (...r: Range[]) => unknown }).Highlight;
          const range = new Range();
          range.selectNodeContents(document.querySelector('p') as Element);
          highlights.set('own', new Paint(range));
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('::highlight(own) { background: yellow }');
          document.adoptedStyleSheets = [sheet];
          window.zoo.checks.push(
            () => !highlights.has('own') && "the page's own highlight is gone",
            () => !document.adoptedStyleSheets.includes(sheet) && "the page's own sheet is gone",
          );
        },
      }),
    marks: 4,
    card: CARD,
  },
];
