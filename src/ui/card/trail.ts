/** The records opened one after another inside one card, and the way back. */
import type { CardData } from '../../match/card.ts';

export class Trail {
  #cards: CardData[] = [];
  /** the last asked for; an answer to an earlier question is dropped */
  #asked = 0;
  missing = false;
  readonly #load: (id: string) => Promise<CardData | null>;
  readonly #changed: () => void;

  /** @param changed called after every change except `begin` */
  constructor(load: (id: string) => Promise<CardData | null>, changed: () => void) {
    this.#load = load;
    this.#changed = changed;
  }

  /** the record shown, null before the first */
  get card(): CardData | null {
    return this.#cards.at(-1) ?? null;
  }

  /** steps away from the first record */
  get depth(): number {
    return Math.max(0, this.#cards.length - 1);
  }

  begin(card: CardData): void {
    this.#asked++;
    this.#cards = [card];
    this.missing = false;
  }

  /** Opens a related record. A record that cannot be loaded leaves the present one, and `missing` says so. */
  async go(id: string): Promise<void> {
    const asked = ++this.#asked;
    const card = await this.#load(id).catch(() => null);
    if (asked !== this.#asked) return;
    this.missing = card === null;
    if (card) this.#cards = [...this.#cards, card];
    this.#changed();
  }

  back(): void {
    this.#asked++;
    this.missing = false;
    if (this.#cards.length > 1) this.#cards = this.#cards.slice(0, -1);
    this.#changed();
  }
}
