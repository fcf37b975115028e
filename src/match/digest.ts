/**
 * What a reader has of the notes, in ten letters a record, so that a later version can say what changed. Pure.
 * Kept for years in readers' storage: what goes into a record's code must never depend on the order of fields or on how
 * the package stores them. Change it and every note counts as changed; then raise `SHAPE` in shell/seen.ts.
 */
import { STEPS } from '../facts/schema.ts';
import type { Note } from './base.ts';

/** Letters of the code of an id, and of a content. 30 bits: that two of 2,000 ids share one is one in 500. */
const LETTERS = 5;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Fields that are not what a note says: where it leads, who says it, when someone last looked. */
const ASIDE: ReadonlySet<string> = new Set([
  'id',
  'aliases',
  'surname',
  'relations',
  'wikidata',
  'sources',
  'checked',
  'asOf',
  'reviewBy',
  'weight',
]);

/** JSON with keys in order and texts in the two languages of notes only. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inside]) => inside !== undefined);
  const texts = 'en' in value && 'ru' in value;
  return entries
    .filter(([key]) => !texts || key === 'en' || key === 'ru')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inside]) => [key, canonical(inside)]);
}

/** FNV-1a with MurmurHash3's finish, 30 bits as letters. */
function code(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash = (hash ^ (hash >>> 16)) >>> 0;
  let out = '';
  for (let i = 0; i < LETTERS; i++) out += ALPHABET[(hash >>> (i * 6)) & 63];
  return out;
}

const contentOf = (note: Note): string =>
  code(
    JSON.stringify(canonical(Object.fromEntries(Object.entries(note).filter(([key]) => !ASIDE.has(key))))),
  );

/** A flight's own date made into an event: it changes with its flight. */
const isDerived = ({ id, kind, relations }: Note): boolean =>
  kind === 'event' && STEPS.some((step) => id === `${relations?.about?.[0]}-${step}`);

const written = (notes: Iterable<Note>): Note[] => [...notes].filter((note) => !isDerived(note));

export const digestOf = (notes: Iterable<Note>): string =>
  written(notes)
    .map((note) => code(note.id) + contentOf(note))
    .join('');

export interface Changes {
  changed: Note[];
  added: Note[];
}

/**
 * @param digest of the notes of another version, whichever
 * @param notes those at hand
 * @returns null for text that is no digest
 */
export function changesSince(digest: string, notes: Iterable<Note>): Changes | null {
  if (!/^(?:[\w-]{10})*$/.test(digest)) return null;
  const had = new Map<string, string>();
  for (let at = 0; at < digest.length; at += 2 * LETTERS)
    had.set(digest.slice(at, at + LETTERS), digest.slice(at + LETTERS, at + 2 * LETTERS));
  const changes: Changes = { changed: [], added: [] };
  for (const note of written(notes)) {
    const before = had.get(code(note.id));
    if (before === undefined) changes.added.push(note);
    else if (before !== contentOf(note)) changes.changed.push(note);
  }
  return changes;
}
