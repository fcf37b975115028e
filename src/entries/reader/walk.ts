/** Going to a mark: the next by key, or the one chosen in popup or panel. */
import type { Mark } from '../../page/marks.ts';
import { scrollToMark, scrollToSpan } from '../../page/scroll.ts';
import type { Reading } from './reading.ts';

/** Walks through the marks of one reading. */
export class Walk {
  readonly #reading: Reading;
  readonly #show: (mark: Mark) => boolean;
  /** index of the mark stepped to last, -1 before the first step */
  #current = -1;

  /** @param show opens the card of a mark, by key; false when there is none */
  constructor(reading: Reading, show: (mark: Mark) => boolean) {
    this.#reading = reading;
    this.#show = show;
  }

  /**
   * Next or previous mark from the one stepped to last, around at the ends, past those that are not laid out.
   * @returns false when there is none to go to
   */
  step(by: 1 | -1): boolean {
    const { marks } = this.#reading;
    for (let tried = 0; tried < marks.length; tried++) {
      const from = this.#current < 0 && by === -1 ? 0 : this.#current;
      this.#current = (from + by + marks.length) % marks.length;
      const mark = marks[this.#current];
      if (mark && scrollToMark(document, mark) && this.#show(mark)) return true;
    }
    return false;
  }

  /**
   * @param where a record's id, or else where a mention starts
   * @returns false when the article does not have it, or no longer
   */
  goTo({ id, start }: { id?: string | undefined; start?: number | undefined }): boolean {
    const { marks, found, read } = this.#reading;
    const isMeant = (m: { id: string; start: number }) => (id ? m.id === id : m.start === start);
    const mark = marks.find(isMeant);
    if (mark) {
      const there = scrollToMark(document, mark);
      if (there) this.#show(mark);
      return there;
    }
    // Counted, and not underlined.
    const mention = found?.mentions.find(isMeant) ?? found?.claims.find(isMeant);
    return read !== null && mention !== undefined && scrollToSpan(read, mention.start, mention.end);
  }
}
