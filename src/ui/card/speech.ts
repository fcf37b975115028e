/** Screen readers miss a text that appears together with its region; a moment later they hear it. */
const SPEAK_AFTER_MS = 100;

/**
 * Says politely what a resting pointer opened. The marks are painted, not elements, so there is nothing a card could be the
 * description of (w3c/csswg-drafts#6498); and moving focus for a pointer would take the reader's place away.
 */
export class Speech {
  #timer = 0;
  readonly #win: Window;
  readonly #region: HTMLElement;

  constructor(win: Window, region: HTMLElement) {
    this.#win = win;
    this.#region = region;
  }

  say(text: string): void {
    this.#win.clearTimeout(this.#timer);
    this.#timer = this.#win.setTimeout(() => (this.#region.textContent = text), SPEAK_AFTER_MS);
  }

  hush(): void {
    this.#win.clearTimeout(this.#timer);
    this.#region.textContent = '';
  }
}
