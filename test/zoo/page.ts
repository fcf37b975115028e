/** What a page of the zoo is, and the story they all tell in one form or another. */
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../src/cli/browsers.ts';
import type { Launched } from '../../src/cli/launch.ts';
import { PRELUDE, scriptOf } from './prelude.ts';

/** What a page's own course of events is given. */
export interface Visit {
  page: Page;
  launched: Launched;
  kind: BrowserKind;
  /** waits for so many underlines */
  marks(least: number): Promise<unknown>;
  /** rests the pointer on a term until its card is open; its text */
  card(term: string): Promise<string>;
  noCard(): Promise<unknown>;
}

export interface ZooPage {
  name: string;
  body: () => string;
  type?: string;
  headers?: Record<string, string>;
  /** least number of underlines; 0 for a page that must stay without any */
  marks: number;
  /** a term on which a card must open, and words it must have */
  card?: readonly [term: string, words: string];
  /** what happens on the page once it is marked; all must be in order again afterwards */
  act?(visit: Visit): Promise<void>;
  /** the page does not come to rest by itself: its markup is not compared */
  restless?: true;
  /** ms within which the marks must be there */
  within?: number;
}

export const HEADLINE = 'Station crew is well, say Roscosmos and NASA';
export const STORY: readonly string[] = [
  'Roscosmos and NASA said on Friday that cosmonaut Oleg Kononenko and the crew of the International Space Station are well.',
  'The Soyuz MS-25 spacecraft stays docked to the Prichal module, the agencies added, and the seat swap between the two partners goes on as agreed.',
  'Engineers in Korolyov keep an eye on the air leak in Zvezda. It has grown no worse since the summer, they say, and the hatch is kept closed.',
  'In Houston the flight directors have little to report. “A quiet week in orbit is a good week,” one of them said before the shift ended.',
];
export const paragraphs = (list: readonly string[] = STORY): string =>
  list.map((p) => `<p>${p}</p>`).join('\n');
export const article = (inner = paragraphs()): string =>
  `<article><h1>${HEADLINE}</h1>\n${inner}\n</article>`;

interface Parts {
  body?: string;
  head?: string;
  /** runs at the end of the body, in the page */
  script?: (...given: never[]) => unknown;
  given?: unknown[];
  html?: string;
  nonce?: string;
  title?: string;
}

/** A whole page: its own self-check counts presses of its button, which must go on working. */
export function html({
  body = article(),
  head = '',
  script,
  given = [],
  html: attributes = 'lang="en"',
  nonce = '',
  title = HEADLINE,
}: Parts = {}): string {
  const tag = nonce ? `<script nonce="${nonce}">` : '<script>';
  return `<!doctype html>
<html ${attributes}><head><meta charset="utf-8"><title>${title}</title>${tag}${PRELUDE}</script>${head}</head>
<body><button id="own">Font size</button>
${body}
${tag}${scriptOf(ownButton)}${script ? scriptOf(script, ...given) : ''}</script></body></html>`;
}

/** The page counts its button's presses; the test presses it as a reader would. */
function ownButton(): void {
  let presses = 0;
  const own = Document.prototype.getElementById.call(document, 'own');
  addEventListener('click', (event) => {
    if (event.target === own) presses++;
  });
  window.zoo.checks.push(() => presses !== 1 && `the page's own button counted ${presses} presses of one`);
}
