/** The zoo: hostile and awkward pages, all our own. Each must be read, or left, without a trace and without a fault. */
import type { Answer } from '../../src/cli/serve.ts';
import { CLOBBERED } from './clobbered.ts';
import { HOSTILE } from './hostile.ts';
import { LARGE } from './large.ts';
import { LAYERS } from './layers.ts';
import { LIVING } from './living.ts';
import type { ZooPage } from './page.ts';
import { SHADOW } from './shadow.ts';
import { STILL } from './still.ts';

export type { Visit, ZooPage } from './page.ts';

export const ZOO: readonly ZooPage[] = [
  ...STILL,
  ...CLOBBERED,
  ...SHADOW,
  ...LIVING,
  ...LAYERS,
  ...HOSTILE,
  ...LARGE,
];

const pathOf = (page: ZooPage): string => `/zoo/${page.name.replace(/[^a-z0-9]+/gi, '-')}`;
/** On a site that is read. */
export const listed = (page: ZooPage): string => `https://apnews.com${pathOf(page)}`;
/** The same page on a site that is not: what it is like without us. */
export const unlisted = (page: ZooPage): string => `https://zoo.example${pathOf(page)}`;

const made = new Map<string, string>();

export const answerZoo: Answer = (url) => {
  const page = ZOO.find((p) => pathOf(p) === url.pathname);
  if (!page) return null;
  const body = made.get(page.name) ?? page.body();
  made.set(page.name, body);
  return {
    body,
    ...(page.type ? { type: page.type } : {}),
    ...(page.headers ? { headers: page.headers } : {}),
  };
};
