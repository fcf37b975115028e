// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { makeUi, UiContext } from '../context.ts';
import { sampleCard } from '../sample-card.ts';
import type { UiLang } from '../strings/index.ts';
import { Card, type CardProps } from './Card.tsx';

const root = document.createElement('div');
const calls = {
  back: vi.fn(),
  openRecord: vi.fn(),
  pin: vi.fn(),
  close: vi.fn(),
  copy: vi.fn(() => Promise.resolve(true)),
  mute: vi.fn(),
  offHere: vi.fn(),
  report: vi.fn(),
};
const draw = (over: Partial<CardProps> = {}, lang: UiLang = 'en') => {
  const props = {
    card: sampleCard(),
    old: false,
    pinned: false,
    sheet: false,
    dialog: false,
    canGoBack: false,
    missing: false,
    calls,
    ...over,
  };
  render(
    <UiContext.Provider value={makeUi(lang, '2026-11-22')}>
      <Card {...props} />
    </UiContext.Provider>,
    root,
  );
  return root;
};
afterEach(() => render(null, root));

it('shows name, kind, note, sources and dates', () => {
  const text = draw().textContent;
  for (const part of [
    'Dmitry Bakanov',
    'person',
    'Director general',
    'TASS',
    '6 Feb 2025',
    'as of Mar 2026',
    'checked 22 Nov 2026',
  ])
    expect(text).toContain(part);
});
it('sources are safe links to new tabs', () => {
  for (const a of draw().querySelectorAll('a')) {
    expect(a.target).toBe('_blank');
    expect(a.rel).toBe('noopener noreferrer');
  }
});
it('then and now only when the article is old or the holder changed', () => {
  expect(draw().textContent).not.toContain('When this was written');
  expect(draw({ old: true }).textContent).toContain('When this was written, and now: Dmitry Bakanov');
  const thenNow = {
    office: 'NASA Administrator',
    then: 'Sean Duffy',
    thenActing: true,
    now: 'Jared Isaacman',
    nowActing: false,
    changed: true,
  };
  expect(draw({ card: sampleCard({ thenNow }) }).textContent).toContain(
    'Sean Duffy (acting)Now: Jared Isaacman',
  );
});
it('a statement is introduced as context, never as a verdict', () => {
  const card = sampleCard({
    kind: 'claim',
    name: 'Russia is leaving',
    note: 'It committed to 2028.',
    short: null,
  });
  const text = draw({ card, claim: { surface: 'Moscow quits', verdict: 'false' } }).textContent;
  expect(text).toContain('In the article: “Moscow quits” · the record differs');
  expect(text).toContain('The record: It committed to 2028.');
  expect(text).not.toMatch(/false/i);
});
it('disputed text stands under its own heading, old knowledge says so', () => {
  const text = draw({ card: sampleCard({ disputed: 'A says x; B says y.', stale: true }) }).textContent;
  expect(text).toContain('Where accounts differA says x; B says y.');
  expect(text).toContain('Due for another look');
});
it('marks English notes where the interface has none of its own', () => {
  expect(draw({}, 'de').textContent).toContain('Notiz auf Englisch');
  expect(draw({}, 'ru').textContent).not.toContain('на английском');
});
it('page-made names stay text', () => {
  const card = sampleCard({ name: '<img src=x onerror=alert(1)>' });
  expect(draw({ card }).querySelector('img')).toBeNull();
});

const button = (words: string) =>
  [...root.querySelectorAll('button')].find((b) => b.textContent?.trim() === words);

it('“off on this site” and “mute” are one press away', () => {
  draw();
  button('Off on this site')?.click();
  expect(calls.offHere).toHaveBeenCalledOnce();
  button('Mute this term')?.click();
  expect(calls.mute).toHaveBeenCalledOnce();
});
it.each([
  ['Copy citation', false, true, 'Copied'],
  ['Copy as Markdown', true, true, 'Copied'],
  ['Copy citation', false, false, 'Could not copy'],
])('%s (markdown %s): what came of it is shown and spoken', async (words, markdown, taken, said) => {
  calls.copy.mockResolvedValueOnce(taken);
  draw();
  button('More')?.click();
  const pressed = await vi.waitFor(() => {
    const found = button(words);
    expect(found).toBeDefined();
    return found;
  });
  const status = pressed?.nextElementSibling;
  expect(status?.getAttribute('role')).toBe('status');
  expect(status?.textContent).toBe('');
  pressed?.click();
  expect(calls.copy).toHaveBeenLastCalledWith(markdown);
  await vi.waitFor(() => expect([pressed?.textContent, status?.textContent]).toEqual([said, said]));
});
