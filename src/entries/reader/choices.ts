/**
 * What the reader has chosen, and chooses here. In a private window choices hold for the page on which they are made and
 * are stored nowhere: a list of muted terms and of sites switched off would tell what was read.
 * https://extensionworkshop.com/documentation/publish/add-on-policies/#user-scripts-and-private-browsing
 */
import { isPrivate } from '../../shell/browser.ts';
import { getSettings, onSettings, setSettings, setSite } from '../../shell/settings.ts';
import type { Settings } from '../../ui/settings-type.ts';

export class Choices {
  #stored: Settings;
  /** chosen in a private window, over what is stored */
  #held: Partial<Settings> = {};
  readonly #changed: (before: Settings, now: Settings) => void;

  private constructor(stored: Settings, changed: (before: Settings, now: Settings) => void) {
    this.#stored = stored;
    this.#changed = changed;
  }

  /** @param changed called after any change, here or in another window, until the signal aborts */
  static async open(
    signal: AbortSignal,
    changed: (before: Settings, now: Settings) => void,
  ): Promise<Choices> {
    const choices = new Choices(await getSettings(), changed);
    onSettings((next) => choices.#change(() => (choices.#stored = next)), signal);
    return choices;
  }

  /** Takes up what was changed while the page was not told: it lay in the browser's cache of pages. */
  async refresh(): Promise<void> {
    const stored = await getSettings();
    if (JSON.stringify(stored) !== JSON.stringify(this.#stored)) this.#change(() => (this.#stored = stored));
  }

  get now(): Settings {
    return { ...this.#stored, ...this.#held };
  }

  /** @throws Error when it cannot be stored */
  async mute(id: string): Promise<void> {
    const muted = [...this.now.muted.filter((m) => m !== id), id];
    if (isPrivate()) this.#change(() => (this.#held = { ...this.#held, muted }));
    else await setSettings({ muted });
  }

  /** @throws Error when it cannot be stored */
  async offHere(host: string): Promise<void> {
    if (isPrivate()) this.hold(host, true);
    else await setSite(host, 'off');
  }

  /** Switches a site off or on, for this page only. */
  hold(host: string, off: boolean): void {
    const others = this.now.off.filter((h) => h !== host);
    this.#change(() => (this.#held = { ...this.#held, off: off ? [...others, host] : others }));
  }

  #change(make: () => void): void {
    const before = this.now;
    make();
    this.#changed(before, this.now);
  }
}
