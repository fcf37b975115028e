/** The compiled base inside the bundle. The build puts the JSON in; each part is read when first asked for. */
import { makeBase, type Base } from '../match/base.ts';
import { unpackNotes, type PackedNotes } from '../match/pack-notes.ts';
import { openIndex, type PackedIndex } from '../match/pack.ts';
import index from 'station-brief:index';
import notes from 'station-brief:notes';

let made: Base | undefined;

export const base = (): Base =>
  (made ??= makeBase(openIndex(JSON.parse(index) as PackedIndex), () =>
    unpackNotes(JSON.parse(notes) as PackedNotes),
  ));
