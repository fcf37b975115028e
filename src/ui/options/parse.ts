/** Settings as a file: written and read. Pure; a file comes from anywhere, so every field is looked at. */
import type { Settings } from '../settings-type.ts';
import { UI_LANGS } from '../strings/index.ts';

export type Parsed =
  | { ok: true; settings: Settings }
  | { ok: false; problem: 'json' | 'shape' }
  | { ok: false; problem: 'field'; field: string };

/** Marks a file as ours, and says which shape it has. */
const FORMAT = 'station-brief-settings-1';

const CHOICES = {
  strength: ['faint', 'normal', 'strong'],
  marks: ['first', 'all'],
  trigger: ['hover', 'click', 'key'],
  lang: ['auto', ...UI_LANGS],
  theme: ['system', 'light', 'dark'],
} as const;

/** Longest entry a file may bring: the longest name of a host, and a port. */
const LONGEST = 260;

export const settingsText = (settings: Settings): string =>
  `${JSON.stringify({ format: FORMAT, ...settings }, null, 2)}\n`;

/**
 * @param most entries of one list, as settings can store them
 * @returns the settings, or the first thing wrong. Unknown fields are ignored, missing ones are an error.
 */
export function parseSettings(text: string, most: number): Parsed {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'json' };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return { ok: false, problem: 'shape' };
  const fields = new Map<string, unknown>(Object.entries(data));
  if (fields.get('format') !== FORMAT) return { ok: false, problem: 'shape' };
  const strength = oneOf(CHOICES.strength, fields.get('strength'));
  if (!strength) return bad('strength');
  const marks = oneOf(CHOICES.marks, fields.get('marks'));
  if (!marks) return bad('marks');
  const trigger = oneOf(CHOICES.trigger, fields.get('trigger'));
  if (!trigger) return bad('trigger');
  const lang = oneOf(CHOICES.lang, fields.get('lang'));
  if (!lang) return bad('lang');
  const theme = oneOf(CHOICES.theme, fields.get('theme'));
  if (!theme) return bad('theme');
  const off = list(fields.get('off'), isHost, most);
  if (!off) return bad('off');
  const on = list(fields.get('on'), isHost, most);
  if (!on) return bad('on');
  const muted = list(fields.get('muted'), (id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id), most);
  if (!muted) return bad('muted');
  return { ok: true, settings: { strength, marks, trigger, lang, theme, off, on, muted } };
}

const bad = (field: string): Parsed => ({ ok: false, problem: 'field', field });

const oneOf = <T extends string>(choices: readonly T[], value: unknown): T | undefined =>
  choices.find((choice) => choice === value);

function list(value: unknown, sound: (entry: string) => boolean, most: number): string[] | null {
  if (!Array.isArray(value) || value.length > most) return null;
  const entries: string[] = [];
  for (const entry of value as unknown[]) {
    if (typeof entry !== 'string' || entry.length > LONGEST || !sound(entry)) return null;
    entries.push(entry);
  }
  return [...new Set(entries)];
}

/** A host as addresses carry it: pages can be on more than a reader would type (`[::1]`, `a_b.example`, a port). */
const isHost = (text: string): boolean =>
  ['https:', 'http:'].some(
    (scheme) => URL.canParse(`${scheme}//${text}`) && new URL(`${scheme}//${text}`).host === text,
  );

/** The host, and a port that is not the usual one, in what a reader typed: `News.Example.org`, `https://news.example.org/a`. */
export function hostOf(text: string): string | null {
  const trimmed = text.trim();
  if (!trimmed || /\s/.test(trimmed)) return null;
  try {
    const { host, hostname, protocol } = new URL(
      /^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`,
    );
    const named = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(hostname) || hostname === 'localhost';
    return named && /^https?:$/.test(protocol) ? host : null;
  } catch {
    return null;
  }
}
