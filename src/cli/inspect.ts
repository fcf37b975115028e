/**
 * `npm run -s inspect`: what the content script would find, as JSON.
 *   -- page.html [--url URL]     one line for a saved page
 *   -- --jsonl FILE|-            a line for each {"id","url"?,"lang"?,"published"?,"title","text"}
 *   --today YYYY-MM-DD           fixes the clock
 */
import { readFileSync } from 'node:fs';
import { find } from '../match/find.ts';
import { guessLanguage } from '../match/language.ts';
import type { Article } from '../match/types.ts';
import { loadBase } from './base.ts';

const args = process.argv.slice(2);
const option = (name: string): string | undefined => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
};
const today = option('--today') ?? new Date().toISOString().slice(0, 10);
const url = option('--url');
const jsonl = option('--jsonl');
const base = loadBase();

function print(id: string | undefined, article: Article, from: string): void {
  const { score, show, reasons, lang, published, ...found } = find(article, base, today);
  const { mentions, entities, topics, keyDates, thenAndNow, claims } = found;
  console.log(JSON.stringify({ id, show, score, reasons, lang, published, publishedFrom: from, mentions, entities, topics, keyDates, thenAndNow, claims }));
}

if (jsonl) {
  for (const line of readFileSync(jsonl === '-' ? 0 : jsonl, 'utf8').split('\n')) {
    if (!line.trim()) continue;
    const row = JSON.parse(line) as { id: string; url?: string; lang?: string; published?: string | null; title?: string; text?: string };
    const article: Article = {
      title: row.title ?? '',
      text: row.text ?? '',
      lang: row.lang ?? guessLanguage(`${row.title ?? ''}\n${row.text ?? ''}`),
      published: row.published ?? null,
      ...(row.url ? { url: row.url } : {}),
    };
    print(row.id, article, row.published ? 'given' : 'unknown');
  }
} else {
  const file = args[0];
  if (!file) {
    console.error('usage: npm run -s inspect -- page.html [--url URL] | --jsonl FILE [--today YYYY-MM-DD]');
    process.exit(2);
  }
  const { readSavedPage } = await import('./read-page.ts');
  const { article, publishedFrom } = await readSavedPage(readFileSync(file, 'utf8'), url);
  print(file, article, publishedFrom);
}
