/** What an update changed in the notes: asked by the popup, answered from the base, told once. */
import type { NoteLang } from '../match/card.ts';
import { changesSince, digestOf } from '../match/digest.ts';
import { hitOf } from '../match/search.ts';
import type { News } from '../shell/messages.ts';
import { getSeen, setSeen } from '../shell/seen.ts';
import { base } from './shipped-base.ts';

/** Keeps the notes of this version as those the reader has had. */
export const rememberNotes = (): Promise<void> => setSeen(digestOf(base().notes.values()));

/** @returns null when there is nothing to tell: then it is not asked again until the next version */
export async function newsOf(lang: NoteLang): Promise<News | null> {
  const seen = await getSeen();
  if (seen.kind === 'current') return null;
  const changes = seen.kind === 'older' ? changesSince(seen.digest, base().notes.values()) : null;
  if (!changes || changes.changed.length + changes.added.length === 0) {
    await rememberNotes();
    return null;
  }
  return {
    changed: changes.changed.map((note) => hitOf(note, lang)),
    added: changes.added.map((note) => hitOf(note, lang)),
  };
}
