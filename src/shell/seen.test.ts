import { beforeEach, describe, expect, it } from 'vitest';
import { breakStorage, stored } from './test-browser.ts';
import { getSeen, setSeen } from './seen.ts';

const KEY = 'seen-notes';
const older = (version: string, shape = 1) => ({ shape, version, digest: 'abc' });

beforeEach(() => {
  breakStorage(false);
  stored.clear();
});

describe('the notes a reader has had', () => {
  // The version at hand is 0.1.0.
  it.each<[string, unknown, Awaited<ReturnType<typeof getSeen>>]>([
    ['never', undefined, { kind: 'none' }],
    ['of this version', older('0.1.0'), { kind: 'current' }],
    ['of an older one', older('0.0.9'), { kind: 'older', digest: 'abc' }],
    ['of one written shorter', older('0.1'), { kind: 'current' }],
    ['of a later one, gone back from', older('0.10.0'), { kind: 'current' }],
    ['in a later shape', { shape: 2, what: 'ever' }, { kind: 'current' }],
    ['in ruins', 'nonsense', { kind: 'none' }],
    ['in ruins within', { shape: 1, version: 'one', digest: 7 }, { kind: 'none' }],
  ])('%s', async (_, value, expected) => {
    if (value !== undefined) stored.set(KEY, value);
    expect(await getSeen()).toEqual(expected);
  });

  it('are kept once seen', async () => {
    stored.set(KEY, older('0.0.9'));
    await setSeen('def');
    expect(stored.get(KEY)).toEqual({ shape: 1, version: '0.1.0', digest: 'def' });
    expect(await getSeen()).toEqual({ kind: 'current' });
  });
  it.each([
    ['a later shape', { shape: 2, what: 'ever' }],
    ['a later version', older('0.10.0')],
  ])('%s is not written over', async (_, value) => {
    stored.set(KEY, value);
    await setSeen('def');
    expect(stored.get(KEY)).toEqual(value);
  });
  it('broken storage throws nothing', async () => {
    breakStorage('both');
    expect(await getSeen()).toEqual({ kind: 'current' });
    await expect(setSeen('def')).resolves.toBeUndefined();
  });
});
