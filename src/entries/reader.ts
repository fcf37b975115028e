/** Second script, only on pages worth reading: reads, asks the background what it found, marks, shows cards. */
import { sweep } from '../page/sweep.ts';
import { isConnected } from '../shell/browser.ts';
import { receive, type PageState } from '../shell/messages.ts';
import { hostOf } from '../shell/sites.ts';
import type { Settings } from '../ui/settings-type.ts';
import { HOST_TAG } from '../ui/card/host.ts';
import { Choices } from './reader/choices.ts';
import { Presence } from './reader/presence.ts';

/** A second injection finds this and leaves the first in charge. */
const OWNER = '__stationBriefReader';

async function run(life: AbortController): Promise<void> {
  const { signal } = life;
  const host = hostOf(location.href) ?? location.host;
  sweep(document, HOST_TAG);
  const choices = await Choices.open(signal, follow);
  const isOff = () => choices.now.off.includes(host);
  let here: Presence | null = null;

  /**
   * Switched off, removed or updated under the page: no browser tells a content script, so each of its own occasions
   * asks. Then all of it goes; a newer version reads the page for itself.
   */
  function isGone(): boolean {
    if (!isConnected()) life.abort();
    return signal.aborted;
  }

  /** There while the site is on, and only then. */
  function settle(): void {
    if (isOff()) here?.end();
    here = isOff() ? null : (here ?? new Presence({ choices, host, life: signal, isGone }));
  }

  function follow(before: Settings, now: Settings): void {
    if (!isOff()) here?.follow(before, now);
    settle();
  }

  const state = (): PageState => {
    if (isOff()) return { kind: 'off', host };
    const found = here?.found;
    return found?.show ? { kind: 'shown', summary: found.summary, host } : { kind: 'quiet', host };
  };
  const looked = () => here?.looking ?? Promise.resolve();
  receive(
    {
      'tab:state': () => looked().then(state),
      'tab:goto': (where) => Promise.resolve({ found: here?.walk.goTo(where) ?? false }),
      'tab:site': ({ off }) => {
        choices.hold(host, off);
        return looked().then(() => null);
      },
      'tab:step': ({ step }) => Promise.resolve({ found: here?.walk.step(step) ?? false }),
    },
    signal,
  );
  settle();
  await looked();
}

try {
  const scope = globalThis as unknown as Record<string, AbortController | undefined>;
  // Own properties only: an element of the page with that id would keep us out.
  if (!Object.hasOwn(scope, OWNER)) {
    const life = new AbortController();
    scope[OWNER] = life;
    run(life).catch(() => life.abort());
  }
} catch {
  // Nothing of ours may disturb a page.
}
