import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { articleOf, parseLines, parseRows } from './inspect-article.ts';

/** The article of one line with these fields. */
const article = (fields: object) => parseRows(JSON.stringify({ id: 1, ...fields }), 'x').map(articleOf)[0];

describe('rows of a JSONL file', () => {
  it('skips empty lines and keeps fields it does not know', () => {
    expect(parseRows('\n{"id":"a","label":"near"}\r\n\n{"id":"b"}\n', 'x')).toMatchObject([
      { id: 'a', label: 'near', title: '' },
      { id: 'b' },
    ]);
  });
  it.each([
    ['{"id":"a"}\n{"id":', 'f.jsonl, line 2: not valid JSON'],
    ['{"id":"a","text":5}', 'f.jsonl, line 1: text: expected text'],
    ['5', 'f.jsonl, line 1: '],
  ])('%s', (content, message) => expect(() => parseRows(content, 'f.jsonl')).toThrow(message));
  it('says a problem of the whole line without a path', () => {
    expect(() => parseLines('"a"', v.number('expected a number'), 'f')).toThrow(
      'f, line 1: expected a number',
    );
  });
});

describe('the article of a row', () => {
  it.each([
    ['2025-07-31', '2025-07-31'],
    ['2025-07', '2025-07'],
    ['2025-07-31T10:00:00Z', '2025-07-31'],
    ['31 July 2025', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('published %s: %s', (published, expected) => expect(article({ published })?.published).toBe(expected));

  it.each([
    ['de', 'The station', 'de'],
    ['', 'The crew of the station returned to the ground and the agency said that it was well.', 'en'],
    [null, 'Экипаж станции вернулся на Землю, сообщили в агентстве.', 'ru'],
  ])('language %j of “%s”: %s', (lang, text, expected) =>
    expect(article({ lang, text })?.lang).toBe(expected),
  );

  it.each([
    [{}, false],
    [{ url: null }, false],
    [{ url: 'https://one.example/' }, true],
  ])('%j has an address: %s', (fields, expected) => expect('url' in (article(fields) ?? {})).toBe(expected));
});
