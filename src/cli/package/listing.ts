/** The texts of the store pages: their shape, the stores' limits, and filling in what only a build knows. Pure but for reading. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { UiLang } from '../../ui/strings/index.ts';
import { ROOT } from '../load-facts.ts';

export const LISTING = join(ROOT, 'docs/listing');

/** The pictures of a store page, in order. */
export const PICTURES = ['card', 'claim', 'popup', 'settings'] as const;
export type Picture = (typeof PICTURES)[number];

/**
 * Most characters a store takes, the smaller number where they differ.
 * Summary: https://developer.chrome.com/docs/extensions/reference/manifest/description (132); addons.mozilla.org takes 250.
 * Name: addons.mozilla.org takes 50, Chrome 75. Description: 16,000 in Chrome's form, 15,000 in Mozilla's.
 * Reasons: Chrome's form stops at 1,000. Notes for reviewers: Mozilla's form stops at 3,000.
 */
export const LIMITS = {
  name: 50,
  summary: 132,
  description: 15_000,
  caption: 200,
  reason: 1000,
  reviewers: 3000,
} as const;

const text = (most: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty('is empty'),
    v.check(
      (t) => [...t].length <= most,
      ({ input }) => `has ${[...input].length} characters, more than ${most}`,
    ),
  );

const captions = v.strictObject({
  card: text(LIMITS.caption),
  claim: text(LIMITS.caption),
  popup: text(LIMITS.caption),
  settings: text(LIMITS.caption),
} satisfies Record<Picture, v.GenericSchema>);

export const listingSchema = v.strictObject({ description: text(LIMITS.description), captions });
export type Listing = v.InferOutput<typeof listingSchema>;

export const answersSchema = v.strictObject({
  singlePurpose: text(LIMITS.reason),
  permissions: v.record(v.string(), text(LIMITS.reason)),
  remoteCode: text(LIMITS.reason),
  dataUse: v.strictObject({
    collected: v.array(v.string()),
    explanation: text(LIMITS.reason),
    certifications: v.array(v.string()),
  }),
  firefoxDataCollection: v.picklist(['none']),
  categories: v.strictObject({ chrome: v.string(), firefox: v.string() }),
  tags: v.array(v.string()),
});
export type Answers = v.InferOutput<typeof answersSchema>;

/** What only a build knows. */
export interface Counts {
  records: number;
  sources: number;
  sites: number;
}

const read = (file: string): string => readFileSync(join(LISTING, file), 'utf8');

/** @throws Error that names the file, the field and what is wrong */
function checked<S extends v.GenericSchema>(file: string, schema: S, data: unknown): v.InferOutput<S> {
  const { success, output, issues } = v.safeParse(schema, data);
  if (success) return output;
  throw new Error(
    issues.map((i) => `docs/listing/${file}: ${v.getDotPath(i) ?? ''}: ${i.message}`).join('\n'),
  );
}

/** Numbers as the language writes them. @throws Error for a name in braces that is not known */
export function fillIn(
  texts: string,
  values: Readonly<Record<string, string | number>>,
  lang: string,
): string {
  return texts.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`docs/listing: {${name}} is not known`);
    return typeof value === 'number' ? value.toLocaleString(lang, { useGrouping: 'always' }) : value;
  });
}

/** @throws Error as {@link checked} says; also when a text is too long once filled in */
export function readListing(lang: UiLang, counts: Counts): Listing {
  const file = `${lang}.yaml`;
  const raw = checked(file, listingSchema, parse(read(file)));
  return checked(file, listingSchema, {
    ...raw,
    description: fillIn(raw.description, { ...counts }, lang),
  });
}

export const readAnswers = (): Answers => checked('answers.yaml', answersSchema, parse(read('answers.yaml')));

export const readPrivacy = (): string => read('privacy.md');

export const readReviewers = (values: { node: string; libraries: string }): string =>
  checked('reviewers.md', text(LIMITS.reviewers), fillIn(read('reviewers.md'), values, 'en'));

const messagesSchema = v.record(v.string(), v.object({ message: v.string() }));

/** The one-line summary that browsers and stores show, from the package itself. */
export function readSummary(lang: UiLang): string {
  const path = `src/locales/${lang}/messages.json`;
  const messages = v.parse(messagesSchema, JSON.parse(readFileSync(join(ROOT, path), 'utf8')));
  const summary = messages['description']?.message ?? '';
  if (!summary || summary.length > LIMITS.summary)
    throw new Error(
      `${path}: the description has ${summary.length} characters, at most ${LIMITS.summary} may be`,
    );
  return summary;
}

interface Asking {
  permissions: readonly string[];
  host_permissions: readonly string[];
  optional_host_permissions?: readonly string[];
}

/** What the manifest asks for, under the names the answers use. */
export const askedFor = (manifest: Asking): string[] => [
  ...manifest.permissions,
  ...(manifest.host_permissions.length ? ['hostPermissions'] : []),
  ...(manifest.optional_host_permissions?.length ? ['optionalHostPermissions'] : []),
];
