/** The compiled base inside the bundle. The build puts the JSON in; it is read when first asked for. */
import { makeBase, type Base, type Note } from '../match/base.ts';
import { unpackIndex, type PackedIndex } from '../match/pack.ts';
import index from 'station-brief:index';
import notes from 'station-brief:notes';

let made: Base | undefined;

export const base = (): Base =>
  (made ??= makeBase(unpackIndex(JSON.parse(index) as PackedIndex), JSON.parse(notes) as Note[]));
