/** Source to scripts and one style sheet, as they go into both packages. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { ROOT } from './load-facts.ts';

/** One plain script each: two for pages of others, one for the background, one that our own pages share. */
const SCRIPTS = ['gate', 'reader', 'background', 'pages'] as const;

export interface OutFile {
  name: string;
  contents: Uint8Array;
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

/** What the build changes in Preact, each in exactly one place. */
const PREACT: readonly (readonly [where: RegExp, to: string])[] = [
  // Preact can put a string into a page as markup (`dangerouslySetInnerHTML`). We never ask for it; here it becomes text,
  // so that no shipped script can, and reviewers need not take our word for it.
  [/\.innerHTML=(\w+\.__html)/g, '.textContent=$1'],
  // A form or image that a page calls so stands in for the document's method; the prototype's is out of its reach.
  [/(\w+)\.createTextNode\(/g, 'Document.prototype.createTextNode.call($1,'],
  [/(\w+)\.createElementNS\(/g, 'Document.prototype.createElementNS.call($1,'],
];

/** @throws Error when Preact's source no longer has exactly one place for each change */
const safePreact: Plugin = {
  name: 'safe-preact',
  setup(bundle) {
    bundle.onLoad({ filter: /preact\/dist\/preact\.mjs$/ }, ({ path }) => {
      let contents = readFileSync(path, 'utf8');
      for (const [where, to] of PREACT) {
        if (contents.match(where)?.length !== 1)
          throw new Error(`preact: expected one place like ${where.source}; see src/cli/bundle.ts`);
        contents = contents.replace(where, to);
      }
      return { contents, loader: 'js' };
    });
  },
};

const COMMON = {
  outdir: join(ROOT, 'dist'),
  absWorkingDir: ROOT, // no path of the machine gets into a file: the same bytes in every checkout
  bundle: true,
  write: false,
  // As written, names and all: whoever reviews or debugs the extension reads what runs.
  minify: false,
  charset: 'utf8',
  legalComments: 'none',
  target: ['chrome123', 'firefox142'],
  logLevel: 'warning',
} satisfies BuildOptions;

/** @param modules the compiled base: JSON by the name under which it is imported */
export async function bundle(modules: Record<string, string>): Promise<OutFile[]> {
  const entry = (path: string) => join(ROOT, 'src', path);
  const built = await Promise.all([
    build({
      ...COMMON,
      entryPoints: SCRIPTS.map((name) => entry(`entries/${name}.ts`)),
      format: 'iife',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      loader: { '.css': 'text' },
      plugins: [compiled(modules), safePreact],
    }),
    build({ ...COMMON, entryPoints: [entry('ui/pages.css')] }),
  ]);
  return built.flatMap(({ outputFiles }) =>
    outputFiles.map(({ path, contents }) => ({ name: basename(path), contents })),
  );
}
