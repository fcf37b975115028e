/** Which notes the reader has had: kept from version to version, so that a new one can say once what it changed. */
import * as v from 'valibot';
import { browser } from './browser.ts';

/** Raised when the stored shape, or what a digest is made of, changes. */
export const SHAPE = 1;
const KEY = 'seen-notes';

const VERSION = /^\d+(?:\.\d+){0,3}$/;
const schema = v.object({
  shape: v.literal(SHAPE),
  /** version of the extension whose notes these are */
  version: v.pipe(v.string(), v.regex(VERSION)),
  /** see match/digest.ts; about 12 kB */
  digest: v.pipe(v.string(), v.maxLength(200_000)),
});

export type Seen =
  /** the notes of this version, or what a later one left behind: nothing to tell, and nothing to write */
  | { kind: 'current' }
  /** nothing stored, or nothing that can be read */
  | { kind: 'none' }
  | { kind: 'older'; digest: string };

/** Below, at or above zero, as numbers between dots. */
function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => text.split('.').map(Number));
  for (let i = 0; i < 4; i++) {
    const by = (x?.[i] ?? 0) - (y?.[i] ?? 0);
    if (by) return by;
  }
  return 0;
}

const isLater = (raw: unknown): boolean =>
  typeof raw === 'object' && raw !== null && 'shape' in raw && Number(raw.shape) > SHAPE;

/** Reads one small record; call it where the reader looks, never on a page. Never throws. */
export async function getSeen(): Promise<Seen> {
  try {
    const raw = (await browser.storage.local.get(KEY))[KEY] as unknown;
    if (isLater(raw)) return { kind: 'current' };
    const { success, output } = v.safeParse(schema, raw);
    if (!success) return { kind: 'none' };
    const older = compareVersions(output.version, browser.runtime.getManifest().version) < 0;
    return older ? { kind: 'older', digest: output.digest } : { kind: 'current' };
  } catch {
    return { kind: 'current' }; // storage is broken: there is nothing to compare with, nor where to keep it
  }
}

/** Keeps the notes of this version as seen. What a later version left behind is let be. Never throws. */
export async function setSeen(digest: string): Promise<void> {
  if ((await getSeen()).kind === 'current') return;
  const seen = { shape: SHAPE, version: browser.runtime.getManifest().version, digest };
  await browser.storage.local.set({ [KEY]: seen }).catch(() => undefined);
}
