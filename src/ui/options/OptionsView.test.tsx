// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import type { Settings } from '../settings-type.ts';
import { renderWelcome } from '../welcome/WelcomeView.tsx';
import { renderOptions } from './OptionsView.tsx';

const settings: Settings = {
  strength: 'normal',
  marks: 'first',
  trigger: 'hover',
  off: ['a.org'],
  on: [],
  muted: ['soyuz-ms'],
  lang: 'auto',
  theme: 'system',
};
const root = document.createElement('div');
document.body.append(root);
let unmount = () => {};
afterEach(() => unmount());
const draw = () => {
  const actions = { change: vi.fn(), saveFile: vi.fn() };
  unmount = renderOptions(root, {
    settings,
    lang: 'en',
    today: '2026-11-22',
    theme: 'system',
    names: { 'soyuz-ms': 'Soyuz MS' },
    most: 2000,
    actions,
  });
  return actions;
};
const radio = (word: string) =>
  [...root.querySelectorAll('label')].find((l) => l.textContent === word)?.querySelector('input');

it('hands over every change at once', () => {
  const { change } = draw();
  radio('every mention')?.click();
  expect(change).toHaveBeenCalledWith({ ...settings, marks: 'all' });
});
it('shows muted terms by name and gives them back', () => {
  const { change } = draw();
  root.querySelector<HTMLElement>('[aria-label="Remove Soyuz MS"]')?.click();
  expect(change).toHaveBeenCalledWith({ ...settings, muted: [] });
});
it('refuses what is not a site, in words', async () => {
  const { change } = draw();
  const form = root.querySelector('form');
  const input = form?.querySelector('input');
  if (input) input.value = 'not a site';
  input?.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((done) => setTimeout(done, 20));
  form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await new Promise((done) => setTimeout(done, 20));
  expect(change).not.toHaveBeenCalled();
  expect(root.querySelector('[role=alert]')?.textContent).toContain('“not a site” is not the name of a site');
});
it('exports what it can import', () => {
  const { saveFile } = draw();
  [...root.querySelectorAll('button')].find((b) => b.textContent === 'Export')?.click();
  expect(saveFile.mock.calls[0]?.[0]).toBe('station-brief-settings-2026-11-22.json');
});
it('welcome shows the thing at work and asks for nothing', () => {
  const actions = { term: vi.fn(), away: vi.fn(), openOptions: vi.fn() };
  unmount = renderWelcome(root, { lang: 'en', today: '2026-11-22', theme: 'system', actions });
  expect(root.textContent).toContain('Nothing leaves this machine');
  expect(root.querySelectorAll('input, select')).toHaveLength(0);
  root.querySelector<HTMLElement>('.sb-mark')?.click();
  expect(actions.term).toHaveBeenCalledWith('roscosmos', expect.anything(), 'key');
});
