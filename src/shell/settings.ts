/** The reader's settings. Only what was set is stored, so that a better default still reaches everybody. */
import * as v from 'valibot';
import type { Settings } from '../ui/settings-type.ts';
import { browser } from './browser.ts';

/** Raised when the stored shape changes. So far there is one; settings.test.ts has all that was ever stored. */
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
export const host = v.pipe(v.string(), v.check(isHost));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,253}$/));

/** Longest list of sites or muted records: more is not something a reader made. */
export const MOST_ENTRIES = 5000;
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

/** @throws Error when storage cannot be read: then nothing may be written over what is there */
async function rawStored(): Promise<Record<string, unknown>> {
  const raw = (await browser.storage.local.get(KEY))[KEY] as unknown;
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
    ? (raw as Record<string, unknown>)
    : {};
}

const known = (): Promise<Stored> => rawStored().then(readStored, () => ({}));

/** Never throws: what cannot be read is the default. */
export const getSettings = async (): Promise<Settings> => withDefaults(await known());

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
  const raw = await rawStored();
  const version = Number(raw['version']) || 0;
  const short = cut(change);
  const kept = version > VERSION ? withUnknown(short, raw) : short;
  await browser.storage.local.set({ [KEY]: { ...raw, ...kept, version: Math.max(VERSION, version) } });
}

/** Entries of a later version that this one cannot read stay in their lists: the reader may go back to it. */
function withUnknown(change: Partial<Settings>, raw: Record<string, unknown>): Record<string, unknown> {
  const entries = { off: host, on: host, muted: id };
  const out: Record<string, unknown> = { ...change };
  for (const key of ['off', 'on', 'muted'] as const) {
    const [ours, theirs] = [change[key], raw[key]];
    if (ours && Array.isArray(theirs))
      out[key] = [...ours, ...theirs.filter((entry) => !v.is(entries[key], entry))];
  }
  return out;
}

/** The latest entries of a list that grew too long: reading would take its oldest. */
const cut = (change: Partial<Settings>): Partial<Settings> =>
  Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.slice(-MOST_ENTRIES) : value,
    ]),
  ) as Partial<Settings>;

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

export const SITE_STATES = ['on', 'off', 'default'] as const;
export type SiteState = (typeof SITE_STATES)[number];

/** Adds a host to one list of sites and takes it off the other. @throws Error as `setSettings` */
export async function setSite(hostName: string, state: SiteState): Promise<void> {
  const { off, on } = await known();
  const without = (list: readonly string[] | undefined) => (list ?? []).filter((h) => h !== hostName);
  await setSettings({
    off: state === 'off' ? [...without(off), hostName] : without(off),
    on: state === 'on' ? [...without(on), hostName] : without(on),
  });
}
