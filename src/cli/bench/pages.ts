/** Which pages are measured: saved pages of real sites, and our own that are full of names. */
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
const SHORT = 'partnership-2025.html';
/** Pages of ours about the partnership, whose paragraphs together, some times over, make a long article. */
const JOINED = [SHORT, 'no-date.html', 'strict-csp.html', 'lazy.html'];
const TIMES = 4;

const PARAGRAPH = /<p[\s>][\s\S]*?<\/p>/gi;
/** Characters of text in paragraphs: near enough to tell long articles from long menus. */
const length = (html: string): number =>
  [...html.matchAll(PARAGRAPH)].reduce((sum, [p]) => sum + p.replace(/<[^>]*>/g, '').length, 0);

const own = (file: string): string => readFileSync(join(OWN, file), 'utf8');

/** Saved pages of real sites where they are at hand, otherwise pages of ours about other things. */
export function quietPages(): BenchPage[] {
  if (!existsSync(SAVED))
    return readdirSync(OWN)
      .filter((file) => /^quiet-.*\.html$/.test(file))
      .map((file) => ({ name: file.replace('.html', ''), html: own(file) }));
  return readdirSync(SAVED)
    .filter((file) => file.endsWith('.html.gz'))
    .map((file) => ({
      name: file.replace('.html.gz', ''),
      html: gunzipSync(readFileSync(join(SAVED, file))).toString('utf8'),
    }));
}

/** Long and about something else, long and about the partnership, short and full of names. */
export function measuredPages(): { quiet: BenchPage; long: BenchPage; short: BenchPage } {
  const [quiet] = quietPages().sort((a, b) => length(b.html) - length(a.html));
  if (!quiet) throw new Error('no page about something else');
  const paragraphs = JOINED.flatMap((file) => [...own(file).matchAll(PARAGRAPH)].map(([p]) => p)).join('\n');
  return {
    quiet,
    long: {
      name: 'our pages joined',
      html: own(SHORT).replace('</article>', () => `${paragraphs.repeat(TIMES - 1)}\n</article>`),
    },
    short: { name: SHORT.replace('.html', ''), html: own(SHORT) },
  };
}
