import { describe, expect, it } from 'vitest';
import { said } from './test-base.ts';

const agencies = (text: string, lang = 'en') => said(text, { lang }).filter((s) => s.endsWith('=roscosmos'));

describe('an agency described and named in one breath', () => {
  it.each([
    ['before the name', 'The Russian space agency Roscosmos flies.', 'en', ['Roscosmos=roscosmos']],
    ['with a comma', 'The Russian space agency, Roscosmos, flies.', 'en', ['Roscosmos=roscosmos']],
    ['after the name', 'Roscosmos (the Russian space agency) flies.', 'en', ['Roscosmos=roscosmos']],
    ['in Russian', 'Российское космическое агентство «Роскосмос» летает.', 'ru', ['Роскосмос=roscosmos']],
    ['alone', 'The Russian space agency flies.', 'en', ['Russian space agency=roscosmos']],
    [
      'in another sentence',
      'It was Roscosmos. Russian space agency staff fly.',
      'en',
      ['Roscosmos=roscosmos', 'Russian space agency=roscosmos'],
    ],
    [
      'farther off',
      'Roscosmos, long known as the Russian space agency, flies.',
      'en',
      ['Roscosmos=roscosmos', 'Russian space agency=roscosmos'],
    ],
    [
      'as a title, which is a name',
      'The Russian Space Agency Roscosmos flies.',
      'en',
      ['Russian Space Agency=roscosmos', 'Roscosmos=roscosmos'],
    ],
  ])('%s', (_name, text, lang, expected) => expect(agencies(text, lang)).toEqual(expected));
});

describe('a word most readers know', () => {
  const walks = (text: string, title = '') =>
    said(text, { title }).filter((s) => s.endsWith('=spacewalk')).length;
  it.each([
    ['once', 'The crew rested after a spacewalk.', '', 0],
    ['twice', 'A spacewalk on Monday, a spacewalk on Friday.', '', 0],
    ['three times', 'A spacewalk, then a spacewalk, then a spacewalk.', '', 3],
    ['in the headline', 'After the spacewalk they rested.', 'A spacewalk at last', 2],
  ])('%s', (_name, text, title, expected) => expect(walks(text, title)).toBe(expected));
});
