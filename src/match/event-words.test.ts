import { describe, expect, it } from 'vitest';
import { noteOf, type Note } from './base.ts';
import { likenessOf } from './event-words.ts';
import { event, fact } from './test-base.ts';
import { tokenise } from './tokens.ts';

const named = (id: string, en: string, ru: string): Note =>
  noteOf({ ...event(id, '2013', ['x']), name: { en, ru } });
const torch = named('torch', 'Cosmonauts take the Sochi torch outside', 'Космонавты выносят факел Сочи');
const first = named('first', 'The first Soyuz is launched', 'Первый «Союз» запущен');
const second = named('second', 'The second Soyuz is launched', 'Второй «Союз» запущен');
const third = named('third', 'The third Soyuz is launched', 'Третий «Союз» запущен');
const all = [torch, first, second, third, noteOf(fact('x', 'concept', 'Sochi torch'))];
const notes = new Map(all.map((n) => [n.id, n]));

const like = (text: string, note: Note, lang = 'en') =>
  likenessOf(tokenise(text), notes, lang).get(note) ?? 0;

describe('how much of an event’s name stands in a text', () => {
  it.each([
    ['nothing', 'Rain in Rome.', torch, 0],
    ['all of it', 'Cosmonauts will take outside the torch of Sochi.', torch, 1],
    ['in Russian cases', 'Факел Сочи вынесли, космонавты выносят.', torch, 1],
    ['one name of its own, in any language', 'La antorcha de Sochi 2014', torch, 0.1],
    ['one everyday word', 'They went outside.', torch, 0],
  ])('%s', (_name, text, note, least) => {
    if (least === 0) expect(like(text, note)).toBe(0);
    else expect(like(text, note)).toBeGreaterThanOrEqual(least);
  });
  it('words that many names have say little, rare ones much', () =>
    expect(like('The Soyuz is launched.', first)).toBeLessThan(like('The torch of Sochi.', torch)));
  it('in a language without names, only proper names count', () =>
    expect(like('Cosmonauts outside.', torch, 'nl')).toBe(0));
  it('records that are no events have none', () =>
    expect([...likenessOf(tokenise('Sochi torch'), notes, 'en').keys()].map((n) => n.kind)).not.toContain(
      'concept',
    ));
});
