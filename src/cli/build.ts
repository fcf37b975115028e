/** The build: facts to JSON, scripts, pages, two manifests, sizes. Called by build.mjs. */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { compileBase } from './base.ts';
import { bundle } from './bundle.ts';
import { packNotes } from '../match/pack-notes.ts';
import { packIndex } from '../match/pack.ts';
import { ROOT } from './load-facts.ts';
import { checkOutlets, type Outlet } from './outlets.ts';
import { pageFaults, scriptFaults, styleFaults } from './shipped.ts';
import { writeZip } from './zip.ts';

const BROWSERS = ['chrome', 'firefox'] as const;
type BrowserName = (typeof BROWSERS)[number];

/** Our own pages: one HTML for all, in which each finds its name. */
const PAGES = ['popup', 'panel', 'options', 'welcome'] as const;
/** The first script is on every page of a listed site; it may not weigh more than this. Bytes. */
const MOST_GATE = 12_000;
/** What finding needs, compressed. Bytes. */
const MOST_INDEX = 150_000;

type Manifest = Record<string, unknown> & {
  host_permissions: string[];
  permissions: string[];
  content_scripts: { matches: string[] }[];
  background: Record<string, unknown>;
};

/** Match patterns of all listed outlets: the host itself and its subdomains. */
const patterns = (outlets: readonly Outlet[]): string[] =>
  outlets.flatMap(({ host }) => [`*://${host}/*`, `*://*.${host}/*`]);

/** Only deletions and the list of hosts: the source manifest stays the truth. */
export function manifestFor(name: BrowserName, outlets: readonly Outlet[]): Manifest {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8')) as Manifest;
  const matches = patterns(outlets);
  manifest.host_permissions = matches;
  for (const script of manifest.content_scripts) script.matches = matches;
  if (name === 'chrome') {
    delete manifest.background['scripts'];
    delete manifest['browser_specific_settings'];
    delete manifest['sidebar_action'];
  } else {
    delete manifest.background['service_worker'];
    delete manifest['minimum_chrome_version'];
    delete manifest['side_panel'];
    manifest.permissions = manifest.permissions.filter((name) => name !== 'sidePanel');
  }
  return manifest;
}

export function readOutlets(): Outlet[] {
  return checkOutlets(parse(readFileSync(join(ROOT, 'src/shell/outlets.yaml'), 'utf8')));
}

/**
 * @throws Error with every problem of the fact files, or when a size is over its limit
 */
export async function buildAll({
  zip = false,
  quiet = false,
}: { zip?: boolean; quiet?: boolean } = {}): Promise<void> {
  const { index, notes } = compileBase();
  const modules = {
    'station-brief:index': JSON.stringify(packIndex(index)),
    'station-brief:notes': JSON.stringify(packNotes(notes)),
  };
  const outlets = readOutlets();
  const files = await bundle(modules);
  const page = readFileSync(join(ROOT, 'src/entries/page.html'), 'utf8');
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  for (const name of BROWSERS) {
    const folder = join(ROOT, 'dist', name);
    mkdirSync(folder, { recursive: true });
    for (const file of files) writeFileSync(join(folder, file.name), file.contents);
    for (const name of PAGES) writeFileSync(join(folder, `${name}.html`), page.replaceAll('{page}', name));
    mkdirSync(join(folder, 'icons'));
    for (const icon of readdirSync(join(ROOT, 'icons')).filter((f) => f.endsWith('.png')))
      cpSync(join(ROOT, 'icons', icon), join(folder, 'icons', icon));
    cpSync(join(ROOT, 'src/locales'), join(folder, '_locales'), { recursive: true });
    cpSync(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
    writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifestFor(name, outlets), null, 2)}\n`);
    // Both folders hold the same scripts and pages.
    if (name === 'chrome') refuse(folder);
    if (zip) writeZip(folder, join(ROOT, 'dist', `station-brief-${name}.zip`));
  }
  const sizes = [
    ...files.map(({ name, contents }) => ({
      what: name,
      bytes: contents.length,
      gzip: gzipSync(contents).length,
    })),
    ...Object.entries(modules).map(([name, json]) => ({
      what: `  ${name.slice(14)} (in background.js)`,
      bytes: Buffer.byteLength(json),
      gzip: gzipSync(json).length,
    })),
  ];
  if (!quiet) {
    console.log(
      `${notes.length} records, ${outlets.length} outlets\n${'file'.padEnd(32)}${'bytes'.padStart(10)}${'gzip'.padStart(10)}`,
    );
    for (const s of sizes) console.log(`${s.what.padEnd(32)}${kilobytes(s.bytes)}${kilobytes(s.gzip)}`);
  }
  const gate = sizes.find((s) => s.what === 'gate.js');
  if (gate && gate.bytes > MOST_GATE)
    throw new Error(`gate.js has ${gate.bytes} bytes, more than ${MOST_GATE}`);
  const find = sizes.find((s) => s.what.includes('index'));
  if (find && find.gzip > MOST_INDEX)
    throw new Error(`the index has ${find.gzip} bytes compressed, more than ${MOST_INDEX}`);
}

const CHECKS: Readonly<Record<string, (text: string) => string[]>> = {
  '.js': scriptFaults,
  '.html': pageFaults,
  '.css': styleFaults,
};

/** @throws Error with everything in the package that could ask the network, run text or make markup of it */
function refuse(folder: string): void {
  const faults = readdirSync(folder).flatMap((file) => {
    const check = CHECKS[extname(file)];
    return check ? check(readFileSync(join(folder, file), 'utf8')).map((fault) => `${file}: ${fault}`) : [];
  });
  if (faults.length) throw new Error(`not fit to ship (see src/cli/shipped.ts)\n${faults.join('\n')}`);
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
