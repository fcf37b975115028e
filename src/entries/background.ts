/** The background: holds the base, answers pages and popup. Keeps no state: it may be stopped at any moment. */
import { presentDay } from '../match/base.ts';
import { cardOf, type CardContext, type NoteLang } from '../match/card.ts';
import { findShown } from '../match/find.ts';
import { search, timeline } from '../match/search.ts';
import { summaryOf } from '../match/summary.ts';
import { showCount } from '../shell/badge.ts';
import { onCommand } from '../shell/commands.ts';
import { onFirstInstall, onHosts, onInstalled, today } from '../shell/lifecycle.ts';
import { receive, sendToTab, type AskedArticle, type PageFinding } from '../shell/messages.ts';
import { openPanelAt, opensFromPages } from '../shell/panel.ts';
import { getSettings, setSettings, setSite } from '../shell/settings.ts';
import { hostOf, loadReader, onPermissions, registerAllowed } from '../shell/sites.ts';
import { activeTab, browserLanguage, openPage } from '../shell/tabs.ts';
import { newsOf, rememberNotes } from './news.ts';
import { base } from './shipped-base.ts';

const EMPTY = {
  title: '',
  published: null,
  publishedFrom: 'unknown',
  topics: [],
  dates: [],
  since: [],
  holders: [],
  people: [],
  claims: [],
  terms: [],
  cut: false,
};

const now = (): string => presentDay(base(), today());

async function noteLang(): Promise<NoteLang> {
  const { lang } = await getSettings();
  return (lang === 'auto' ? browserLanguage() : lang) === 'ru' ? 'ru' : 'en';
}

async function findIn(asked: AskedArticle, publishedFrom: string, cut: boolean): Promise<PageFinding> {
  const settings = await getSettings();
  const { sections, headings, ...rest } = asked;
  const finding = findShown(
    { ...rest, ...(sections ? { sections } : {}), ...(headings ? { headings } : {}) },
    base(),
    now,
  );
  if (!finding) return { show: false, mentions: [], claims: [], cards: {}, summary: EMPTY, panel: false };
  const context: CardContext = { lang: await noteLang(), published: asked.published, today: now() };
  const muted = new Set(settings.muted);
  const mentions = finding.mentions.map((m) =>
    muted.has(m.id) ? { ...m, mark: false } : settings.marks === 'all' ? { ...m, mark: true } : m,
  );
  const cards: PageFinding['cards'] = {};
  for (const id of [...Object.keys(finding.entities), ...finding.claims.map((c) => c.id)]) {
    const note = base().notes.get(id);
    if (note) cards[id] = cardOf(note, base(), context);
  }
  const claims = finding.claims.filter((c) => !muted.has(c.id));
  const summary = summaryOf(finding, base(), context, { title: asked.title, publishedFrom, cut });
  return { show: true, mentions, claims, cards, summary, panel: opensFromPages() };
}

receive({
  'page:candidate': async (_ask, { tabId, url }) => {
    if (tabId === undefined) return { loaded: false };
    const host = hostOf(url);
    if (host && (await getSettings()).off.includes(host)) return { loaded: false };
    const loading = loadReader(tabId);
    base(); // made ready while the reader is loaded and reads; it is asked for next
    return { loaded: (await loading) === 'done' };
  },
  'page:find': ({ article, publishedFrom, cut }) => findIn(article, publishedFrom, cut),
  'page:count': async ({ count }, { tabId }) => {
    if (tabId !== undefined) await showCount(tabId, count);
    return null;
  },
  'card:get': async ({ id, published }) => {
    const note = base().notes.get(id);
    return note ? cardOf(note, base(), { lang: await noteLang(), published, today: now() }) : null;
  },
  // Nothing may come before the call: it needs the reader's press, which the browser forgets at the first `await`.
  'panel:open': async ({ id }, { windowId }) => ({
    opened: windowId !== undefined && (await openPanelAt(windowId, id)),
  }),
  'site:set': async ({ host, state, tabId }) => {
    // When storage is full, for the open page at least.
    const held = () => sendToTab(tabId, 'tab:site', { off: state === 'off' }).catch(() => null);
    await setSite(host, state).catch(held);
    return null;
  },
  'base:search': async ({ query }) => search(query, base(), await noteLang()),
  'base:timeline': async () => timeline(base(), await noteLang()),
  'base:news': async () => newsOf(await noteLang()),
  'base:seen': async () => {
    await rememberNotes();
    return null;
  },
});

/** Keeps the list of own sites true to what the browser allows, and reads the page on which it was allowed. */
async function follow(allowed: boolean, hosts: readonly string[]): Promise<void> {
  const { on, off } = await getSettings();
  const others = on.filter((host) => !hosts.includes(host));
  await setSettings(
    allowed
      ? { on: [...others, ...hosts], off: off.filter((host) => !hosts.includes(host)) }
      : { on: others },
  );
  const tab = allowed ? await activeTab() : null;
  const host = hostOf(tab?.url);
  // The popup that asked may be gone: browsers close it while they ask.
  if (tab && host && hosts.includes(host)) await loadReader(tab.id);
}

const STEPS: Readonly<Record<string, 1 | -1>> = { 'next-term': 1, 'previous-term': -1 };

onInstalled(() => void registerAllowed());
onFirstInstall(() => {
  void openPage('welcome.html');
  void rememberNotes();
});
onPermissions(() => void registerAllowed());
onHosts((allowed, hosts) => void follow(allowed, hosts).catch(() => undefined));
onCommand((name, tabId) => {
  const step = STEPS[name];
  // A tab without our script has no terms to step through.
  if (step) void sendToTab(tabId, 'tab:step', { step }).catch(() => undefined);
});
