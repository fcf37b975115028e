/** Second script, only on pages worth reading: reads, asks the background what it found, marks, shows cards. */
import type { Mark } from '../page/marks.ts';
import { listen } from '../page/triggers.ts';
import { watchAddress, watchText } from '../page/watch.ts';
import { isConnected } from '../shell/browser.ts';
import { receive, type PageState } from '../shell/messages.ts';
import { hostOf } from '../shell/sites.ts';
import type { Settings } from '../ui/settings-type.ts';
import { langOf } from './lang.ts';
import { readerCard, targetOf } from './reader/card.ts';
import { Choices } from './reader/choices.ts';
import { Reading } from './reader/reading.ts';
import { Walk } from './reader/walk.ts';

/** A second injection finds this and leaves the first in charge. */
const OWNER = '__stationBriefReader';
/** A page that moved to another address without a load gets so long to show it, in ms. */
const MOVED_AFTER = 300;

async function run(life: AbortController): Promise<void> {
  const { signal } = life;
  const host = hostOf(location.href) ?? location.host;
  const choices = await Choices.open(signal, follow);
  const isOff = () => choices.now.off.includes(host);

  const fresh = () => new Reading(() => choices.now, signal, begin);
  let reading = fresh();
  let walk = new Walk(reading, show);
  let looking: Promise<void> = Promise.resolve();
  const stop = (): void => {
    card.close();
    reading.end();
    reading = fresh();
    walk = new Walk(reading, show);
  };
  const look = (): void => {
    looking = isOff() ? Promise.resolve() : reading.look();
  };
  const restart = (): void => {
    stop();
    look();
  };
  const card = readerCard({ choices, host, signal, found: () => reading.found, stop });

  function show(mark: Mark): boolean {
    const target = targetOf(mark, reading.found);
    if (target) card.open(target, 'key');
    return target !== null;
  }

  /** After an update a new script may have taken over: then this one goes, and takes its listeners along. */
  function isReplaced(): boolean {
    if (isConnected() || reading.painter.isInCharge()) return false;
    life.abort();
    return true;
  }

  function follow(before: Settings, now: Settings): void {
    card.update({ lang: langOf(now), theme: now.theme });
    reading.painter.setStrength(now.strength);
    if (isOff()) stop();
    else if (changesMarks(before, now)) restart();
  }

  /** Listeners of one article: pointer and keys, and changes of its text. */
  function begin(own: Reading): void {
    listen(document, own.signal, {
      marks: () => (isReplaced() ? [] : own.marks),
      card,
      targetOf: (mark) => targetOf(mark, own.found),
      trigger: () => choices.now.trigger,
    });
    // Watching a parent of the article too, since pages replace the article's own element when they render anew.
    watchText(
      document.documentElement,
      () => own.again(),
      own.signal,
      (node) => node.nodeName.toLowerCase().startsWith('station-brief'),
    );
  }

  watchAddress(window, () => setTimeout(restart, MOVED_AFTER), signal);

  const state = (): PageState => {
    if (isOff()) return { kind: 'off', host };
    const { found } = reading;
    return found?.show ? { kind: 'shown', summary: found.summary, host } : { kind: 'quiet', host };
  };
  receive(
    {
      'tab:state': () => looking.then(state),
      'tab:goto': (where) => Promise.resolve({ found: walk.goTo(where) }),
      'tab:site': ({ off }) => {
        choices.hold(host, off);
        return looking.then(() => null);
      },
      'tab:step': ({ step }) => Promise.resolve({ found: !isReplaced() && walk.step(step) }),
    },
    signal,
  );
  look();
  await looking;
}

/** Whether the article must be looked at again: other records are marked, or notes come in another language. */
const changesMarks = (before: Settings, next: Settings): boolean =>
  before.muted.length !== next.muted.length ||
  before.marks !== next.marks ||
  before.off.length !== next.off.length ||
  before.lang !== next.lang;

try {
  const scope = globalThis as unknown as Record<string, AbortController | undefined>;
  if (!scope[OWNER]) {
    const life = new AbortController();
    scope[OWNER] = life;
    run(life).catch(() => life.abort());
  }
} catch {
  // Nothing of ours may disturb a page.
}
