/** Second script, only on pages worth reading: reads, asks the background what it found, marks, shows cards. */
import { readArticle, type ReadArticle } from '../page/article.ts';
import { canPaint, marksOf, Painter, type Mark } from '../page/marks.ts';
import { boxesOf } from '../page/pointer.ts';
import { scrollToMark, scrollToSpan } from '../page/scroll.ts';
import { listen } from '../page/triggers.ts';
import { watchAddress, watchText } from '../page/watch.ts';
import { isConnected } from '../shell/browser.ts';
import { today } from '../shell/lifecycle.ts';
import { receive, send, type PageFinding, type PageState } from '../shell/messages.ts';
import { getSettings, onSettings, setSettings, setSite } from '../shell/settings.ts';
import { hostOf } from '../shell/sites.ts';
import { createCardView, type CardTarget } from '../ui/card/view.ts';
import { dayNumber } from '../facts/dates.ts';
import { OLD_AFTER } from '../match/card.ts';
import { langOf } from './lang.ts';
import { reportAddress } from './report.ts';

/** A second injection finds this and leaves the first in charge. */
const OWNER = '__stationBriefReader';
/** Changes of a page that is not on topic are followed this often. */
const MOST_VAIN = 4;

/** An article old enough to say who holds an office now. */
const isOld = (published: string | null): boolean =>
  published !== null && dayNumber(today()) - dayNumber(published) > OLD_AFTER;

async function run(life: AbortController): Promise<void> {
  const { signal } = life;
  const host = hostOf(location.href) ?? location.host;
  let settings = await getSettings();
  let read: ReadArticle | null = null;
  let found: PageFinding | null = null;
  let marks: Mark[] = [];
  let page = new AbortController(); // what belongs to the article now shown
  const isOff = () => settings.off.includes(host);

  const card = createCardView({
    doc: document,
    signal,
    lang: langOf(settings),
    theme: settings.theme,
    today: today(),
    loadCard: (id) =>
      isConnected()
        ? send('card:get', { id, published: found?.summary.published ?? null }).catch(() => null)
        : Promise.resolve(null),
    actions: {
      mute: (id) =>
        void setSettings({ muted: [...settings.muted.filter((m) => m !== id), id] }).catch(() => undefined),
      offHere: () => void setSite(host, 'off').catch(() => stop()),
      report: (data) => void window.open(reportAddress(data), '_blank', 'noopener,noreferrer'),
      copy: (text) =>
        navigator.clipboard.writeText(text).then(
          () => true,
          () => false,
        ),
    },
  });

  const targetOf = (mark: Mark): CardTarget | null => {
    const data = found?.cards[mark.id];
    if (!data) return null;
    const rects = boxesOf(document, mark);
    const claim = found?.summary.claims.find((c) => c.card.id === mark.id && c.start === mark.start);
    return {
      key: `${mark.kind}:${mark.start}`,
      card: data,
      rects,
      anchor: () => boxesOf(document, mark),
      surface: mark.surface,
      old: isOld(found?.summary.published ?? null),
      ...(claim ? { claim: { surface: claim.surface, verdict: claim.verdict } } : {}),
    };
  };

  let painter = new Painter(settings.strength, page.signal);
  signal.addEventListener('abort', () => page.abort(), { once: true });

  const stop = (): void => {
    card.close();
    page.abort();
    page = new AbortController();
    painter = new Painter(settings.strength, page.signal);
    marks = [];
    found = null;
    read = null;
    if (isConnected()) void send('page:count', { count: 0 }).catch(() => undefined);
  };

  /** After an update a new script may have taken over: then this one goes, and takes its listeners along. */
  const isReplaced = (): boolean => {
    if (isConnected() || painter.isInCharge()) return false;
    life.abort();
    return true;
  };

  /** Reads the page again and paints what is found; quiet when the extension was updated under the page. */
  const look = async (): Promise<void> => {
    if (isOff() || !isConnected()) return;
    const own = page;
    const reading = readArticle(document, location.href);
    if (!reading) return;
    const { article, publishedFrom, map } = reading;
    const asked = {
      title: article.title.slice(0, 2000),
      text: article.text,
      lang: article.lang,
      published: article.published,
      sections: [...(article.sections ?? [])],
      headings: (article.headings ?? []).map(([from, to]) => [from, to]),
    };
    const answer = await send('page:find', { article: asked, publishedFrom, cut: map.cut }).catch(() => null);
    if (!answer || own.signal.aborted) return;
    const first = found === null;
    read = reading;
    found = answer;
    marks = answer.show && canPaint() ? marksOf(answer.mentions, answer.claims, map, reading.shift) : [];
    painter.paint(marks);
    const notes = answer.show ? answer.summary.topics.slice(0, 5).length + answer.summary.claims.length : 0;
    void send('page:count', { count: notes }).catch(() => undefined);
    if (first) begin(own.signal);
  };

  /** A page that is not on topic is read again only so often: it will hardly become one. */
  let vain = 0;
  const again = (): void => {
    if (!found?.show && ++vain > MOST_VAIN) return;
    void look();
  };

  /** Next or previous mark from the one last shown, around at the ends. */
  let current = -1;
  const step = (by: 1 | -1): boolean => {
    if (!marks.length || isReplaced()) return false;
    current = current < 0 ? (by === 1 ? 0 : marks.length - 1) : (current + by + marks.length) % marks.length;
    const mark = marks[current];
    const target = mark && scrollToMark(document, mark) ? targetOf(mark) : null;
    if (target) card.open(target, 'key');
    return target !== null;
  };

  /** Listeners of one article: pointer and keys, and changes of its text. */
  const begin = (own: AbortSignal): void => {
    listen(document, own, {
      marks: () => (isReplaced() ? [] : marks),
      card,
      targetOf,
      trigger: () => settings.trigger,
    });
    // Watching a parent of the article too, since pages replace the article's own element when they render anew.
    watchText(document.documentElement, again, own, (node) =>
      node.nodeName.toLowerCase().startsWith('station-brief'),
    );
  };

  let looking: Promise<void> = Promise.resolve();
  const restart = (): void => {
    stop();
    looking = look();
  };

  watchAddress(window, () => setTimeout(restart, 300), signal);
  onSettings((next) => {
    const before = settings;
    settings = next;
    card.update({ lang: langOf(next), theme: next.theme });
    painter.setStrength(next.strength);
    if (isOff()) stop();
    else if (
      before.muted.length !== next.muted.length ||
      before.marks !== next.marks ||
      before.off.length !== next.off.length ||
      before.lang !== next.lang
    )
      restart();
  }, signal);

  const state = (): PageState => {
    if (isOff()) return { kind: 'off', host };
    return found?.show ? { kind: 'shown', summary: found.summary, host } : { kind: 'quiet', host };
  };
  receive(
    {
      'tab:state': () => looking.then(state),
      'tab:goto': ({ id, start }) => {
        const mark = marks.find((m) => (id ? m.id === id : m.start === start));
        const mention =
          found?.mentions.find((m) => (id ? m.id === id : m.start === start)) ??
          found?.claims.find((c) => (id ? c.id === id : c.start === start));
        const at = mark
          ? scrollToMark(document, mark)
          : read && mention
            ? scrollToSpan(read, mention.start, mention.end)
            : false;
        const target = mark ? targetOf(mark) : null;
        if (at && target) card.open(target, 'key');
        return Promise.resolve({ found: at });
      },
      'tab:step': ({ step: by }) => Promise.resolve({ found: step(by) }),
    },
    signal,
  );
  looking = look();
  await looking;
}

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
