import { describe, expect, it } from 'vitest';
import { firstSentence, formatAfter, formatDate, formatSpan, languageName } from './format.ts';

// Browsers put different spaces into dates; which one is not ours to say.
const flat = (text: string) => text.replace(/\u2009–\u2009/g, '–').replace(/[\u00a0\u2009\u202f]/g, ' ');

describe('dates', () => {
  it.each([
    ['2025', 'en', '2025'],
    ['2025-07', 'en', 'July 2025'],
    ['2025-07-31', 'en', '31 July 2025'],
    ['2025', 'ru', '2025'],
    ['2025-07', 'ru', 'июль 2025'],
    ['2025-07-31', 'ru', '31 июля 2025'],
    ['2025-07', 'de', 'Juli 2025'],
    ['2025-07-31', 'de', '31. Juli 2025'],
    ['2025-07', 'fr', 'juillet 2025'],
    ['2025-07-31', 'fr', '31 juillet 2025'],
    ['2025-07', 'es', 'julio de 2025'],
    ['2025-07-31', 'es', '31 de julio de 2025'],
    ['spring 2023', 'en', 'spring 2023'],
  ] as const)('%s in %s', (date, lang, text) => expect(flat(formatDate(date, lang))).toBe(text));

  it.each([
    ['2025-02', 'ru', 'февраля 2025'],
    ['2025-02-06', 'fr', 'le 6 février 2025'],
    ['2025-02-06', 'es', 'el 6 de febrero de 2025'],
    ['2025-02', 'es', 'febrero de 2025'],
    ['2025-02-06', 'en', '6 February 2025'],
  ] as const)('%s after a preposition in %s', (date, lang, text) =>
    expect(flat(formatAfter(date, lang))).toBe(text),
  );

  it.each([
    ['2018', '2021', 'en', '2018–2021'],
    ['2027-05-03', '2027-05-05', 'en', '3–5 May 2027'],
    ['2027', '2028-03', 'en', '2027 – March 2028'],
    ['2027-05', '2027-05', 'en', 'May 2027'],
  ] as const)('%s to %s', (from, to, lang, text) => expect(flat(formatSpan(from, to, lang))).toBe(text));
});

describe('first sentence', () => {
  it.each([
    ['One. Two.', 'One.'],
    ['No end', 'No end'],
    ['The U.S. Congress met Yu. Borisov. Then more.', 'The U.S. Congress met Yu. Borisov.'],
    ['Since 2.5 years ago. Next.', 'Since 2.5 years ago.'],
    ['Решение принято в 2023 г. Россией. Дальше.', 'Решение принято в 2023 г. Россией.'],
    ['He said “no.” She left.', 'He said “no.”'],
  ])('%s', (text, first) => expect(firstSentence(text)).toBe(first));
});

it('names a language, or gives its code back', () => {
  expect(languageName('ru', 'en')).toBe('Russian');
  expect(languageName('!', 'en')).toBe('!');
});
