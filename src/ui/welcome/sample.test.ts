import { expect, it } from 'vitest';
import { UI_LANGS, sayIn } from '../strings/index.ts';
import { piecesOf } from './sample.ts';

it('splits a marked text', () => {
  expect(piecesOf('A [b-1|c] d')).toEqual([
    { text: 'A ', id: null },
    { text: 'c', id: 'b-1' },
    { text: ' d', id: null },
  ]);
});

it.each(UI_LANGS)('the sample in %s has three terms', (lang) => {
  expect(piecesOf(sayIn(lang)('welcome.sample')).filter((p) => p.id)).toHaveLength(3);
});
