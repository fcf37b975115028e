/** Builds again from the source package in a clean folder, as a reviewer does. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Files } from './checks.ts';

export interface Rebuilt {
  /** the zips of each build, by name */
  builds: Files[];
  /** seconds */
  install: number;
  build: number;
}

function run(folder: string, command: string, args: string[], env: Record<string, string> = {}): number {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return (performance.now() - began) / 1000;
}

/**
 * Unpacks, installs and builds; then once more in a folder of another name, on another clock and in another language,
 * none of which may be seen in the result.
 * @param zips names of the zips in `dist`
 * @throws Error with the output of a step that fails
 */
export function rebuild(source: string, zips: readonly string[]): Rebuilt {
  const parent = mkdtempSync(join(tmpdir(), 'station-brief-source-'));
  const [first, second] = [join(parent, 'first'), join(parent, 'second folder')];
  const zipsOf = (folder: string): Files =>
    Object.fromEntries(zips.map((name) => [name, readFileSync(join(folder, 'dist', name))]));
  try {
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(source)))) {
      mkdirSync(dirname(join(first, name)), { recursive: true });
      writeFileSync(join(first, name), bytes);
    }
    const install = run(first, 'npm', ['ci', '--no-audit', '--no-fund']);
    const build = run(first, process.execPath, ['build.mjs', '--zip']);
    const one = zipsOf(first);
    renameSync(first, second);
    rmSync(join(second, 'dist'), { recursive: true });
    run(second, process.execPath, ['build.mjs', '--zip'], { TZ: 'Pacific/Auckland', LANG: 'ru_RU.UTF-8' });
    return { builds: [one, zipsOf(second)], install, build };
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
