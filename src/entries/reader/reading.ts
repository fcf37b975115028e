/** One article, from the first look at it until the page moves on: its text, what was found in it, what is painted. */
import { readArticle, type ReadArticle } from '../../page/article.ts';
import { canPaint, marksOf, Painter, type Mark } from '../../page/marks.ts';
import { isConnected } from '../../shell/browser.ts';
import { send, sendSurely, type PageFinding } from '../../shell/messages.ts';
import type { Settings } from '../../ui/settings-type.ts';

/** Changes of a page that is not on topic are followed this often: it will hardly become one. */
const MOST_VAIN = 4;

export class Reading {
  read: ReadArticle | null = null;
  found: PageFinding | null = null;
  marks: readonly Mark[] = [];
  readonly painter: Painter;
  /** aborted when the article is left or switched off, and with the whole reader */
  readonly signal: AbortSignal;
  readonly #page = new AbortController();
  readonly #settings: () => Settings;
  readonly #begin: (reading: Reading) => void;
  #vain = 0;

  /**
   * @param life of the reader in this page
   * @param begin called once, after the first answer: time to listen
   */
  constructor(settings: () => Settings, life: AbortSignal, begin: (reading: Reading) => void) {
    this.signal = this.#page.signal;
    this.#settings = settings;
    this.#begin = begin;
    life.addEventListener('abort', () => this.#page.abort(), { once: true, signal: this.signal });
    this.painter = new Painter(settings().strength, this.signal);
  }

  /** Takes away marks, badge and listeners. */
  end(): void {
    this.#page.abort();
    this.marks = [];
    this.found = null;
    this.read = null;
    if (isConnected()) void send('page:count', { count: 0 }).catch(() => undefined);
  }

  /** Reads the page again and paints what is found; quiet when the extension was updated under the page. */
  async look(): Promise<void> {
    if (!isConnected()) return;
    const read = readArticle(document, location.href);
    const found = read ? await find(read, this.signal) : null;
    if (!read || !found || this.signal.aborted) return;
    const first = this.found === null;
    this.read = read;
    this.found = found;
    // The background knows what is muted for good; what was muted in a private window is known only here.
    const muted = new Set(this.#settings().muted);
    const wanted = <M extends { id: string }>(all: readonly M[]) => all.filter((m) => !muted.has(m.id));
    this.marks =
      found.show && canPaint()
        ? marksOf(wanted(found.mentions), wanted(found.claims), read.map, read.shift)
        : [];
    this.painter.paint(this.marks);
    void send('page:count', { count: notesIn(found) }).catch(() => undefined);
    if (first) this.#begin(this);
  }

  /** After the page's text changed. */
  again(): void {
    if (!this.found?.show && ++this.#vain > MOST_VAIN) return;
    void this.look();
  }
}

function find(
  { article, publishedFrom, map }: ReadArticle,
  signal: AbortSignal,
): Promise<PageFinding | null> {
  const asked = {
    title: article.title.slice(0, 2000),
    text: article.text,
    lang: article.lang,
    published: article.published,
    sections: [...(article.sections ?? [])],
    headings: (article.headings ?? []).map(([from, to]) => [from, to]),
  };
  return sendSurely('page:find', { article: asked, publishedFrom, cut: map.cut }, signal).catch(() => null);
}

/** The number on the badge: topics as the popup shows them, and claims. */
const notesIn = ({ show, summary }: PageFinding): number =>
  show ? summary.topics.slice(0, 5).length + summary.claims.length : 0;
