/** The pages on the loopback proxy: their own scripts kept from running, ours let in, the fine clock granted. */
import { build } from 'esbuild';
import { join } from 'node:path';
import { packNotes } from '../../match/pack-notes.ts';
import { packIndex } from '../../match/pack.ts';
import { compileBase } from '../base.ts';
import { ROOT } from '../load-facts.ts';
import { startProxy, type Proxy } from '../serve.ts';
import type { BenchPage } from './pages.ts';

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

/** @returns the proxy and where each page stands, in order */
export async function servePages(
  pages: readonly BenchPage[],
): Promise<{ proxy: Proxy; urls: string[]; scriptUrl: string }> {
  const code = await script();
  const proxy = await startProxy((url) => {
    if (url.pathname === SCRIPT) return { body: code, type: 'text/javascript; charset=utf-8' };
    const page = pages[Number(/^\/page-(\d+)$/.exec(url.pathname)?.[1] ?? -1)];
    return page ? { body: page.html, headers: HEADERS } : null;
  });
  return { proxy, urls: pages.map((_, i) => `${ORIGIN}/page-${i}`), scriptUrl: `${ORIGIN}${SCRIPT}` };
}
