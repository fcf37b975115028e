/**
 * `npm run -s inspect`: what the content script would find, as JSON.
 *   -- page.html [--url URL]     one line for a saved page
 *   -- --jsonl FILE|-            a line for each {"id","url"?,"lang"?,"published"?,"title","text"}
 *   --today YYYY-MM-DD           fixes the clock
 */
import { readFileSync } from 'node:fs';
import { loadBase } from './base.ts';
import { inspectArticle, inspectRow, parseRows, type Inspected } from './inspect-article.ts';

const args = process.argv.slice(2);
const option = (name: string): string | undefined => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
};
const today = option('--today') ?? new Date().toISOString().slice(0, 10);
const url = option('--url');
const jsonl = option('--jsonl');
const base = loadBase();

const print = (line: Inspected): void => console.log(JSON.stringify(line));

if (jsonl) {
  for (const row of parseRows(readFileSync(jsonl === '-' ? 0 : jsonl, 'utf8'), jsonl))
    print(inspectRow(row, base, today));
} else {
  const file = args[0];
  if (!file) {
    console.error('usage: npm run -s inspect -- page.html [--url URL] | --jsonl FILE [--today YYYY-MM-DD]');
    process.exit(2);
  }
  const { readSavedPage } = await import('./read-page.ts');
  const { article, publishedFrom } = await readSavedPage(readFileSync(file, 'utf8'), url);
  print(inspectArticle(file, article, publishedFrom, base, today));
}
