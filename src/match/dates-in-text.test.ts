import { describe, expect, it } from 'vitest';
import { datesIn } from './dates-in-text.ts';
import { tokenise } from './tokens.ts';

const dates = (text: string, published: string | null = '2021-09-22') => [
  ...datesIn(tokenise(text), published),
];

describe('dates that a text names', () => {
  it.each([
    ['English, American', 'It moves on September 28, 2021.', ['2021-09-28']],
    ['English, short', 'It flies Oct. 5.', ['2021-10-05']],
    ['English, ordinal', 'on the 5th of October 2021', ['2021-10-05']],
    ['English, British', 'on 5 October', ['2021-10-05']],
    ['a month with its year', 'found in August 2018', ['2018-08']],
    ['a month alone', 'found in August', []],
    ['the verb', 'It may fly.', []],
    ['the nearest year: the one before', 'in space since 28 December', ['2020-12-28'], '2021-01-04'],
    ['the nearest year: the one after', 'it flies on January 4', ['2022-01-04'], '2021-12-28'],
    ['without a date of the article', 'it flies on January 4', [], null],
    ['with its own year, without one', 'it flew on January 4, 1998', ['1998-01-04'], null],
    ['a day no month has', 'on 31 February', []],
    ['German', 'am 28. September', ['2021-09-28']],
    ['French', 'le 1er août 2022', ['2022-08-01']],
    ['Spanish', 'el 28 de septiembre de 2021', ['2021-09-28']],
    ['Italian', 'il 9 novembre 2013', ['2013-11-09']],
    ['Portuguese', 'em 28 de março de 2021', ['2021-03-28']],
    ['Polish', '28 września 2021 r.', ['2021-09-28']],
    ['Romanian', 'pe 28 septembrie', ['2021-09-28']],
    ['Russian', '11 февраля 2023 года', ['2023-02-11']],
    ['Russian, a month', 'в августе 2018 года', ['2018-08']],
    ['Ukrainian', '28 вересня', ['2021-09-28']],
    ['Japanese', '2021年9月28日に', ['2021-09-28']],
    ['Chinese, without a year', '10月5日', ['2021-10-05']],
    ['several', 'on 5 October and 28 September', ['2021-10-05', '2021-09-28']],
  ])('%s', (_name, text, expected, published: string | null = '2021-09-22') =>
    expect(dates(text, published)).toEqual(expected),
  );
});
