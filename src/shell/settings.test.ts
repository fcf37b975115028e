import { beforeEach, describe, expect, it } from 'vitest';
import { breakStorage, stored } from './test-browser.ts';
import { DEFAULTS, getSettings, MOST_ENTRIES, setSettings, setSite } from './settings.ts';

const KEY = 'settings';
beforeEach(() => {
  breakStorage(false);
  stored.clear();
});

/** What each version so far has left in storage, and what is made of it. */
describe('settings stored by', () => {
  it.each<[string, unknown, Partial<typeof DEFAULTS>]>([
    ['nobody', undefined, {}],
    [
      'the first build: every field, changed or not',
      { ...DEFAULTS, strength: 'strong', off: ['a.example'], version: 1 },
      { strength: 'strong', off: ['a.example'] },
    ],
    [
      'builds that store what was changed',
      { muted: ['iss'], lang: 'ru', version: 1 },
      { muted: ['iss'], lang: 'ru' },
    ],
    ['a build that had not yet a version in them', { theme: 'dark' }, { theme: 'dark' }],
    ['hand, with one entry that is no site', { off: ['a.example', 'not a site', 7] }, { off: ['a.example'] }],
    [
      'a later version',
      { version: 2, theme: 'sepia', strength: 'faint', new: { a: 1 } },
      { strength: 'faint' },
    ],
    ['something else', 'nonsense', {}],
    ['something else that is a list', ['off'], {}],
  ])('%s', async (_, value, expected) => {
    if (value !== undefined) stored.set(KEY, value);
    expect(await getSettings()).toEqual({ ...DEFAULTS, ...expected });
  });
});

describe('what a later version stored', () => {
  const later = {
    version: 2,
    theme: 'sepia',
    new: { a: 1 },
    off: ['a.example', { host: 'b.example', until: '2027' }],
    muted: [{ kind: 'person' }],
  };
  it('is kept when something else is changed here', async () => {
    stored.set(KEY, later);
    await setSettings({ strength: 'strong' });
    expect(stored.get(KEY)).toEqual({ ...later, strength: 'strong' });
  });
  it('is kept entry by entry when its list is changed here', async () => {
    stored.set(KEY, later);
    await setSite('c.example', 'off');
    await setSettings({ muted: ['iss'] });
    expect(stored.get(KEY)).toMatchObject({
      version: 2,
      off: ['a.example', 'c.example', { host: 'b.example', until: '2027' }],
      muted: ['iss', { kind: 'person' }],
    });
  });
  it('is not kept where it was our own rubbish', async () => {
    stored.set(KEY, { version: 1, off: ['a.example', 7] });
    await setSite('c.example', 'off');
    expect(stored.get(KEY)).toMatchObject({ off: ['a.example', 'c.example'] });
  });
});

describe('storage that cannot be read', () => {
  it('gives defaults', async () => {
    breakStorage('both');
    expect(await getSettings()).toEqual(DEFAULTS);
  });
  it('is not written over', async () => {
    stored.set(KEY, { strength: 'strong' });
    breakStorage('reading');
    const change = setSettings({ theme: 'dark' });
    await expect(change).rejects.toThrow('broken');
    breakStorage(false);
    expect(stored.get(KEY)).toEqual({ strength: 'strong' });
  });
  it('does not stop the next change', async () => {
    breakStorage('both');
    await setSettings({ theme: 'dark' }).catch(() => undefined);
    breakStorage(false);
    await setSettings({ theme: 'light' });
    expect(stored.get(KEY)).toMatchObject({ theme: 'light' });
  });
});

it('a list that grew too long keeps its latest entries', async () => {
  const sites = Array.from({ length: MOST_ENTRIES + 1 }, (_, i) => `site-${i}.example`);
  await setSettings({ off: sites });
  expect((await getSettings()).off).toEqual(sites.slice(1));
});
