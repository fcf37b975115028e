/** The build: facts to JSON, four bundles, two manifests, sizes. Called by build.mjs. */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { parse } from 'yaml';
import { compileBase } from './base.ts';
import { packNotes } from '../match/pack-notes.ts';
import { packIndex } from '../match/pack.ts';
import { ROOT } from './load-facts.ts';
import { checkOutlets, type Outlet } from './outlets.ts';
import { pageFaults, scriptFaults } from './shipped.ts';
import { writeZip } from './zip.ts';

const BROWSERS = ['chrome', 'firefox'] as const;
type BrowserName = (typeof BROWSERS)[number];

/** The first script is on every page of a listed site; it may not weigh more than this. Bytes. */
const MOST_GATE = 12 * 1024;
/** What finding needs, compressed. Bytes. */
const MOST_INDEX = 150 * 1024;

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

/** Hands the compiled base to the bundle as text. */
const compiled = (modules: Record<string, string>): Plugin => ({
  name: 'station-brief-base',
  setup(bundle) {
    bundle.onResolve({ filter: /^station-brief:/ }, ({ path }) => ({ path, namespace: 'station-brief' }));
    bundle.onLoad({ filter: /.*/, namespace: 'station-brief' }, ({ path }) => ({
      contents: modules[path] ?? '',
      loader: 'text',
    }));
  },
});

/**
 * Preact can put a string into a page as markup (`dangerouslySetInnerHTML`). We never ask for it; the build turns that
 * one assignment into text, so that no shipped script can, and reviewers need not take our word for it.
 * @throws Error when Preact's source no longer has exactly one such place
 */
const noMarkup: Plugin = {
  name: 'no-markup-from-strings',
  setup(bundle) {
    bundle.onLoad({ filter: /preact\/dist\/preact\.mjs$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const assignment = /\.innerHTML=(\w+\.__html)/g;
      if (source.match(assignment)?.length !== 1)
        throw new Error('preact: expected one assignment to innerHTML; see src/cli/build.ts');
      return { contents: source.replace(assignment, '.textContent=$1'), loader: 'js' };
    });
  },
};

export const ENTRIES = ['gate', 'reader', 'background', 'popup', 'panel', 'options', 'welcome'] as const;

/**
 * Style text of our own pages. The build puts it into their HTML: a page whose script brings its style would be painted
 * once without it.
 */
async function surfaceCss(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export { SURFACE_CSS } from './src/ui/mount.ts'`, resolveDir: ROOT },
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text' },
    logLevel: 'warning',
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const { SURFACE_CSS } = (await import(`data:text/javascript;base64,${code}`)) as { SURFACE_CSS: string };
  return SURFACE_CSS;
}

/** @throws Error when a page has no end of its head, or the style would end its own element */
function dressed(page: string, css: string): string {
  const html = readFileSync(join(ROOT, 'src/entries', page), 'utf8');
  if (!html.includes('  </head>') || css.includes('</'))
    throw new Error(`${page}: the style of our pages cannot be put in`);
  return html.replace('  </head>', () => `    <style>${css.trim()}</style>\n  </head>`);
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
  const entries = readdirSync(join(ROOT, 'src/entries'));
  const out = await build({
    entryPoints: Object.fromEntries(
      ENTRIES.flatMap((name) => {
        const file = entries.find((f) => f === `${name}.ts` || f === `${name}.tsx`);
        return file ? [[name, join(ROOT, 'src/entries', file)]] : [];
      }),
    ),
    outdir: join(ROOT, 'dist'),
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    // As written, names and all: whoever reviews or debugs the extension reads what runs.
    minify: false,
    charset: 'utf8',
    legalComments: 'none',
    format: 'iife',
    target: ['chrome123', 'firefox142'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text' },
    plugins: [compiled(modules), noMarkup],
    logLevel: 'warning',
  });
  const css = await surfaceCss();
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  for (const name of BROWSERS) {
    const folder = join(ROOT, 'dist', name);
    mkdirSync(folder, { recursive: true });
    for (const file of out.outputFiles)
      writeFileSync(join(folder, file.path.split('/').at(-1) ?? ''), file.contents);
    for (const page of entries.filter((f) => f.endsWith('.html')))
      writeFileSync(join(folder, page), dressed(page, css));
    mkdirSync(join(folder, 'icons'));
    for (const icon of readdirSync(join(ROOT, 'icons')).filter((f) => f.endsWith('.png')))
      cpSync(join(ROOT, 'icons', icon), join(folder, 'icons', icon));
    cpSync(join(ROOT, '_locales'), join(folder, '_locales'), { recursive: true });
    cpSync(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
    writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifestFor(name, outlets), null, 2)}\n`);
    // Both folders hold the same scripts and pages.
    if (name === 'chrome') refuse(folder);
    if (zip) writeZip(folder, join(ROOT, 'dist', `station-brief-${name}.zip`));
  }
  const sizes = [
    ...out.outputFiles.map((f) => ({
      what: f.path.split('/').at(-1) ?? '',
      bytes: f.contents.length,
      gzip: gzipSync(f.contents).length,
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

/** @throws Error with everything in the package that could ask the network, run text or make markup of it */
function refuse(folder: string): void {
  const faults = readdirSync(folder).flatMap((file) => {
    const text = /\.(?:js|html)$/.test(file) ? readFileSync(join(folder, file), 'utf8') : '';
    const found = file.endsWith('.js') ? scriptFaults(text) : pageFaults(text);
    return found.map((fault) => `${file}: ${fault}`);
  });
  if (faults.length) throw new Error(`not fit to ship (see src/cli/shipped.ts)\n${faults.join('\n')}`);
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} kB`.padStart(10);
