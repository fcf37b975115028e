/**
 * Long work in slices, so that a long page stays as quick under the hand as a short one. The work is a generator that
 * yields wherever it could stop; whoever runs it decides whether it does.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** A slice takes at most this long, in ms; half a frame is left to the page. */
export const SLICE = 7;

/** Without a break: where nobody waits, as on the command line. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The clock, in ms, and how the page gets its turn. */
export interface Pace {
  now(): number;
  rest(): Promise<unknown>;
}

/**
 * With a break for the page after every {@link SLICE}; work shorter than that is done before this returns.
 * @returns null once the signal has aborted
 */
export async function inSlices<T>(
  steps: Steps<T>,
  signal: AbortSignal,
  pace: Pace = PACE,
): Promise<T | null> {
  let until = pace.now() + SLICE;
  for (;;) {
    if (signal.aborted) return null;
    const step = steps.next();
    if (step.done) return step.value;
    if (pace.now() < until) continue;
    await pace.rest();
    until = pace.now() + SLICE;
  }
}

const PACE: Pace = {
  now: () => performance.now(),
  /** `scheduler.yield` comes back soonest (Chrome 129, Firefox 142). */
  rest: () => {
    const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<unknown> } };
    return scheduler?.yield?.() ?? new Promise((done) => setTimeout(done, 0));
  },
};
