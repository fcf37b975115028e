/** The three browsers that are compared: without an extension, with an empty content script, with ours. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../load-facts.ts';

export const VARIANTS = ['none', 'empty', 'ours'] as const;
export type Variant = (typeof VARIANTS)[number];

const EVERYWHERE = ['*://*/*'];

interface Manifest {
  host_permissions: string[];
  content_scripts: { matches: string[] }[];
}

/** Saved pages come from sites that are on no list of ours: everything else is as shipped. */
function ours(folder: string): void {
  cpSync(join(ROOT, 'dist/chrome'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  manifest.host_permissions = EVERYWHERE;
  for (const script of manifest.content_scripts) script.matches = EVERYWHERE;
  writeFileSync(file, JSON.stringify(manifest));
}

/** The least that any extension with a script on the page can cost. */
function empty(folder: string): void {
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: [{ matches: EVERYWHERE, js: ['empty.js'], run_at: 'document_end' }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  for (const file of ['empty.js', 'background.js']) writeFileSync(join(folder, file), '');
}

/** @returns folder of the unpacked extension, null for none; and how to take it away again */
export function extensionFor(variant: Variant): { folder: string | null; clean(): void } {
  if (variant === 'none') return { folder: null, clean: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), `station-brief-${variant}-`));
  if (variant === 'ours') ours(folder);
  else empty(folder);
  return { folder, clean: () => rmSync(folder, { recursive: true, force: true }) };
}
