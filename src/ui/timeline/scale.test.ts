import { describe, expect, it } from 'vitest';
import { APART, layOut, MARGIN, type TimelineEntry } from './scale.ts';
import { eraRange, inEra, rangeOf } from './eras.ts';

const at = (date: string, over: Partial<TimelineEntry> = {}): TimelineEntry => ({
  id: date,
  date,
  what: date,
  scheduled: false,
  ...over,
});
const range = { from: '2000-01-01', to: '2010-12-31' };

describe('layout', () => {
  it('keeps the order of time and the edges', () => {
    const { spots } = layOut([at('2010-12-31'), at('2000-01-01'), at('2005')], range, 368);
    expect(spots.map((s) => s.item.date)).toEqual(['2000-01-01', '2005', '2010-12-31']);
    expect(spots[0]?.x).toBe(MARGIN);
    expect(spots[2]?.x).toBe(368 - MARGIN);
  });
  it('puts a year in the middle of what it can mean', () => {
    const { spots } = layOut([at('2005'), at('2005-07-02', { id: 'x' })], range, 1000);
    expect(Math.abs((spots[0]?.x ?? 0) - (spots[1]?.x ?? 99))).toBeLessThan(1);
  });
  it('never lets two dots of one lane touch', () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      at(`200${i % 10}-0${(i % 9) + 1}-11`, { id: String(i) }),
    );
    const { spots, hidden } = layOut(many, range, 368);
    expect(spots.length + hidden).toBe(60);
    for (const s of spots)
      for (const o of spots)
        if (s !== o && s.lane === o.lane) expect(Math.abs(s.x - o.x)).toBeGreaterThanOrEqual(APART);
  });
  it('drops the lightest first when lanes are full, and says how many', () => {
    const crowd = ['a', 'b', 'c'].map((id) => at('2005-05-05', { id, weight: id === 'c' ? 3 : 1 }));
    const { spots, hidden, lanes } = layOut(crowd, range, 368, 2);
    expect(spots.map((s) => s.item.id)).toContain('c');
    expect([spots.length, hidden, lanes]).toEqual([2, 1, 2]);
  });
  it('leaves out what lies outside', () => {
    const { spots, hidden, xOf } = layOut([at('1999'), at('2011-01-01')], range, 368);
    expect([spots.length, hidden, xOf('2012'), xOf('2000')?.valueOf() !== null]).toEqual([0, 0, null, true]);
  });
  it.each([
    ['2000-01-01', '2010-12-31', 368, ['2000', '2002', '2004', '2006', '2008', '2010']],
    ['2026-01-01', '2026-06-30', 600, ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']],
  ])('ticks of %s to %s in %i px', (from, to, width, ticks) => {
    expect(layOut([], { from, to }, width).ticks.map((t) => t.date)).toEqual(ticks);
  });
});

describe('periods', () => {
  const items = [at('1975-07-17'), at('2028', { scheduled: true }), at('2030-09-30', { scheduled: true })];
  it('all holds everything and today', () => {
    expect(eraRange('all', items, '2026-11-22')).toEqual({ from: '1975-01-01', to: '2030-12-31' });
  });
  it('ahead begins today', () => {
    const ahead = eraRange('ahead', items, '2026-11-22');
    expect(ahead.from).toBe('2026-11-22');
    expect(inEra(items, ahead).map((i) => i.date)).toEqual(['2028', '2030-09-30']);
  });
  it('a short strip gets a month of air', () => {
    expect(rangeOf([at('2025-07-31')], [])).toEqual({ from: '2025-07-01', to: '2025-08-30' });
  });
});
