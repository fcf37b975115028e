/** What a package must be before it goes to a store, beside what the build itself refuses (shipped.ts). Pure. */

import { parse, tokTypes, type Token } from 'acorn';

/** Files of a package by their path in it. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** A package may not weigh more than this. Bytes. */
export const MOST_BYTES = 1_000_000;
/** No line of readable code is longer, strings left out. Preact's own release, which is mangled, has lines of 710. */
const LONGEST_LINE = 1200;
/** Minified code has few line breaks; ours has about forty characters a line, strings left out. */
const LONGEST_MEAN = 120;

const decoder = new TextDecoder();

/** A script with its strings and templates emptied, by its syntax: a quote in a regular expression begins no string. */
function withoutStrings(code: string): string {
  const tokens: Token[] = [];
  parse(code, { ecmaVersion: 'latest', sourceType: 'script', onToken: tokens });
  let out = '';
  let last = 0;
  for (const { type, start, end } of tokens) {
    if (type !== tokTypes.string && type !== tokTypes.template) continue;
    out += code.slice(last, start);
    last = end;
  }
  return out + code.slice(last);
}

/** Why a script does not look like code as it was written; null when it does. */
export function minified(code: string): string | null {
  const lines = withoutStrings(code)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const longest = Math.max(0, ...lines.map((line) => line.length));
  if (longest > LONGEST_LINE) return `has a line of ${longest} characters`;
  const mean = lines.reduce((sum, line) => sum + line.length, 0) / Math.max(1, lines.length);
  return mean > LONGEST_MEAN ? `has ${Math.round(mean)} characters a line on average` : null;
}

/** Names of files in quotes, as manifests, pages and scripts give them; `${x}` in a template stands for any word. */
const NAMED = /["'`(/]((?:[\w./-]|\$\{\w+\})+\.(?:js|html|css|png|svg|json))["'`)]/g;

const asPattern = (path: string): RegExp =>
  new RegExp(
    `^${path
      .replace(/^\.?\//, '')
      .replace(/\./g, '\\.')
      .replace(/\$\{\w+\}/g, '\\w+')}$`,
  );

/** Files that nothing leads to, from the manifest on. */
function strays(files: Files, texts: Readonly<Record<string, string>>): string[] {
  const names = Object.keys(files);
  const reached = new Set(['manifest.json']);
  for (const name of reached) {
    for (const [, path = ''] of (texts[name] ?? '').matchAll(NAMED)) {
      const pattern = asPattern(path);
      for (const found of names) if (pattern.test(found)) reached.add(found);
    }
  }
  const { default_locale: locale } = JSON.parse(texts['manifest.json'] ?? '{}') as {
    default_locale?: string;
  };
  const known = (name: string): boolean =>
    reached.has(name) ||
    name === 'LICENSE' ||
    (locale !== undefined && /^_locales\/[a-z]{2}\/messages\.json$/.test(name));
  return names.filter((name) => !known(name));
}

/** @returns one line for each problem; [] is what we want */
export function checkPackage(files: Files, zipBytes: number): string[] {
  const problems: string[] = [];
  const texts = Object.fromEntries(
    Object.entries(files)
      .filter(([name]) => /\.(?:js|html|css|json)$/.test(name))
      .map(([name, bytes]) => [name, decoder.decode(bytes)]),
  );
  if (zipBytes > MOST_BYTES) problems.push(`the zip has ${zipBytes} bytes, more than ${MOST_BYTES}`);
  if (!('manifest.json' in files)) problems.push('manifest.json is missing');
  if (!('LICENSE' in files)) problems.push('LICENSE is missing');
  for (const name of strays(files, texts)) problems.push(`${name}: nothing in the package leads to it`);
  for (const [name, text] of Object.entries(texts)) {
    if (/[#@]\s*sourceMappingURL=/.test(text)) problems.push(`${name}: names a source map`);
    const small = name.endsWith('.js') ? minified(text) : null;
    if (small) problems.push(`${name}: looks minified: it ${small}`);
  }
  return problems;
}

/** Files that are not the same in both, each with what differs. */
export function differences(a: Files, b: Files): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort().flatMap((name) => {
    const [one, other] = [a[name], b[name]];
    if (!one || !other) return [`${name}: only in one`];
    return Buffer.compare(one, other) === 0 ? [] : [`${name}: differs`];
  });
}
