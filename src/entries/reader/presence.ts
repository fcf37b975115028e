/** All of us that is in a page while its site is on. Ended, the page is as it was: no listener, mark or element is left. */
import type { Mark } from '../../page/marks.ts';
import { listen } from '../../page/triggers.ts';
import { unshadowed } from '../../page/unshadowed.ts';
import { watchAddress, watchReturn } from '../../page/watch.ts';
import type { PageFinding } from '../../shell/messages.ts';
import type { CardView } from '../../ui/card/view.ts';
import type { Settings } from '../../ui/settings-type.ts';
import { langOf } from '../lang.ts';
import { readerCard, targetOf } from './card.ts';
import type { Choices } from './choices.ts';
import { Reading } from './reading.ts';
import { Walk } from './walk.ts';

/** A page that moved to another address without a load gets so long to show it, in ms. */
const MOVED_AFTER = 300;

interface Parts {
  choices: Choices;
  host: string;
  /** of the reader in this page */
  life: AbortSignal;
  /** true once the extension is gone from under the page; then everything has ended */
  isGone(): boolean;
}

export class Presence {
  /** what the last look came to */
  looking: Promise<void> = Promise.resolve();
  readonly #end = new AbortController();
  readonly #parts: Parts;
  readonly #card: CardView;
  #reading: Reading;
  #walk: Walk;

  constructor(parts: Parts) {
    const { choices, host, life, isGone } = parts;
    const { signal } = this.#end;
    this.#parts = parts;
    life.addEventListener('abort', () => this.#end.abort(), { once: true, signal });
    this.#card = readerCard({
      choices,
      host,
      signal,
      found: () => this.found,
      stop: () => choices.hold(host, true),
    });
    [this.#reading, this.#walk] = this.#fresh();
    let moved: ReturnType<typeof setTimeout> | undefined;
    watchAddress(
      window,
      () => {
        clearTimeout(moved);
        moved = setTimeout(() => isGone() || this.restart(), MOVED_AFTER);
      },
      signal,
    );
    signal.addEventListener('abort', () => clearTimeout(moved), { once: true });
    watchReturn(
      window,
      (wasAway) => {
        if (!isGone() && wasAway) void choices.refresh();
      },
      signal,
    );
    this.#look();
  }

  get found(): PageFinding | null {
    return this.#reading.found;
  }

  get walk(): Walk {
    return this.#walk;
  }

  end(): void {
    this.#reading.end();
    this.#end.abort();
  }

  /** Forgets the article and looks at what is there now. */
  restart(): void {
    this.#card.close();
    this.#reading.end();
    [this.#reading, this.#walk] = this.#fresh();
    this.#look();
  }

  follow(before: Settings, now: Settings): void {
    this.#card.update({ lang: langOf(now), theme: now.theme });
    this.#reading.painter.setStrength(now.strength);
    if (!changesMarks(before, now)) return;
    this.#card.close();
    this.looking = this.#reading.renew();
  }

  #fresh(): [Reading, Walk] {
    const reading = new Reading(
      () => this.#parts.choices.now,
      this.#end.signal,
      (own) => this.#listen(own),
    );
    return [reading, new Walk(reading, (mark) => this.#show(mark))];
  }

  #look(): void {
    this.looking = this.#reading.look();
  }

  #show(mark: Mark): boolean {
    const target = targetOf(mark, this.found);
    if (target) this.#card.open(target, 'key');
    return target !== null;
  }

  /** Pointer and keys, for one article. */
  #listen(own: Reading): void {
    const { choices, isGone } = this.#parts;
    listen(unshadowed(document), own.signal, {
      marks: () => (isGone() ? [] : own.marks),
      card: this.#card,
      targetOf: (mark) => targetOf(mark, own.found),
      trigger: () => choices.now.trigger,
    });
  }
}

/** Whether the article must be looked at again: other records are marked, or notes come in another language. */
const changesMarks = (before: Settings, next: Settings): boolean =>
  before.muted.length !== next.muted.length || before.marks !== next.marks || before.lang !== next.lang;
