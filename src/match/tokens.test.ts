import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWord, hashWord, textOf, tokenise, type Tokens } from './tokens.ts';

const words = (t: Tokens): string[] => Array.from({ length: t.count }, (_, i) => textOf(t, i, i));
const list = (numbers: Int32Array | Uint8Array): string => Array.from(numbers).join('');

describe('words', () => {
  it.each([
    ['spaces and stops', 'The ISS, at last.', ['The', 'ISS', 'at', 'last']],
    ['hyphens', 'Soyuz-MS-26', ['Soyuz', 'MS', '26']],
    ['apostrophes', 'O’Hara’s', ['O', 'Hara', 's']],
    ['a soft hyphen stays inside', 'Ros\u00adcosmos', ['Ros\u00adcosmos']],
    ['ignored signs at the edges belong to no word', '\u200bISS\u200b MKS', ['ISS', 'MKS']],
    ['an accent typed apart', 'cafe\u0301 bar', ['cafe', 'bar']],
    ['Chinese: one sign a token', '空间站', ['空', '间', '站']],
    ['Japanese with Latin letters', 'ソユーズMS', ['ソ', 'ユ', 'ー', 'ズ', 'MS']],
    ['Korean is written with spaces', '국제우주정거장 러시아', ['국제우주정거장', '러시아']],
    ['emoji separate', 'NASA🚀ISS', ['NASA', 'ISS']],
    ['half a surrogate pair', 'a\ud83db', ['a', 'b']],
    ['nothing', '', []],
    ['only ignored signs', '\u00ad\u200b', []],
  ])('%s', (_name, text, expected) => expect(words(tokenise(text))).toEqual(expected));

  it('gives one hash to spellings that count as one', () => {
    const hash = (text: string) => tokenise(text).hash[0];
    expect(hash('Ros\u00adcosmos')).toBe(hash('ROSCOSMOS'));
    expect(hash('Королёв')).toBe(hash('КОРОЛЕВ'));
    expect(hash('МКC')).toBe(hash('МКС')); // a Latin C
    expect(hash('Rоscosmos')).toBe(hash('Roscosmos')); // a Cyrillic о
    expect(hash('nasa')).toBe(hashWord('nasa'));
    expect(hash('nasa')).not.toBe(hash('esa'));
  });

  it('hashes the first four letters apart, for prefixes', () => {
    const stem = (text: string) => tokenise(text).stem[0];
    expect(stem('deorbit')).toBe(stem('DE\u00adOrbiting'));
    expect(stem('mir')).toBe(0);
  });

  it('grows beyond its first room', () => expect(tokenise('a '.repeat(5000)).count).toBe(5000));
});

describe('what stands between words', () => {
  it.each([
    ['spaces, hyphens and apostrophes join', "Soyuz MS-26 O'Hara", '01111'],
    ['quotes join', 'модуль «Заря»', '01'],
    ['a no-break space joins', 'Союз\u00a0МС', '01'],
    ['a line break inside a block joins', 'International\u2028Space', '01'],
    ['commas do not', 'Space, Station', '00'],
    ['a paragraph does not', 'Space\nStation', '00'],
    ['a long gap does not', `Space${' '.repeat(100)}Station`, '00'],
    ['indentation inside a name does', `Space${' '.repeat(20)}Station`, '01'],
    ['too many signs do not', 'Space -- "\' Station', '00'],
    ['an abbreviation joins', 'St. Petersburg U.S. crew', '01111'],
    ['the end of a sentence does not', 'Station. Space', '00'],
    ['a decimal number joins', '51.6 and 10,000', '01111'],
    ['a middle dot joins', 'ドミ・トリ', '0111'],
  ])('%s', (_name, text, joined) => expect(list(tokenise(text).joined)).toBe(joined));

  it.each([
    ['a stop and a capital', 'It flew. They saw. then fell', '001111'],
    ['a question', 'Who? They.', '01'],
    ['an initial is no end', 'Mr. Smith, U.S. Senate', '00000'],
    ['a number may be one', 'In 2030. Then', '001'],
    ['a point inside a number', 'At 51.6 degrees', '0000'],
    ['Chinese stops', '它。他', '01'],
    ['a new paragraph', 'One two\nthree', '001'],
    ['Russian year', 'в 2025 г. Роскосмос', '0000'],
    ['an address', 'see nasa.gov now', '0000'],
  ])('sentences: %s', (_name, text, sentence) => expect(list(tokenise(text).sentence)).toBe(sentence));

  it.each([
    ['straight', 'he said "it is" so', '00110'],
    ['curly', 'he “said it” so', '0110'],
    ['Russian', 'он «сказал это» так', '0110'],
    ['German', 'er „sagte es“ so', '0110'],
    ['Japanese', '彼「言」彼', '010'],
    ['an apostrophe quotes nothing', "it's the crew's", '00000'],
    ['a quote left open ends with its paragraph', 'he “said it\nand so on', '011000'],
  ])('quotation: %s', (_name, text, quoted) => expect(list(tokenise(text).quoted)).toBe(quoted));

  it('counts paragraphs', () => expect(list(tokenise('a b\nc\n\nd').paragraph)).toBe('0012'));
});

describe('for any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.string({
      unit: fc.constantFrom('a', 'Я', '站', 'ソ', ' ', '\n', '.', '"', '“', '\u00ad', '\ud83d', '1', '-'),
      maxLength: 400,
    }),
  );

  it('tokens are ascending, apart, in range, and begin and end with a letter', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const t = tokenise(text);
        let last = 0;
        for (let i = 0; i < t.count; i++) {
          const [start, end] = [t.start[i] as number, t.end[i] as number];
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(foldedWord(text, start, start + 1)).not.toBe('');
          expect(foldedWord(text, end - 1, end)).not.toBe('');
          last = end;
        }
      }),
    );
  });

  it('sentences and paragraphs never fall, and no paragraph is inside a sentence', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const t = tokenise(text);
        for (let i = 1; i < t.count; i++) {
          expect(t.sentence[i]).toBeGreaterThanOrEqual(t.sentence[i - 1] as number);
          expect(t.paragraph[i]).toBeGreaterThanOrEqual(t.paragraph[i - 1] as number);
          if (t.paragraph[i] !== t.paragraph[i - 1]) expect(t.sentence[i]).not.toBe(t.sentence[i - 1]);
          if (t.sentence[i] !== t.sentence[i - 1] && t.paragraph[i] !== t.paragraph[i - 1])
            expect(t.joined[i]).toBe(0);
        }
      }),
    );
  });

  it('no letter is lost: the words together are the folded text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const t = tokenise(text);
        const together = words(t)
          .map((w) => foldedWord(w, 0, w.length))
          .join('');
        expect(together).toBe(foldedWord(text, 0, text.length));
      }),
    );
  });
});
