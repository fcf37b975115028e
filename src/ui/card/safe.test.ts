import { expect, it } from 'vitest';
import { onSafePath } from './safe.ts';

const card = { left: 100, top: 200, right: 460, bottom: 400 };

it.each([
  ['straight down', { x: 300, y: 190 }, { x: 300, y: 180 }, true],
  ['towards a far corner', { x: 200, y: 190 }, { x: 110, y: 180 }, true],
  ['sideways along the line', { x: 700, y: 181 }, { x: 300, y: 180 }, false],
  ['upwards', { x: 300, y: 150 }, { x: 300, y: 180 }, false],
  ['card above: straight up', { x: 300, y: 410 }, { x: 300, y: 420 }, true],
  ['card above: downwards', { x: 300, y: 450 }, { x: 300, y: 420 }, false],
])('%s', (_name, p, from, safe) => expect(onSafePath(p, from, card)).toBe(safe));
