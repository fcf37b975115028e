/**
 * Real saved pages, where the collection stands beside the project: silence on all but the one that is about a
 * station ship, in both browsers. Real pages never enter the project, so a checkout alone runs without them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { paintedMarks, waitForMarks } from '../../src/cli/drive.ts';
import { ROOT } from '../../src/cli/load-facts.ts';
import { inBothBrowsers } from './session.ts';

interface Saved {
  id: string;
  file: string;
  url: string;
  label: string;
}

const FOLDER = join(ROOT, '../shared/corpus/pages');
const present = existsSync(join(FOLDER, 'index.json'));
const saved: Saved[] = present
  ? (JSON.parse(readFileSync(join(FOLDER, 'index.json'), 'utf8')) as Saved[])
  : [];
/** The one page of the collection that is on the subject: the loss of Progress MS-04 in a news feed. */
const ON_TOPIC = 'yahoo-2';
/** The first script looks for the last time after 4 s on a page without text; most have theirs at once. In ms. */
const SILENCE = 1500;

if (!present) {
  describe('saved pages', () =>
    test('are not beside this checkout; the sample pages stand for them', () => expect(saved).toEqual([])));
} else {
  const key = (url: URL) => `${url.hostname.replace(/^www\./, '')}${url.pathname}`;
  const byAddress = new Map(saved.map((p) => [key(new URL(p.url)), p]));
  inBothBrowsers(
    'saved pages',
    (url) => {
      const page = byAddress.get(key(url));
      return page ? { body: gunzipSync(readFileSync(join(FOLDER, page.file))) } : null;
    },
    (session) => {
      for (const page of saved.filter((p) => p.id !== ON_TOPIC)) {
        test(`${page.id}: nothing painted, nothing added, nothing thrown`, async () => {
          const { page: tab, errors } = await session.open(page.url);
          await new Promise((done) => setTimeout(done, SILENCE));
          expect(await paintedMarks(tab)).toEqual([]);
          expect(await tab.evaluate(() => document.querySelectorAll('station-brief-card').length)).toBe(0);
          expect(errors.filter((e) => /station-brief|extension:\/\//i.test(e))).toEqual([]);
        });
      }

      test(`${ON_TOPIC}: the story in the feed is marked`, async () => {
        const page = saved.find((p) => p.id === ON_TOPIC);
        const { page: tab, errors } = await session.open(page?.url ?? '');
        const marks = await waitForMarks(tab, 5);
        expect(marks.map((m) => m.text)).toContain('Progress MS-04');
        expect(errors.filter((e) => /station-brief|extension:\/\//i.test(e))).toEqual([]);
      });
    },
  );
}
