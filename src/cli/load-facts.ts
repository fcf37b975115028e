/** Reads the fact files from disk. The one place where facts meet the file system. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import type { Fact } from '../facts/schema.ts';
import { checkBase, readFactFile, type Problem } from '../facts/validate.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const RECORDS = join(ROOT, 'src/facts/records');

/** YAML of one file; a syntax error is a problem like any other. */
export function readYaml(path: string): { data: unknown; problems: Problem[] } {
  const file = relative(ROOT, path);
  const doc = parseDocument(readFileSync(path, 'utf8'), { prettyErrors: true });
  const problems = doc.errors.map((e) => ({
    file,
    record: '',
    field: '',
    what: `not valid YAML: ${e.message}`,
  }));
  return { data: problems.length ? undefined : doc.toJS(), problems };
}

/**
 * All facts of a folder, in order of file name and place in the file.
 * @returns facts that are well formed and every problem found, those across files included
 */
export function loadFacts(
  folder = RECORDS,
  files?: readonly string[],
): { facts: Fact[]; problems: Problem[] } {
  const facts: Fact[] = [];
  const problems: Problem[] = [];
  const paths =
    files ??
    readdirSync(folder)
      .filter((f) => f.endsWith('.yaml'))
      .sort()
      .map((f) => join(folder, f));
  for (const path of paths) {
    const yaml = readYaml(path);
    problems.push(...yaml.problems);
    if (yaml.problems.length) continue;
    const read = readFactFile(relative(ROOT, path), yaml.data);
    facts.push(...read.facts);
    problems.push(...read.problems);
  }
  return { facts, problems: files ? problems : [...problems, ...checkBase(facts)] };
}
