/** Measures of the strip, CSS px. */
export interface Frame {
  width: number;
  /** y of the axis */
  axis: number;
}

/** Height of one lane of dots. */
export const LANE = 14;
/** Above the dots: two rows of words, “this article” and “today”. */
export const TOP = 36;
/** Below the axis: ticks and their labels. */
export const AXIS_BELOW = 24;
export const DOT = 5;
