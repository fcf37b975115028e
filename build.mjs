/**
 * Builds dist/chrome and dist/firefox from src and manifest.json.
 *   node build.mjs            both browsers, once
 *   node build.mjs --watch    again after every change in src
 *   node build.mjs --zip      store packages beside them, the same bytes from the same commit on any machine
 */
import { watch as watchFolder } from 'node:fs';
import { register } from 'tsx/esm/api';

register();
const { buildAll } = await import('./src/cli/build.ts');
const flags = new Set(process.argv.slice(2));

async function once() {
  try {
    await buildAll({ zip: flags.has('--zip') });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    if (!flags.has('--watch')) process.exit(1);
  }
}

await once();
if (flags.has('--watch')) {
  let timer;
  watchFolder(new URL('./src/', import.meta.url), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(once, 150);
  });
  console.log('watching src');
}
