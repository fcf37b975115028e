import { beforeEach, describe, expect, it, vi } from 'vitest';
import { receive, sendSurely } from './messages.ts';

type Listener = (raw: unknown, sender: object) => Promise<unknown> | undefined;

const fake = vi.hoisted(() => ({
  listeners: new Set<unknown>(),
  connected: true,
  sendMessage: (_message: unknown): Promise<unknown> => Promise.resolve(),
}));
vi.mock('./browser.ts', () => ({
  isConnected: () => fake.connected,
  browser: {
    runtime: {
      id: 'station-brief',
      sendMessage: (message: unknown) => fake.sendMessage(message),
      onMessage: {
        addListener: (l: unknown) => fake.listeners.add(l),
        removeListener: (l: unknown) => fake.listeners.delete(l),
      },
    },
  },
}));

const ARTICLE = { title: 'Talks', text: 'NASA spoke.', lang: 'en', published: '2025-08-01' };
const find = (article: unknown, more: object = {}) => ({
  kind: 'page:find',
  ask: { article, publishedFrom: 'meta', cut: false, ...more },
});
const US = { id: 'station-brief', url: 'https://news.example/a', tab: { id: 7 } };

beforeEach(() => {
  fake.listeners.clear();
  fake.connected = true;
});

describe('what is answered', () => {
  const heard: unknown[] = [];
  const tell = (message: unknown, sender: object = US): Promise<unknown> | undefined => {
    heard.length = 0;
    const take = (what: unknown) => {
      heard.push(what);
      return Promise.resolve(null);
    };
    receive({ 'page:count': take, 'card:get': take, 'page:find': take as never, 'tab:step': take as never });
    return ([...fake.listeners].at(-1) as Listener)(message, sender);
  };

  it.each([
    ['a count', { kind: 'page:count', ask: { count: 3 } }],
    ['a record asked for', { kind: 'card:get', ask: { id: 'nasa', published: null } }],
    ['an article', find({ ...ARTICLE, sections: [3, 9], headings: [[3, 5]] })],
  ])('%s of ours', (_what, message) => {
    expect(tell(message)).toBeInstanceOf(Promise);
    expect(heard).toHaveLength(1);
  });

  it.each([
    ['another extension', { kind: 'page:count', ask: { count: 3 } }, { ...US, id: 'other' }],
    ['nobody', { kind: 'page:count', ask: { count: 3 } }, { url: 'https://news.example/a' }],
    ['text', 'page:count', US],
    ['nothing', null, US],
    ['a kind we do not have', { kind: 'page:delete', ask: {} }, US],
    ['a name every object has', { kind: 'toString', ask: {} }, US],
    ['a name every object has, too', { kind: '__proto__', ask: {} }, US],
    ['a kind nobody here answers', { kind: 'base:timeline', ask: {} }, US],
    ['a count below nothing', { kind: 'page:count', ask: { count: -1 } }, US],
    ['a count that is none', { kind: 'page:count', ask: { count: 'many' } }, US],
    ['no question', { kind: 'card:get' }, US],
    ['a step too far', { kind: 'tab:step', ask: { step: 5 } }, US],
    ['an article without text', find({ ...ARTICLE, text: undefined }), US],
    ['an article too long', find({ ...ARTICLE, text: 'x'.repeat(500_001) }), US],
    ['a date that is none', find({ ...ARTICLE, published: 'yesterday' }), US],
    ['a place outside any text', find({ ...ARTICLE, sections: [-1] }), US],
    ['a place between two letters', find({ ...ARTICLE, headings: [[0.5, 2]] }), US],
    [
      'more sections than letters',
      find({ ...ARTICLE, sections: Array.from({ length: 100_001 }, (_, i) => i) }),
      US,
    ],
  ])('not %s', (_what, message, sender) => {
    expect(tell(message, sender)).toBeUndefined();
    expect(heard).toEqual([]);
  });

  it('nothing after the signal', () => {
    const life = new AbortController();
    receive({}, life.signal);
    life.abort();
    expect(fake.listeners.size).toBe(0);
  });
});

describe('a message that is lost', () => {
  const ask = () => sendSurely('card:get', { id: 'nasa', published: null }, new AbortController().signal);
  const answers = (...list: (() => Promise<unknown>)[]) => {
    let calls = 0;
    fake.sendMessage = () => (list[calls++] ?? list.at(-1))?.() ?? Promise.resolve();
    return () => calls;
  };
  const lost = () => Promise.reject(new Error('The message port closed before a response was received.'));

  it.each([
    ['with an error', lost],
    ['in silence', () => Promise.resolve(undefined)],
  ])('%s is sent again', async (_how, first) => {
    const calls = answers(first, () => Promise.resolve(null));
    expect(await ask()).toBeNull();
    expect(calls()).toBe(2);
  });
  it('three times at most', async () => {
    const calls = answers(lost);
    await expect(ask()).rejects.toThrow('message port closed');
    expect(calls()).toBe(3);
  });
  it('but not for an article that was left meanwhile', async () => {
    const calls = answers(lost);
    const left = new AbortController();
    const sending = sendSurely('card:get', { id: 'nasa', published: null }, left.signal);
    left.abort(new Error('left'));
    await expect(sending).rejects.toThrow('left');
    expect(calls()).toBe(1);
  });
});
