/** Pages that never stand still: rendered anew, lengthened, moved to another address, kept by the browser for later. */
import { until } from '../../src/cli/drive.ts';
import { article, html, HEADLINE, paragraphs, STORY, type Visit, type ZooPage } from './page.ts';

const CARD = ['Oleg Kononenko', 'Kononenko'] as const;
const OTHER = [
  'Jared Isaacman told reporters at the Kennedy Space Center that NASA will buy two more Dragon flights to the space station.',
  'Cygnus and HTV-X bring cargo in the meantime, and Roscosmos goes on with its Progress ships, said the agencies.',
];

/** Renders the article from data, each time with new nodes. */
function renderAnew(headline: string, story: readonly string[], every: number, times: number): void {
  const main = document.querySelector('main');
  const render = () => {
    const made = document.createElement('article');
    const h1 = document.createElement('h1');
    h1.textContent = headline;
    made.append(
      h1,
      ...story.map((text) => {
        const p = document.createElement('p');
        p.textContent = text;
        return p;
      }),
    );
    main?.replaceChildren(made);
  };
  render();
  window.zoo.ready = (async () => {
    for (let i = 0; i < times; i++) {
      await window.zoo.after(every);
      render();
    }
  })();
}

const has = (visit: Visit, text: string): Promise<unknown> =>
  until(`the mark ${text}`, () =>
    visit.page.evaluate((wanted) => window.zoo.marks().some((m) => m.text === wanted), text),
  );

async function moves(visit: Visit): Promise<void> {
  const { page } = visit;
  for (const by of ['history', 'navigation'] as const) {
    await page.evaluate((how) => (window as unknown as { go(h: string): void }).go(how), by);
    await has(visit, 'Jared Isaacman');
    await page.evaluate(() => history.back());
    await has(visit, 'Oleg Kononenko');
    await page.evaluate(() => history.forward());
    await has(visit, 'Jared Isaacman');
    await page.evaluate(() => history.back());
    await has(visit, 'Oleg Kononenko');
  }
}

async function leavesAndReturns({ page, marks, kind }: Visit): Promise<void> {
  await page.evaluate(() => Object.assign(window, { kept: true }));
  const address = await page.evaluate(() => location.href);
  await page.goto(`${new URL(address).origin}/zoo/empty`, { waitUntil: 'domcontentloaded' });
  // Firefox goes back for its driver, Chromium for the page. A page that was kept has no load to be waited for.
  if (kind === 'firefox') void page.goBack({ timeout: 1000 }).catch(() => undefined);
  else await page.evaluate(() => history.back());
  await until('the page itself', () =>
    page.evaluate((was) => location.href === was && 'zoo' in window, address).catch(() => false),
  );
  await marks(4);
}

export const LIVING: ZooPage[] = [
  {
    name: 'rendered anew every 50 ms',
    body: () => html({ body: '<main></main>', script: renderAnew, given: [HEADLINE, STORY, 50, 30] }),
    marks: 4,
    card: CARD,
  },
  {
    name: 'paragraphs that come late',
    body: () =>
      html({
        body: article(`<p>${STORY[0]}</p>`),
        script: (rest: readonly string[]) => {
          window.zoo.ready = (async () => {
            for (const text of rest) {
              await window.zoo.after(150);
              const p = document.createElement('p');
              p.textContent = text;
              document.querySelector('article')?.append(p);
            }
          })();
        },
        given: [STORY.slice(1)],
      }),
    marks: 4,
    card: ['Zvezda', 'Zvezda'],
  },
  {
    name: 'endless scroll',
    body: () =>
      html({
        body: `<main>${article()}</main><div id="end" style="height: 40px"></div>`,
        script: (story: readonly string[]) => {
          const grown = { parts: 0 };
          const end = document.getElementById('end') as HTMLElement;
          new IntersectionObserver(([seen], observer) => {
            if (!seen?.isIntersecting || ++grown.parts > 12) return;
            const more = document.createElement('section');
            for (const text of story)
              more.append(Object.assign(document.createElement('p'), { textContent: text }));
            document.querySelector('main')?.append(more);
            observer.unobserve(end);
            observer.observe(end);
          }).observe(end);
          window.zoo.ready = (async () => {
            for (let i = 0; i < 400 && grown.parts < 12; i++) {
              scrollTo(0, document.documentElement.scrollHeight);
              await window.zoo.after(30);
            }
            scrollTo(0, 0);
          })();
          window.zoo.checks.push(() => grown.parts < 12 && 'the page did not grow');
        },
        given: [STORY],
      }),
    marks: 4,
    card: CARD,
  },
  {
    name: 'address moved by script',
    body: () =>
      html({
        body: '<main></main>',
        script: (headline: string, first: readonly string[], second: readonly string[]) => {
          const show = (title: string, story: readonly string[]) => {
            document.title = title;
            const made = document.createElement('article');
            made.append(Object.assign(document.createElement('h1'), { textContent: title }));
            for (const text of story)
              made.append(Object.assign(document.createElement('p'), { textContent: text }));
            document.querySelector('main')?.replaceChildren(made);
          };
          const draw = () =>
            location.search ? show('NASA buys flights, says Isaacman', second) : show(headline, first);
          draw();
          addEventListener('popstate', draw);
          const navigation = (
            window as unknown as { navigation?: EventTarget & { navigate(to: string): unknown } }
          ).navigation;
          navigation?.addEventListener('navigate', (event) => {
            const e = event as unknown as { info?: string; intercept(how: object): void };
            if (e.info === 'own') e.intercept({ handler: () => Promise.resolve(draw()) });
          });
          Object.assign(window, {
            go: (how: string) => {
              const to = `${location.pathname}?second`;
              if (how === 'navigation' && navigation)
                (navigation.navigate as (to: string, o: object) => unknown)(to, { info: 'own' });
              else {
                history.pushState(null, '', to);
                draw();
              }
            },
          });
        },
        given: [HEADLINE, STORY, OTHER],
      }),
    marks: 4,
    card: CARD,
    act: moves,
  },
  {
    name: 'back and forward',
    // No “no-store”: browsers keep only pages they may keep.
    headers: { 'cache-control': 'max-age=60' },
    body: () => html({ body: article(paragraphs()) }),
    marks: 4,
    card: CARD,
    act: leavesAndReturns,
  },
];
