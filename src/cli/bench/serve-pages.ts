/** The page to measure in: no script but ours runs in it, and it is granted the fine clock. */
import { build } from 'esbuild';
import { join } from 'node:path';
import { packNotes } from '../../match/pack-notes.ts';
import { packIndex } from '../../match/pack.ts';
import { compileBase } from '../base.ts';
import { ROOT } from '../load-facts.ts';
import { startProxy, type Proxy } from '../serve.ts';

/** A trustworthy origin without a certificate. */
const ORIGIN = 'http://localhost';
const SCRIPT = '/bench.js';

const HEADERS = {
  'content-security-policy': `script-src ${ORIGIN}${SCRIPT}`,
  // Only an isolated page is given a clock finer than a tenth of a millisecond.
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** The measuring script with the compiled base in it, bundled as the extension is. */
async function script(): Promise<string> {
  const { index, notes } = compileBase();
  const modules: Record<string, string> = {
    'station-brief:index': JSON.stringify(packIndex(index)),
    'station-brief:notes': JSON.stringify(packNotes(notes)),
  };
  const out = await build({
    entryPoints: [join(ROOT, 'src/cli/bench/in-page.ts')],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    minify: false,
    charset: 'utf8',
    format: 'iife',
    target: ['chrome123', 'firefox142'],
    plugins: [
      {
        name: 'base',
        setup(bundle) {
          bundle.onResolve({ filter: /^station-brief:/ }, ({ path }) => ({
            path,
            namespace: 'station-brief',
          }));
          bundle.onLoad({ filter: /.*/, namespace: 'station-brief' }, ({ path }) => ({
            contents: modules[path] ?? '',
            loader: 'text',
          }));
        },
      },
    ],
    logLevel: 'warning',
  });
  return out.outputFiles[0]?.text ?? '';
}

/** @returns the proxy, and an empty page with the script in it */
export async function serveBench(): Promise<{ proxy: Proxy; url: string }> {
  const code = await script();
  const proxy = await startProxy((url) => {
    if (url.pathname === SCRIPT) return { body: code, type: 'text/javascript; charset=utf-8' };
    if (url.pathname === '/')
      return { body: `<!doctype html><script src="${SCRIPT}"></script>`, headers: HEADERS };
    return null;
  });
  return { proxy, url: `${ORIGIN}/` };
}
