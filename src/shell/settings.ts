/** The reader's settings. Only what was set is stored, so that a better default still reaches everybody. */
import * as v from 'valibot';
import type { Settings } from '../ui/settings-type.ts';
import { browser } from './browser.ts';

/** Raised when the stored shape changes; `migrate` brings older ones up. */
export const VERSION = 1;
const KEY = 'settings';

export const DEFAULTS: Settings = {
  strength: 'normal',
  marks: 'first',
  trigger: 'hover',
  off: [],
  on: [],
  muted: [],
  lang: 'auto',
  theme: 'system',
};

/** A host as addresses carry it, with a port that is not the usual one: what `hostOf` of sites.ts gives. */
function isHost(text: string): boolean {
  if (text.length > 260) return false;
  return ['https:', 'http:'].some(
    (scheme) => URL.canParse(`${scheme}//${text}`) && new URL(`${scheme}//${text}`).host === text,
  );
}
const host = v.pipe(v.string(), v.check(isHost));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,253}$/));

/** More entries than any reader makes. */
const MOST_ENTRIES = 5000;
/** A list without its unsound entries: one of them must not cost the reader the others. */
const listOf = (entry: v.GenericSchema<unknown, string>) =>
  v.pipe(
    v.array(v.unknown()),
    v.transform((list) => list.filter((one): one is string => v.is(entry, one)).slice(0, MOST_ENTRIES)),
  );

export const settingsSchema = v.object({
  strength: v.optional(v.picklist(['faint', 'normal', 'strong'])),
  marks: v.optional(v.picklist(['first', 'all'])),
  trigger: v.optional(v.picklist(['hover', 'click', 'key'])),
  off: v.optional(listOf(host)),
  on: v.optional(listOf(host)),
  muted: v.optional(listOf(id)),
  lang: v.optional(v.picklist(['auto', 'en', 'ru', 'de', 'fr', 'es'])),
  theme: v.optional(v.picklist(['system', 'light', 'dark'])),
});
type Stored = v.InferOutput<typeof settingsSchema>;

/** Field by field, so that one corrupt value costs only itself. Unknown fields (a later version's) are let be. */
export function readStored(raw: unknown): Stored {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return {};
  const out: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(settingsSchema.entries)) {
    const value = v.safeParse(schema, (raw as Record<string, unknown>)[key]);
    if (value.success && value.output !== undefined) out[key] = value.output;
  }
  return out as Stored;
}

export const withDefaults = (stored: Stored): Settings => ({ ...DEFAULTS, ...stripUndefined(stored) });

const stripUndefined = (stored: Stored): Partial<Settings> =>
  Object.fromEntries(Object.entries(stored).filter(([, value]) => value !== undefined)) as Partial<Settings>;

async function stored(): Promise<{ known: Stored; raw: Record<string, unknown> }> {
  try {
    const raw = (await browser.storage.local.get(KEY))[KEY];
    return {
      known: readStored(raw),
      raw: typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {},
    };
  } catch {
    return { known: {}, raw: {} }; // storage is broken: defaults, and nothing is written over it
  }
}

/** Never throws: what cannot be read is the default. */
export const getSettings = async (): Promise<Settings> => withDefaults((await stored()).known);

/** @throws Error when storage is full or gone; the caller tells the reader */
export function setSettings(change: Partial<Settings>): Promise<void> {
  // One after the other: two changes in one moment would each write over what the other read.
  const before = writing;
  const done = write(change, before);
  writing = done.catch(() => undefined);
  return done;
}

async function write(change: Partial<Settings>, before: Promise<unknown>): Promise<void> {
  await before;
  const { raw } = await stored();
  await browser.storage.local.set({
    [KEY]: { ...raw, ...change, version: Math.max(VERSION, Number(raw['version']) || 0) },
  });
}

let writing: Promise<unknown> = Promise.resolve();

/** The fields in which `next` differs from `before`: what a reader changed, and nothing else. */
export const changedFields = (before: Settings, next: Settings): Partial<Settings> =>
  Object.fromEntries(
    Object.entries(next).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof Settings]),
    ),
  ) as Partial<Settings>;

/** Calls back with all settings after any change, until the signal aborts. */
export function onSettings(changed: (settings: Settings) => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && KEY in changes) changed(withDefaults(readStored(changes[KEY]?.newValue)));
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}

/** Adds a host to one list of sites and takes it off the other. */
export async function setSite(hostName: string, state: 'on' | 'off' | 'default'): Promise<void> {
  const { known } = await stored();
  const without = (list: readonly string[] | undefined) => (list ?? []).filter((h) => h !== hostName);
  await setSettings({
    off: state === 'off' ? [...without(known.off), hostName] : without(known.off),
    on: state === 'on' ? [...without(known.on), hostName] : without(known.on),
  });
}
