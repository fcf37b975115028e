/** Which pages are measured: the longest of a folder of saved pages, and one of our own that is full of names. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from '../load-facts.ts';

export interface BenchPage {
  name: string;
  html: string;
}

const SAVED = join(ROOT, '../shared/corpus/pages');
const OWN = join(ROOT, 'test/pages');
/** About the partnership, so that every part of finding has work; the saved pages are about other things. */
const DENSE = 'partnership-2025.html';

/** Characters of text in paragraphs: near enough to tell long articles from long menus. */
const paragraphs = (html: string): number =>
  [...html.matchAll(/<p[\s>][\s\S]*?<\/p>/gi)].reduce(
    (sum, [p]) => sum + p.replace(/<[^>]*>/g, '').length,
    0,
  );

const readAll = (folder: string, pattern: RegExp): BenchPage[] =>
  readdirSync(folder)
    .filter((file) => pattern.test(file))
    .map((file) => {
      const bytes = readFileSync(join(folder, file));
      return {
        name: file.replace(pattern, ''),
        html: (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'),
      };
    });

/** @param most how many besides the dense one */
export function longestPages(most: number): BenchPage[] {
  const pages = existsSync(SAVED) ? readAll(SAVED, /\.html\.gz$/) : readAll(OWN, /\.html$/);
  return pages
    .map((page) => ({ page, length: paragraphs(page.html) }))
    .sort((a, b) => b.length - a.length)
    .slice(0, most)
    .map(({ page }) => page);
}

export const densePage = (): BenchPage => ({
  name: DENSE.replace('.html', ''),
  html: readFileSync(join(OWN, DENSE), 'utf8'),
});
