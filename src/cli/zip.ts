/** Store packages: the same bytes from the same files, whatever the clock, the user or the file system. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** Every file below a folder, as sorted paths relative to it with forward slashes. */
export function filesIn(folder: string, root = folder): string[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory()
        ? filesIn(path, root)
        : [relative(root, path).replaceAll('\\', '/')];
    })
    .sort();
}

/** The first moment a zip file can name, in the zone zip files assume. */
const EPOCH = new Date(1980, 0, 1);

export function writeZip(folder: string, target: string, files = filesIn(folder)): void {
  const entries: Zippable = {};
  for (const file of files)
    entries[file] = [readFileSync(join(folder, file)), { mtime: EPOCH, os: 3, attrs: 0o644 << 16 }];
  writeFileSync(target, zipSync(entries, { level: 9 }));
}
