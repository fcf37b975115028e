/** The little of d3 that is used here, typed by hand: @types/d3-* would be two more packages for four functions. */
declare module 'd3-time' {
  export interface TimeInterval {
    every(step: number): TimeInterval | null;
    range(start: Date, stop: Date): Date[];
  }
  export const utcYear: TimeInterval;
  export const utcMonth: TimeInterval;
}
declare module 'd3-scale' {
  export interface TimeScale {
    (date: Date): number;
  }
  /** @param domain first and last moment @param range px of those two */
  export function scaleUtc(domain: readonly [Date, Date], range: readonly [number, number]): TimeScale;
}
