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
        throw new Error('preact: expected one assignment to innerHTML; see src/cli/bundle.ts');
      return { contents: source.replace(assignment, '.textContent=$1'), loader: 'js' };
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
      plugins: [compiled(modules), noMarkup],
    }),
    build({ ...COMMON, entryPoints: [entry('ui/pages.css')] }),
  ]);
  return built.flatMap(({ outputFiles }) =>
    outputFiles.map(({ path, contents }) => ({ name: basename(path), contents })),
  );
}
