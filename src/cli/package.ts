/**
 * `npm run package`: everything the two stores ask for, in release/ (docs/RELEASING.md).
 *   -- --quick    without the pictures and without building again from the source package; says so
 * Ends with status 1 and a list when anything is not as the stores and we want it.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { UI_LANGS } from '../ui/strings/index.ts';
import { compileBase } from './base.ts';
import { buildAll, readOutlets } from './build.ts';
import { ROOT } from './load-facts.ts';
import { checkPackage, differences, MOST_BYTES } from './package/checks.ts';
import { readAnswers, readPrivacy } from './package/listing.ts';
import { takePictures } from './package/pictures.ts';
import { rebuild } from './package/rebuild.ts';
import { librariesIn, uncommitted, writeSource } from './package/source.ts';
import { answersText, pageText, reviewersText } from './package/texts.ts';

const RELEASE = join(ROOT, 'release');
const BROWSERS = ['chrome', 'firefox'] as const;
const quick = process.argv.includes('--quick');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const problems: string[] = [];
const say = (line: string): void => console.log(line);
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

function write(name: string, content: string | Uint8Array): void {
  const path = join(RELEASE, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

const zipName = (browser: string): string => `station-brief-${browser}.zip`;

function packages(): void {
  for (const browser of BROWSERS) {
    const zip = join(ROOT, 'dist', zipName(browser));
    const name = `station-brief-${version}-${browser}.zip`;
    copyFileSync(zip, join(RELEASE, name));
    const { size } = statSync(zip);
    const found = checkPackage(unzipSync(readFileSync(zip)), size);
    problems.push(...found.map((what) => `${name}: ${what}`));
    say(`${name}: ${kilobytes(size)} of ${kilobytes(MOST_BYTES)}, ${found.length} problems`);
  }
  const manifest = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8')) as { version: string };
  if (manifest.version !== version)
    problems.push(`manifest.json is of version ${manifest.version}, package.json of ${version}`);
  const lint = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/web-ext/bin/web-ext.js'),
      'lint',
      '--source-dir',
      'dist/firefox',
      '--warnings-as-errors',
      '--no-config-discovery',
    ],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (lint.status !== 0) problems.push(`web-ext lint:\n${lint.stdout}${lint.stderr}`);
  say(`web-ext lint: ${lint.status === 0 ? 'clean' : 'not clean'}`);
}

function source(): void {
  const name = `station-brief-${version}-source.zip`;
  const path = join(RELEASE, name);
  const count = writeSource(path);
  say(`${name}: ${kilobytes(statSync(path).size)}, ${count} files`);
  const changed = uncommitted();
  if (changed) problems.push(`the tree differs from the last commit:\n${changed}`);
  if (quick) return say('not built again from it: --quick');
  const zips = BROWSERS.map(zipName);
  const { builds, install, build } = rebuild(path, zips);
  const here = Object.fromEntries(zips.map((zip) => [zip, readFileSync(join(ROOT, 'dist', zip))]));
  const differing = builds.flatMap((built, at) =>
    differences(here, built).map((what) => `built from the source package (${at + 1}): ${what}`),
  );
  problems.push(...differing);
  say(
    `built ${builds.length} times from it: npm ci ${install.toFixed(1)} s, build ${build.toFixed(1)} s, ${differing.length ? 'not ' : ''}byte for byte the same`,
  );
}

function texts(): void {
  const { notes } = compileBase();
  const counts = {
    records: notes.length,
    sources: new Set(notes.flatMap((note) => note.sources.map((s) => s.url))).size,
    sites: readOutlets().length,
  };
  for (const lang of UI_LANGS) write(`texts/${lang}.txt`, pageText(lang, counts));
  write('texts/answers.txt', answersText(readAnswers()));
  write('texts/privacy.md', readPrivacy());
  const bundles = readdirSync(join(ROOT, 'dist/firefox'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(ROOT, 'dist/firefox', name), 'utf8'));
  write('texts/notes-for-reviewers.md', reviewersText(librariesIn(bundles)));
  say(`texts/: store pages in ${UI_LANGS.length} languages, answers, privacy policy, notes for reviewers`);
}

async function pictures(): Promise<void> {
  if (quick) return say('no pictures: --quick');
  let count = 0;
  const into = (store: string) => (name: string, png: Uint8Array) => {
    count++;
    write(`pictures/${store}/${name}`, png);
  };
  await takePictures('chrome', UI_LANGS, into('chrome'));
  // addons.mozilla.org has one set of pictures for all languages; only their captions are translated.
  await takePictures('firefox', ['en'], into('firefox'));
  say(`pictures/: ${count}`);
}

await buildAll({ zip: true, quiet: true });
rmSync(RELEASE, { recursive: true, force: true });
mkdirSync(RELEASE);
packages();
texts();
source();
await pictures();
if (problems.length) {
  console.error(`\nnot ready:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  process.exit(1);
}
say(`\nready: ${RELEASE}`);
