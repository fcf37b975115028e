// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { isSheet, place } from './place.ts';

const view = { width: 1000, height: 800 };
const line = (left: number, top: number, width = 100) => new DOMRect(left, top, width, 20);
const card = { width: 360, height: 300 };
const put = (rects: DOMRect[], size = card, side?: 'below' | 'above') =>
  place(rects, size, view, document.createElement('div'), side);

describe('place', () => {
  it('goes below the line', async () => {
    expect(await put([line(100, 200)])).toEqual({ left: 100, top: 226, maxHeight: 300, side: 'below' });
  });
  it('goes above where there is no room below', async () => {
    const at = await put([line(100, 700)]);
    expect(at.side).toBe('above');
    expect(at.top + at.maxHeight).toBe(694);
  });
  it('stays inside at the right edge', async () => {
    expect((await put([line(950, 200, 40)])).left).toBe(1000 - 8 - 360);
  });
  it('is never taller than 60 % of the viewport', async () => {
    expect((await put([line(100, 20)], { width: 360, height: 2000 })).maxHeight).toBe(480);
  });
  it('cuts its height rather than cover the line', async () => {
    const at = await put([line(100, 390)], { width: 360, height: 2000 });
    const bottom = at.top + at.maxHeight;
    expect(bottom <= 390 || at.top >= 410).toBe(true);
    expect(at.top).toBeGreaterThanOrEqual(8);
    expect(bottom).toBeLessThanOrEqual(792);
  });
  it('clears both lines of a broken mention', async () => {
    const at = await put([line(800, 200, 150), line(20, 224, 80)]);
    expect(at.top).toBeGreaterThanOrEqual(244);
    expect(at.left).toBe(20);
  });
  it('keeps its side when it grows', async () => {
    expect((await put([line(100, 600)], { width: 360, height: 400 }, 'below')).side).toBe('below');
    expect((await put([line(100, 600)], card, 'above')).top).toBe(600 - 6 - 300);
  });
  it.each([
    [1000, 'hover', false],
    [599, 'hover', true],
    [600, 'click', false],
    [1000, 'touch', true],
  ])('width %i by %s: sheet %s', (width, how, sheet) => expect(isSheet(width, how)).toBe(sheet));
});
