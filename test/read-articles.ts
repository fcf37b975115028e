/** The short articles of `articles/*.yaml`; docs/LANGUAGES.md says how to add one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';

const FOLDER = join(import.meta.dirname, 'articles');

const schema = v.array(
  v.strictObject({
    /** what kind of page it is, or which mistake it guards against */
    kind: v.string(),
    lang: v.string(),
    published: v.nullable(v.string()),
    title: v.string(),
    text: v.string(),
    show: v.boolean(),
    /** `surface = id`: must be linked so */
    marks: v.optional(v.array(v.string())),
    /** surfaces that must not be linked to anything */
    leaves: v.optional(v.array(v.string())),
    /** claims noticed, all of them */
    claims: v.optional(v.array(v.string())),
    /** events among the first ten key dates */
    dates: v.optional(v.array(v.string())),
  }),
);

export type OwnArticle = v.InferOutput<typeof schema>[number];

/** Each file with its articles. @throws ValiError when one is not of the form */
export const articleFiles = (): [file: string, articles: OwnArticle[]][] =>
  readdirSync(FOLDER)
    .filter((f) => f.endsWith('.yaml'))
    .map((f) => [f, v.parse(schema, parse(readFileSync(join(FOLDER, f), 'utf8')))]);
