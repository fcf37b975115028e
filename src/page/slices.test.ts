import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce, inSlices, SLICE, type Pace, type Steps } from './slices.ts';

const never = new AbortController().signal;

/** A clock that only the work moves, and the lengths of the slices between two rests. */
function clock(): Pace & { spend(ms: number): void; slices: number[] } {
  let time = 0;
  let began = 0;
  const slices: number[] = [];
  return {
    slices,
    spend: (ms) => void (time += ms),
    now: () => time,
    rest: () => {
      slices.push(time - began);
      time += 100;
      began = time;
      return Promise.resolve();
    },
  };
}

function* counting(to: number, step: () => void = () => undefined): Steps<number> {
  for (let i = 0; i < to; i++) {
    step();
    yield;
  }
  return to;
}

describe('work in slices', () => {
  it('comes to the same as without a break, in slices no longer than one step over the limit', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(300), fc.integer({ min: 0, max: 3 }), async (n, ms) => {
        const time = clock();
        expect(
          await inSlices(
            counting(n, () => time.spend(ms)),
            never,
            time,
          ),
        ).toBe(atOnce(counting(n)));
        expect(Math.max(0, ...time.slices)).toBeLessThan(SLICE + Math.max(1, ms));
        expect(time.slices.length).toBe(ms ? Math.floor(n / Math.ceil(SLICE / ms)) : 0);
      }),
    ));

  it('ends at the first rest once the signal aborts, and gives nothing', async () => {
    const stop = new AbortController();
    const time = clock();
    let steps = 0;
    const endless = counting(Infinity, () => {
      steps++;
      time.spend(1);
    });
    const rest = () => {
      stop.abort();
      return time.rest();
    };
    expect(await inSlices(endless, stop.signal, { ...time, rest })).toBeNull();
    expect(steps).toBe(SLICE);
  });

  it('lets the page have its turn', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const busy = () => {
      const until = performance.now() + 3;
      while (performance.now() < until);
    };
    await inSlices(counting(20, busy), never);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
  });

  it('throws what the work throws', async () => {
    function* broken(): Steps<never> {
      yield;
      throw new Error('broken');
    }
    await expect(inSlices(broken(), never)).rejects.toThrow('broken');
    expect(() => atOnce(broken())).toThrow('broken');
  });
});
