/** The right terms underlined on every sample page, nothing on the quiet ones, and the page's DOM as it was. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { paintedMarks, until, waitForMarks } from '../../src/cli/drive.ts';
import { addressOf, answerSamples, PAGES, sampleNamed, samplePages } from './pages.ts';
import { inBothBrowsers } from './session.ts';

const samples = samplePages();
/** Long enough for the last look of the first script, in ms. */
const SILENCE = 2500;

inBothBrowsers('marks', answerSamples(samples), (session) => {
  for (const sample of samples.filter((s) => s.expect === 'show')) {
    test(`${sample.file}: terms are underlined`, async () => {
      const { page, errors } = await session.open(addressOf(sample));
      const wanted = (sample.mustMark ?? []).map(([surface]) => surface);
      await waitForMarks(page, 3);
      if (sample.file === 'lazy.html')
        await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      const texts = await until(`all of ${wanted.join(', ')}`, async () => {
        const seen = (await paintedMarks(page)).map((m) => m.text);
        return wanted.every((w) => seen.some((t) => t.includes(w))) ? seen : null;
      }).catch(async () => (await paintedMarks(page)).map((m) => m.text));
      const missing = wanted.filter((w) => !texts.some((t) => t.includes(w)));
      expect(missing, `underlined: ${texts.join(' · ')}`).toEqual([]);
      for (const surface of sample.mustNotMark ?? []) expect(texts).not.toContain(surface);
      expect(errors.filter((e) => !e.includes('Content-Security-Policy'))).toEqual([]);
    });
  }

  for (const sample of samples.filter((s) => s.expect === 'quiet')) {
    test(`${sample.file}: silence`, async () => {
      const { page, errors } = await session.open(addressOf(sample));
      await new Promise((done) => setTimeout(done, SILENCE));
      expect(await paintedMarks(page)).toEqual([]);
      expect(await sameAsSource(page, sample.file)).toBe(true);
      expect(errors).toEqual([]);
    });
  }

  test('underlining changes nothing in the page', async () => {
    const { page } = await session.open(addressOf(sampleNamed('partnership-2025.html')));
    await waitForMarks(page, 5);
    expect(await sameAsSource(page, 'partnership-2025.html')).toBe(true);
  });
});

/** True when the live document is what its source parses to. */
function sameAsSource(page: Page, file: string): Promise<boolean> {
  const source = readFileSync(join(PAGES, file), 'utf8');
  return page.evaluate((html) => {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    return parsed.documentElement.outerHTML === document.documentElement.outerHTML;
  }, source);
}
