/** One article, from the first look at it until the page moves on: its text, what was found in it, what is painted. */
import { readArticleSteps, type ReadArticle } from '../../page/article.ts';
import { isElement, localNameOf, rootElementOf } from '../../page/dom.ts';
import { canPaint, marksOfSteps, Painter, type Mark } from '../../page/marks.ts';
import { inSlices } from '../../page/slices.ts';
import { watchText } from '../../page/watch.ts';
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
  #watch: ((tree: Node) => void) | null = null;
  #looking: Promise<void> | null = null;
  /** asked to look while it looked */
  #stale = false;
  /** the reader chose otherwise: what was found is to be found again */
  #outdated = false;
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

  /** Reads the page again and paints what is found; asked meanwhile, once more. Quiet when the extension is gone. */
  look(): Promise<void> {
    this.#stale = this.#looking !== null;
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = null;
      if (this.#stale && !this.signal.aborted) void this.look();
    });
    return this.#looking;
  }

  /** Looks again with other settings. What is painted stays until the answer comes, but for what is muted now. */
  renew(): Promise<void> {
    this.#outdated = true;
    const muted = new Set(this.#settings().muted);
    const left = this.marks.filter(({ id }) => !muted.has(id));
    if (left.length < this.marks.length) this.#paint(left);
    return this.look();
  }

  #paint(marks: readonly Mark[]): void {
    this.marks = marks;
    this.painter.paint(marks);
  }

  async #lookOnce(): Promise<void> {
    if (!isConnected()) return;
    // Before the first word is read: the page may change between two slices. A parent of the article, since pages
    // replace the article's own element when they render anew.
    this.#watch ??= watchText(
      rootElementOf(document) ?? document,
      () => this.#again(),
      this.signal,
      (node) => isElement(node) && localNameOf(node).startsWith('station-brief'),
    );
    const read = await inSlices(readArticleSteps(document, location.href), this.signal);
    if (!read) return;
    for (const shadow of read.map.shadows) this.#watch(shadow);
    const same = !this.#outdated && this.#isSame(read);
    this.#outdated = false;
    const found = same ? this.found : await find(read, this.signal);
    if (!found || this.signal.aborted) return;
    const marks = await this.#marksOf(read, found);
    if (!marks || this.signal.aborted) return;
    const first = this.found === null;
    this.read = read;
    this.found = found;
    this.#paint(marks);
    void send('page:count', { count: notesIn(found) }).catch(() => undefined);
    if (first) this.#begin(this);
  }

  /** Pages render the same words anew, or change a clock beside them: nothing that would have to be found again. */
  #isSame({ article, shift }: ReadArticle): boolean {
    const before = this.read;
    return (
      before !== null &&
      before.shift === shift &&
      before.article.text === article.text &&
      before.article.title === article.title &&
      before.article.published === article.published
    );
  }

  #marksOf(read: ReadArticle, found: PageFinding): Promise<Mark[] | null> {
    if (!found.show || !canPaint()) return Promise.resolve([]);
    // The background knows what is muted for good; what was muted in a private window is known only here.
    const muted = new Set(this.#settings().muted);
    const wanted = <M extends { id: string }>(all: readonly M[]) => all.filter((m) => !muted.has(m.id));
    return inSlices(
      marksOfSteps(wanted(found.mentions), wanted(found.claims), read.map, read.shift),
      this.signal,
    );
  }

  /** After the page's text changed. */
  #again(): void {
    if (this.found && !this.found.show && ++this.#vain > MOST_VAIN) return;
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
