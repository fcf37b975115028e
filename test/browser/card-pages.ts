/** Articles with terms where a test needs them: at every edge, in another direction, of any day, with controls around. */
import type { Answer } from '../../src/cli/serve.ts';

interface Story {
  dir?: 'ltr' | 'rtl';
  /** `YYYY-MM-DD`, none when not given */
  published?: string;
}

const HOST = 'https://apnews.com';
const filler = '<p class="gap" aria-hidden="true"></p>';

/** Terms stand at the left and right ends of lines: “Sergei Krikalev”, “Zvezda”, “seat swap deal”, “Dmitry Bakanov”;
 * “Crew-11” is a link, and after “Prichal” the rest of the line is empty. */
function story({ dir = 'ltr', published }: Story): string {
  const date = published ? `<meta property="article:published_time" content="${published}T10:00:00Z">` : '';
  return `<!doctype html><html lang="en" dir="${dir}"><head><meta charset="utf-8"><title>Roscosmos and NASA renew the seat swap deal</title>${date}
<meta name="viewport" content="width=device-width"><style>body { margin: 0; font: 16px/24px serif } .gap { height: 70vh; margin: 0 } .left { text-align: left } .right { text-align: right }</style></head>
<body><header><button id="before">Menu</button><form><input id="search" aria-label="Search"></form></header>
<article><h1>Roscosmos and NASA renew the seat swap deal</h1>${filler}
<p class="left">Sergei Krikalev of Roscosmos said the partners of the International Space Station keep flying together.</p>
<p>The cosmonaut named no date; astronauts of NASA and their Russian colleagues train in both countries.</p>
<p class="right">The station needs both of its segments, and the oldest Russian module is Zvezda</p>
<p>Under the seat swap deal no money changes hands, and the head of the agency, Dmitry Bakanov, spoke of <a href="/elsewhere">Crew-11</a>.</p>
<p class="left">The crew’s ship stays docked to Prichal</p>
${filler}${filler}<p>The crew aboard the International Space Station is well.</p>${filler}</article>
<footer><a id="after" href="/elsewhere">More</a></footer></body></html>`;
}

const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

const PAGES: Record<string, string> = {
  '/undated': story({}),
  '/rtl': story({ dir: 'rtl' }),
  '/today': story({ published: day(0) }),
  '/last-year': story({ published: day(400) }),
  '/elsewhere': '<!doctype html><title>Elsewhere</title>',
};

export const at = (path: keyof typeof PAGES): string => `${HOST}${path}`;
export const answerStories: Answer = (url) => {
  // Where reports of a reader go; browsers show a page of their own for an empty answer.
  const body =
    PAGES[url.pathname] ??
    (url.pathname.endsWith('/issues/new') ? '<!doctype html><title>New issue</title>' : null);
  return body ? { body } : null;
};
