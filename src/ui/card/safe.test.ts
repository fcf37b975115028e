import { expect, it } from 'vitest';
import { nearestIn, onSafePath } from './safe.ts';

const card = { left: 100, top: 200, right: 460, bottom: 400 };

it.each([
  ['straight down', { x: 300, y: 190 }, { x: 300, y: 180 }, true],
  ['towards a far corner', { x: 200, y: 190 }, { x: 110, y: 180 }, true],
  ['sideways along the line', { x: 700, y: 181 }, { x: 300, y: 180 }, false],
  ['upwards', { x: 300, y: 150 }, { x: 300, y: 180 }, false],
  ['card above: straight up', { x: 300, y: 410 }, { x: 300, y: 420 }, true],
  ['card above: downwards', { x: 300, y: 450 }, { x: 300, y: 420 }, false],
])('%s', (_name, p, from, safe) => expect(onSafePath(p, from, card)).toBe(safe));

it.each([
  ['below', { x: 150, y: 90 }, { x: 150, y: 20 }],
  ['beside the second line', { x: 70, y: 35 }, { x: 60, y: 35 }],
  ['within', { x: 120, y: 10 }, { x: 120, y: 10 }],
])('the point of a term nearest to a pointer %s', (_name, p, nearest) =>
  expect(
    nearestIn(p, [
      { left: 100, top: 0, right: 200, bottom: 20 },
      { left: 0, top: 30, right: 60, bottom: 50 },
    ]),
  ).toEqual(nearest),
);

it('no boxes, no point', () => expect(nearestIn({ x: 0, y: 0 }, [])).toBeNull());
