/** Every message we send: what is asked, what comes back, who to whom. Add here, nowhere else. */
import * as v from 'valibot';
import { isPartialDate } from '../facts/dates.ts';
import type { CardData } from '../match/card.ts';
import type { SearchHit, TimelineItem } from '../match/search.ts';
import type { PageSummary } from '../match/summary.ts';
import type { FoundClaim, Mention } from '../match/types.ts';
import { browser, isConnected } from './browser.ts';
import { host, SITE_STATES, type SiteState } from './settings.ts';

/** What the background found in an article: all that the page needs until the article changes. */
export interface PageFinding {
  show: boolean;
  mentions: Mention[];
  claims: FoundClaim[];
  /** cards of the records mentioned and the claims met, so that hovering needs no further message */
  cards: Record<string, CardData>;
  summary: PageSummary;
  /** a card in the page may offer to open in the panel */
  panel: boolean;
}

/** What is not as the reader last had it. */
export interface News {
  changed: SearchHit[];
  added: SearchHit[];
}

export type PageState =
  | { kind: 'shown'; summary: PageSummary; host: string }
  | { kind: 'quiet'; host: string }
  | { kind: 'off'; host: string };

export interface Messages {
  /** gate -> background: this page may be worth reading; the background loads the reader */
  'page:candidate': { ask: Record<string, never>; reply: { loaded: boolean } };
  /** reader -> background */
  'page:find': { ask: { article: unknown; publishedFrom: string; cut: boolean }; reply: PageFinding };
  /** reader -> background: how many notes there are, for the badge */
  'page:count': { ask: { count: number }; reply: null };
  /** reader, popup -> background */
  'card:get': { ask: { id: string; published: string | null }; reply: CardData | null };
  /** reader -> background: the reader pressed “open in side panel” on a card */
  'panel:open': { ask: { id: string }; reply: { opened: boolean } };
  /** popup, panel -> background, which goes on when the popup closes: a site off, or as it was; the tab to tell if it cannot be stored */
  'site:set': { ask: { host: string; state: SiteState; tabId: number }; reply: null };
  'base:search': { ask: { query: string }; reply: SearchHit[] };
  'base:timeline': { ask: Record<string, never>; reply: TimelineItem[] };
  /** popup -> background: what an update changed in the notes, null for nothing; and that it was shown */
  'base:news': { ask: Record<string, never>; reply: News | null };
  'base:seen': { ask: Record<string, never>; reply: null };
  /** popup -> the page's content script */
  'tab:state': { ask: Record<string, never>; reply: PageState };
  'tab:goto': { ask: { id?: string; start?: number }; reply: { found: boolean } };
  /** popup of a private window -> the page's content script: off or on for this page, stored nowhere */
  'tab:site': { ask: { off: boolean }; reply: null };
  /** background -> the page's content script: to the next (1) or the previous (-1) term */
  'tab:step': { ask: { step: 1 | -1 }; reply: { found: boolean } };
}
export type MessageKind = keyof Messages;

const place = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Sections and headings of one article; more are not something an article has. */
const MOST_PLACES = 100_000;

const articleSchema = v.object({
  title: v.pipe(v.string(), v.maxLength(2000)),
  text: v.pipe(v.string(), v.maxLength(500_000)),
  lang: v.pipe(v.string(), v.maxLength(12)),
  published: v.nullable(v.pipe(v.string(), v.check(isPartialDate))),
  sections: v.optional(v.pipe(v.array(place), v.maxLength(MOST_PLACES))),
  headings: v.optional(v.pipe(v.array(v.tuple([place, place])), v.maxLength(MOST_PLACES))),
});
export type AskedArticle = v.InferOutput<typeof articleSchema>;

/** What each message must look like when it arrives: a page cannot send one, another extension could try. */
const ASK = {
  'page:candidate': v.object({}),
  'page:find': v.object({ article: articleSchema, publishedFrom: v.string(), cut: v.boolean() }),
  'page:count': v.object({ count: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  'card:get': v.object({ id: v.string(), published: v.nullable(v.string()) }),
  'panel:open': v.object({ id: v.string() }),
  'site:set': v.object({ host, state: v.picklist(SITE_STATES), tabId: v.number() }),
  'base:search': v.object({ query: v.pipe(v.string(), v.maxLength(200)) }),
  'base:timeline': v.object({}),
  'base:news': v.object({}),
  'base:seen': v.object({}),
  'tab:state': v.object({}),
  'tab:goto': v.object({ id: v.optional(v.string()), start: v.optional(v.number()) }),
  'tab:site': v.object({ off: v.boolean() }),
  'tab:step': v.object({ step: v.picklist([1, -1]) }),
} satisfies Record<MessageKind, v.GenericSchema>;

type Ask<K extends MessageKind> = v.InferOutput<(typeof ASK)[K]>;

export interface From {
  tabId: number | undefined;
  url: string | undefined;
  windowId: number | undefined;
}

export type Handlers = { [K in MessageKind]?: (ask: Ask<K>, from: From) => Promise<Messages[K]['reply']> };

const envelope = v.object({ kind: v.string(), ask: v.unknown() });

/** @throws Error when nobody answers: no receiver, or the extension was updated under an open page */
export async function send<K extends MessageKind>(
  kind: K,
  ask: Messages[K]['ask'],
): Promise<Messages[K]['reply']> {
  return (await browser.runtime.sendMessage({ kind, ask })) as Messages[K]['reply'];
}

/** Browsers stop a background also while it works; a message that was lost is sent again after these, in ms. */
const AGAIN = [100, 800];

/**
 * As `send`, and again when the background went away under the message; not when the extension itself is gone.
 * @throws Error when it was lost each time, or the signal aborted meanwhile
 */
export async function sendSurely<K extends MessageKind>(
  kind: K,
  ask: Messages[K]['ask'],
  signal: AbortSignal,
): Promise<Messages[K]['reply']> {
  for (const wait of AGAIN) {
    // Left unanswered, it arrives as undefined.
    const reply = await send(kind, ask).catch(() => undefined);
    if (reply !== undefined) return reply;
    await new Promise((done) => setTimeout(done, wait));
    signal.throwIfAborted();
    if (!isConnected()) break;
  }
  return send(kind, ask);
}

/** @throws Error when the tab has no content script of ours */
export async function sendToTab<K extends MessageKind>(
  tabId: number,
  kind: K,
  ask: Messages[K]['ask'],
): Promise<Messages[K]['reply']> {
  return (await browser.tabs.sendMessage(tabId, { kind, ask }, { frameId: 0 })) as Messages[K]['reply'];
}

/**
 * Answers messages from our own parts. Call once per context, synchronously at start: a worker woken by a message
 * must already listen. What is malformed or not from us is left unanswered.
 */
export function receive(handlers: Handlers, signal?: AbortSignal): void {
  const listener = (
    raw: unknown,
    sender: {
      id?: string | undefined;
      url?: string | undefined;
      tab?: { id?: number | undefined; windowId?: number | undefined } | undefined;
    },
  ) => {
    if (sender.id !== browser.runtime.id) return undefined;
    const message = v.safeParse(envelope, raw);
    if (!message.success || !Object.hasOwn(ASK, message.output.kind)) return undefined;
    const kind = message.output.kind as MessageKind;
    const handler = handlers[kind] as ((ask: unknown, from: From) => Promise<unknown>) | undefined;
    const ask = v.safeParse(ASK[kind], message.output.ask);
    if (!handler || !ask.success) return undefined;
    return handler(ask.output, { tabId: sender.tab?.id, url: sender.url, windowId: sender.tab?.windowId });
  };
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}
