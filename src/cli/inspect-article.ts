/** A labelled or plain article of a JSONL file, and the line `inspect` prints for it. Pure; shared by inspect and eval. */
import * as v from 'valibot';
import { isPartialDate } from '../facts/dates.ts';
import type { Base } from '../match/base.ts';
import { find } from '../match/find.ts';
import { guessLanguage } from '../match/language.ts';
import type { Article, Finding } from '../match/types.ts';

const text = v.nullish(v.string('expected text'), '');

/** What a line may say; other fields, such as the labels of a corpus, are kept for whoever knows them. */
const rowSchema = v.looseObject({
  id: v.nullish(v.union([v.string(), v.number()], 'expected text or a number')),
  url: text,
  /** ISO 639-1 */
  lang: text,
  /** a date, or a moment of which the day counts */
  published: text,
  title: text,
  text,
});
export type ArticleRow = v.InferOutput<typeof rowSchema>;

/**
 * Values of a JSONL file, empty lines left out.
 * @param name of the file, for messages
 * @throws Error that names file and line, when a line is not what the schema expects
 */
export function parseLines<T>(content: string, schema: v.GenericSchema<unknown, T>, name: string): T[] {
  return content.split('\n').flatMap((line, at) => {
    if (!line.trim()) return [];
    const bad = (what: string) => new Error(`${name}, line ${at + 1}: ${what}`);
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw bad('not valid JSON');
    }
    const parsed = v.safeParse(schema, value);
    if (parsed.success) return [parsed.output];
    const [issue] = parsed.issues;
    throw bad([v.getDotPath(issue), issue.message].filter(Boolean).join(': '));
  });
}

/** @throws Error as {@link parseLines} does */
export const parseRows = (content: string, name: string): ArticleRow[] =>
  parseLines(content, rowSchema, name);

/** The article of a row; the language is guessed from the text where the row gives none. */
export function articleOf(row: ArticleRow): Article {
  const day = row.published.slice(0, 10);
  const { title, text } = row;
  return {
    title,
    text,
    lang: row.lang || guessLanguage(`${title}\n${text}`),
    published: isPartialDate(day) ? day : null,
    ...(row.url ? { url: row.url } : {}),
  };
}

/** What `inspect` says of one article; the order of the fields is the order they are printed in. */
export interface Inspected extends Pick<Finding, 'show' | 'score' | 'reasons' | 'lang' | 'published'> {
  id: string | number | undefined;
  publishedFrom: string;
  mentions: Finding['mentions'];
  entities: Finding['entities'];
  topics: Finding['topics'];
  keyDates: Finding['keyDates'];
  thenAndNow: Finding['thenAndNow'];
  claims: Finding['claims'];
}

/**
 * @param publishedFrom where the date was found: `json-ld`, `meta`, `time`, `address`, `given` or `unknown`
 * @param today `YYYY-MM-DD`; decides who holds an office now
 */
export function inspectArticle(
  id: Inspected['id'],
  article: Article,
  publishedFrom: string,
  base: Base,
  today: string,
): Inspected {
  const { show, score, reasons, lang, published, mentions, entities, topics, keyDates, thenAndNow, claims } =
    find(article, base, today);
  return {
    id,
    show,
    score,
    reasons,
    lang,
    published,
    publishedFrom,
    mentions,
    entities,
    topics,
    keyDates,
    thenAndNow,
    claims,
  };
}

/** The same for a row of a JSONL file. */
export function inspectRow(row: ArticleRow, base: Base, today: string): Inspected {
  const article = articleOf(row);
  return inspectArticle(row.id ?? undefined, article, article.published ? 'given' : 'unknown', base, today);
}
