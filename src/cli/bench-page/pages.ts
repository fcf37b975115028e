/** Which pages are measured, under their own addresses: real saved ones where they are, else our own. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from '../load-facts.ts';
import type { Answer } from '../serve.ts';

export interface CostPage {
  name: string;
  url: string;
  html: Buffer;
  /** about the partnership: marks are to be expected */
  onTopic: boolean;
}

const SAVED = join(ROOT, '../shared/corpus/pages');
const OWN = join(ROOT, 'test/pages');

interface SavedEntry {
  id: string;
  file: string;
  url: string;
  label: string;
}

interface OwnEntry {
  file: string;
  host: string;
  path: string;
  expect: 'show' | 'quiet';
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const saved = (): CostPage[] =>
  existsSync(SAVED)
    ? (json(join(SAVED, 'index.json')) as SavedEntry[]).map(({ id, file, url, label }) => ({
        name: id,
        url,
        html: gunzipSync(readFileSync(join(SAVED, file))),
        onTopic: label === 'positive',
      }))
    : [];

/** Written by its own script, which does not run here. */
const BY_SCRIPT = 'rerender.html';

const own = (): CostPage[] =>
  (json(join(OWN, 'index.json')) as OwnEntry[])
    .filter(({ file }) => file !== BY_SCRIPT)
    .map(({ file, host, path, expect }) => ({
      name: `own/${file.replace('.html', '')}`,
      url: `https://${host}${path}`,
      html: readFileSync(join(OWN, file)),
      onTopic: expect === 'show',
    }));

/** Off topic: the saved pages, or our quiet ones where there are none. On topic: the saved ones and all of ours. */
export function costPages(most: number): CostPage[] {
  const real = saved();
  const off = (real.length ? real : own()).filter((page) => !page.onTopic);
  const on = [...real, ...own()].filter((page) => page.onTopic);
  const turns = Math.min(most, Math.max(off.length, on.length));
  // One of each in turn, so that a run that is cut short has measured both.
  return Array.from({ length: turns }, (_, i) => [off[i], on[i]].filter((page) => page !== undefined)).flat();
}

/** The pages' own scripts are kept from running: what is measured is ours, and the same in every round. */
const QUIET = { 'content-security-policy': `script-src 'none'` };

export const answerPages =
  (pages: readonly CostPage[]): Answer =>
  (url) => {
    const page = pages.find((p) => {
      const at = new URL(p.url);
      return at.hostname === url.hostname && at.pathname === url.pathname && at.search === url.search;
    });
    return page ? { body: page.html, headers: QUIET } : null;
  };
