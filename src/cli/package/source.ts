/** The source package: what addons.mozilla.org builds the add-on from, to compare. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../load-facts.ts';
import { writeZip } from '../zip.ts';

const git = (...args: string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' });

/** What is under version control, sorted; nothing else is source. */
const trackedFiles = (): string[] => git('ls-files', '-z').split('\0').filter(Boolean).sort();

/** Files that differ from the last commit, one a line as git prints them; '' for none. */
export const uncommitted = (): string => git('status', '--porcelain').trimEnd();

/** @returns how many files the package holds */
export function writeSource(target: string): number {
  const files = trackedFiles();
  writeZip(ROOT, target, files);
  return files.length;
}

interface Locked {
  packages: Record<string, { version?: string; license?: string }>;
}

/** A Markdown list of the libraries whose code is in a bundle, with the page of the very release. */
export function librariesIn(bundles: readonly string[]): string {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Locked;
  // esbuild heads each module with its path.
  const names = bundles.flatMap((code) =>
    [...code.matchAll(/^\s*\/\/ node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm)].map((m) => m[1] ?? ''),
  );
  return [...new Set(names)]
    .sort()
    .map((name) => {
      const { version = '', license = '' } = lock.packages[`node_modules/${name}`] ?? {};
      if (!version) throw new Error(`package-lock.json does not know ${name}`);
      return `- ${name} ${version} (${license}): https://www.npmjs.com/package/${name}/v/${version}`;
    })
    .join('\n');
}
