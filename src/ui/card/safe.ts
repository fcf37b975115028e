/** The safe path from a term to its card: a triangle from where the pointer left to the card's near edge. Pure, CSS px. */

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Pixels beyond the card's corners that still count: a hand does not aim at corners. */
const SLACK = 8;

export const inBox = (p: Point, b: Box, slack = 0): boolean =>
  p.x >= b.left - slack && p.x <= b.right + slack && p.y >= b.top - slack && p.y <= b.bottom + slack;

/** The point of some boxes that is nearest to `p`; null without boxes. */
export function nearestIn(p: Point, boxes: readonly Box[]): Point | null {
  const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
  const away = (q: Point) => (q.x - p.x) ** 2 + (q.y - p.y) ** 2;
  return boxes
    .map((b) => ({ x: clamp(p.x, b.left, b.right), y: clamp(p.y, b.top, b.bottom) }))
    .reduce<Point | null>((best, q) => (best && away(best) <= away(q) ? best : q), null);
}

/** True while `p` lies between the point `from`, where the pointer left the term, and the card. */
export function onSafePath(p: Point, from: Point, card: Box): boolean {
  const edge = nearEdge(from, card);
  return edge !== null && inTriangle(p, from, edge[0], edge[1]);
}

/** The edge of the card that faces the point, widened by the slack; null when the point is on the card's own height. */
function nearEdge(from: Point, card: Box): [Point, Point] | null {
  const [left, right] = [card.left - SLACK, card.right + SLACK];
  if (from.y <= card.top)
    return [
      { x: left, y: card.top },
      { x: right, y: card.top },
    ];
  if (from.y >= card.bottom)
    return [
      { x: left, y: card.bottom },
      { x: right, y: card.bottom },
    ];
  return null;
}

const side = (p: Point, a: Point, b: Point): number => (p.x - b.x) * (a.y - b.y) - (a.x - b.x) * (p.y - b.y);

function inTriangle(p: Point, a: Point, b: Point, c: Point): boolean {
  const [s, t, u] = [side(p, a, b), side(p, b, c), side(p, c, a)];
  return !((s < 0 || t < 0 || u < 0) && (s > 0 || t > 0 || u > 0));
}
