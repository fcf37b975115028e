/**
 * `npm run eval -- ARTICLES.jsonl GOLD.jsonl [--misses]`: how well finding does on labelled articles.
 *   --misses                     also every single thing that went wrong
 *   --today YYYY-MM-DD           fixes the clock
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadBase } from './base.ts';
import { inspectRow, parseRows } from './inspect-article.ts';
import {
  FIGURES,
  judgeDetection,
  judgeFinding,
  parseGold,
  parseLabels,
  sayShare,
  shareOf,
  type Outcome,
} from './score.ts';

const USAGE = 'usage: npm run eval -- ARTICLES.jsonl GOLD.jsonl [--misses] [--today YYYY-MM-DD]';

function options(): { articles: string; gold: string; misses: boolean; today: string } | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { misses: { type: 'boolean', default: false }, today: { type: 'string' } },
    });
    const [articles, gold, ...more] = positionals;
    if (!articles || !gold || more.length) return null;
    return {
      articles,
      gold,
      misses: values.misses,
      today: values.today ?? new Date().toISOString().slice(0, 10),
    };
  } catch {
    return null; // an option we do not have
  }
}

/** @throws Error that says which file and line is not as expected */
function evaluate({
  articles,
  gold: goldFile,
  misses,
  today,
}: NonNullable<ReturnType<typeof options>>): void {
  const content = readFileSync(articles, 'utf8');
  const rows = parseRows(content, articles);
  const labels = parseLabels(content, articles);
  const gold = new Map(parseGold(readFileSync(goldFile, 'utf8'), goldFile).map((g) => [g.id, g]));
  const base = loadBase();
  const outcomes: (Outcome & { id: string | number; lang: string })[] = [];
  let annotated = 0;
  rows.forEach((row, at) => {
    const id = row.id ?? `line ${at + 1}`;
    const inspected = inspectRow(row, base, today);
    const label = labels[at];
    const marked = gold.get(id);
    if (marked) annotated++;
    const judged = [
      ...(label ? judgeDetection(label, row.title, inspected.show) : []),
      ...(marked ? judgeFinding(marked, inspected) : []),
    ];
    for (const o of judged) outcomes.push({ ...o, id, lang: inspected.lang });
  });
  console.log(`articles: ${rows.length}, annotated: ${annotated}`);
  for (const figure of FIGURES) console.log(`${figure}: ${sayShare(shareOf(outcomes, figure))}`);
  const langs = [...new Set(outcomes.map((o) => o.lang))].sort();
  const recall = langs.map((lang) => ({
    lang,
    ...shareOf(
      outcomes.filter((o) => o.lang === lang),
      'detectionRecall',
    ),
  }));
  console.log(
    `recallByLang: ${recall
      .filter((r) => r.of)
      .map((r) => `${r.lang} ${r.counted}/${r.of}`)
      .join(', ')}`,
  );
  if (!misses) return;
  console.log('');
  for (const { id, miss } of outcomes) if (miss) console.log(`${id}  ${miss}`);
}

const asked = options();
if (!asked) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    evaluate(asked);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
