// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleCard } from '../sample-card.ts';
import { HOST_TAG } from './host.ts';
import { GRACE_MS, REST_MS } from './state.ts';
import { createCardView, type CardTarget, type CardView } from './view.ts';

let life: AbortController;
let view: CardView;
let inside: ShadowRoot;
const actions = {
  mute: vi.fn(),
  offHere: vi.fn(),
  report: vi.fn(),
  openInPanel: vi.fn(),
  copy: vi.fn(() => Promise.resolve(true)),
};
const loadCard = vi.fn((id: string) =>
  Promise.resolve(id === 'roscosmos' ? sampleCard({ id, name: 'Roscosmos', kind: 'organisation' }) : null),
);

const target = (key = 'a', over: Partial<CardTarget> = {}): CardTarget => {
  const rects = [new DOMRect(100, 100, 80, 20)];
  return { key, card: sampleCard(), rects, anchor: () => rects, surface: 'Bakanov', ...over };
};
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const find = (selector: string) => inside.querySelector<HTMLElement>(selector);
const button = (word: string) => [...inside.querySelectorAll('button')].find((b) => b.textContent === word);
/** As from the reader's own hand: what a page makes up does not count. */
const trusted = <E extends Event>(event: E): E => Object.defineProperty(event, 'isTrusted', { value: true });
const key = (name: string) => {
  const event = trusted(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  document.body.dispatchEvent(event);
  return event;
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  Object.defineProperty(document.documentElement, 'clientWidth', { value: 1000, configurable: true });
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (
    this: Element,
    init: ShadowRootInit,
  ) {
    inside = attach.call(this, init);
    return inside;
  });
  life = new AbortController();
  view = createCardView({
    doc: document,
    signal: life.signal,
    lang: 'en',
    theme: 'system',
    today: '2026-11-22',
    loadCard,
    actions,
  });
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('card view', () => {
  it('adds nothing to the page until it opens, and leaves nothing after', async () => {
    expect(document.querySelector(HOST_TAG)).toBeNull();
    view.rest(target());
    await wait(REST_MS);
    const host = document.querySelector(HOST_TAG);
    expect(host?.parentNode).toBe(document.documentElement);
    expect(host?.shadowRoot).toBeNull();
    life.abort();
    expect(document.querySelector(HOST_TAG)).toBeNull();
  });

  it('opens after the rest, closes after the grace', async () => {
    view.rest(target());
    await wait(REST_MS - 1);
    expect(view.isOpen()).toBe(false);
    await wait(1);
    expect(view.isOpen()).toBe(true);
    view.away();
    await wait(GRACE_MS - 1);
    expect(view.isOpen()).toBe(true);
    await wait(1);
    expect(view.isOpen()).toBe(false);
  });

  it('swallows Escape only while open', () => {
    const heard = vi.fn();
    document.body.addEventListener('keydown', heard, { signal: life.signal });
    expect(key('Escape').defaultPrevented).toBe(false);
    view.open(target(), 'click');
    expect(key('x').defaultPrevented).toBe(false);
    expect(key('Escape').defaultPrevented).toBe(true);
    expect(view.isOpen()).toBe(false);
    expect(key('Escape').defaultPrevented).toBe(false);
    expect(heard).toHaveBeenCalledTimes(3);
  });

  it('takes no notice of events the page makes up', async () => {
    view.open(target(), 'click');
    const forged = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    document.body.dispatchEvent(forged);
    expect(forged.defaultPrevented).toBe(false);
    expect(view.isOpen()).toBe(true);
    view.close();
    document.dispatchEvent(new PointerEvent('pointerdown'));
    view.rest(target('b'));
    await wait(REST_MS);
    expect(view.isOpen()).toBe(true);
  });

  it('does not open while a button is held', async () => {
    document.dispatchEvent(trusted(new PointerEvent('pointerdown')));
    view.rest(target());
    await wait(REST_MS);
    expect(view.isOpen()).toBe(false);
    document.dispatchEvent(trusted(new PointerEvent('pointerup')));
    view.rest(target());
    await wait(REST_MS);
    expect(view.isOpen()).toBe(true);
  });

  it('does not open while text is selected', async () => {
    document.body.textContent = 'some text';
    document.getSelection()?.selectAllChildren(document.body);
    view.rest(target());
    view.open(target(), 'click');
    await wait(REST_MS);
    expect(view.isOpen()).toBe(false);
    document.getSelection()?.removeAllRanges();
  });

  it('a key opens a dialog, takes focus, and gives it back', () => {
    document.body.replaceChildren(document.createElement('button'));
    const before = document.querySelector('button');
    before?.focus();
    view.open(target(), 'key');
    expect(find('.sb-card')?.getAttribute('role')).toBe('dialog');
    expect(find('.sb-card')?.getAttribute('aria-modal')).toBe('false');
    expect(inside.activeElement).toBe(find('.sb-card'));
    view.close();
    expect(document.activeElement).toBe(before);
  });

  it('from card to card by key, focus stays inside, and goes back to where it was before the first', () => {
    document.body.replaceChildren(document.createElement('button'));
    const before = document.querySelector('button');
    before?.focus();
    for (const name of ['a', 'b', 'c']) {
      view.open(target(name), 'key');
      expect(inside.activeElement).toBe(find('.sb-card'));
    }
    view.close();
    expect(document.activeElement).toBe(before);
  });

  it('closed under a resting pointer, it waits for the pointer to leave and come back', async () => {
    const opens = async (name: string): Promise<boolean> => {
      view.rest(target(name));
      await wait(REST_MS);
      return view.isOpen();
    };
    expect(await opens('a')).toBe(true);
    key('Escape');
    expect(await opens('a')).toBe(false);
    view.away();
    expect(await opens('a')).toBe(true);
    key('Escape');
    expect(await opens('b')).toBe(true);
    key('Escape');
    expect(await opens('a')).toBe(true);
  });

  it('a card opened by key and closed does not make its term deaf to the pointer', async () => {
    view.open(target(), 'key');
    key('Escape');
    view.rest(target());
    await wait(REST_MS);
    expect(view.isOpen()).toBe(true);
  });

  it.each([
    ['key', true],
    ['touch', true],
    ['click', false],
  ] as const)('in a narrow window, by %s: a sheet; over a veil: %s', (how, veiled) => {
    Object.defineProperty(document.documentElement, 'clientWidth', { value: 500, configurable: true });
    view.open(target(), how);
    expect(find('.sb-sheet')).not.toBeNull();
    expect(find('.sb-veil') !== null).toBe(veiled);
    expect(find('.sb-card')?.getAttribute('aria-modal')).toBe(veiled ? 'true' : null);
  });

  it('resting takes no focus and is spoken politely', async () => {
    view.rest(target());
    await wait(REST_MS + 200);
    expect(find('.sb-card')?.getAttribute('role')).toBe('group');
    expect(inside.activeElement).toBeNull();
    expect(find('[role=status].sb-hidden')?.textContent).toBe(
      'Dmitry Bakanov. head of Roscosmos since February 2025',
    );
  });

  it('a tap opens a sheet, a tap on its veil closes it', () => {
    view.open(target(), 'touch');
    expect(find('.sb-sheet')).not.toBeNull();
    expect(view.contains(5, 5)).toBe(true);
    find('.sb-veil')?.click();
    expect(view.isOpen()).toBe(false);
  });

  it('related records open inside and lead back; one that is missing says so', async () => {
    view.open(target(), 'click');
    button('More')?.click();
    await wait(20);
    find('.sb-related button')?.focus();
    find('.sb-related button')?.click();
    await wait(20);
    expect(find('h2')?.textContent).toBe('Roscosmos');
    expect(inside.activeElement).toBe(find('.sb-card'));
    find('button[aria-label=Back]')?.click();
    await wait(20);
    expect(find('h2')?.textContent).toBe('Dmitry Bakanov');
    loadCard.mockResolvedValueOnce(null);
    button('More')?.click();
    await wait(20);
    find('.sb-related button')?.click();
    await wait(20);
    expect(find('[role=alert]')?.textContent).toBe('This note could not be loaded.');
  });

  it('mute and off close the card and tell the page', () => {
    view.open(target(), 'click');
    button('Mute this term')?.click();
    expect(actions.mute).toHaveBeenCalledWith('bakanov-dmitry');
    expect(view.isOpen()).toBe(false);
  });

  it('comes back when the page throws it out', async () => {
    view.open(target(), 'click');
    document.querySelector(HOST_TAG)?.remove();
    await wait(50);
    expect(document.querySelector(HOST_TAG)).not.toBeNull();
  });

  it('changes language and theme while open', () => {
    view.open(target(), 'click');
    view.update({ lang: 'ru', theme: 'dark' });
    expect(button('Закрепить')).toBeDefined();
    expect(find('.sb')?.dataset['theme']).toBe('dark');
  });
});
