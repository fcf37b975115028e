/** Medians with spread. The median, because a busy machine only ever makes a run slower. */

export interface Spread {
  low: number;
  median: number;
  high: number;
}

/**
 * Quartiles by linear interpolation.
 * @param values any order, at least one
 * @throws RangeError for an empty list
 */
export function spread(values: readonly number[]): Spread {
  if (!values.length) throw new RangeError('spread of no values');
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share;
    const low = sorted[Math.floor(place)] ?? 0;
    const high = sorted[Math.ceil(place)] ?? 0;
    return low + (high - low) * (place - Math.floor(place));
  };
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

/**
 * Ratios round by round, so that what slows the machine for a while slows both sides.
 * @returns null when the two were never measured in the same round or the divisor was too short for the clock
 */
export function ratio(
  over: readonly (number | undefined)[],
  under: readonly (number | undefined)[],
): Spread | null {
  const ratios: number[] = [];
  over.forEach((value, round) => {
    const by = under[round];
    if (value !== undefined && by !== undefined && by > 0) ratios.push(value / by);
  });
  return ratios.length ? spread(ratios) : null;
}
