import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldText, IGNORED, isKatakana, isSign, otherScript, SEPARATOR } from './fold.ts';

const unit = (char: string): number => char.charCodeAt(0);

describe('fold', () => {
  it.each([
    ['capitals', 'NASA', 'nasa'],
    ['accents of Latin letters', 'estación Étienne Ångström', 'estacionetienneangstrom'],
    ['a letter that only looks accented', 'Łódź', 'łodz'],
    ['ё and е', 'Королёв', 'королев'],
    ['й and и', 'Юрий', 'юрии'],
    ['Ukrainian ї and і', 'Україна', 'украіна'],
    ['Greek accents', 'Διεθνής', 'διεθνης'],
    ['full-width letters and digits', 'ＩＳＳ２０３０', 'iss2030'],
    ['half-width katakana', 'ｿﾕ', 'ソユ'],
    ['soft hyphens', 'Ros\u00adcos\u00admos', 'roscosmos'],
    ['zero-width and bidirectional controls', 'NA\u200bS\u200d\u202eA\u2069\ufeff', 'nasa'],
    ['combining accents', 'Koro\u0308lev', 'korolev'],
    ['the long vowel mark is kept', 'ステーション', 'ステーション'],
    ['separators are left out', 'Soyuz-MS, «Союз»', 'soyuzmsсоюз'],
    ['German sharp s has no shorter form', 'Straße', 'straße'],
    ['a capital with a longer lower case keeps one unit', 'İstanbul', 'istanbul'],
    ['emoji', '🚀ISS🛰', 'iss'],
  ])('%s', (_name, text, folded) => expect(foldText(text)).toBe(folded));

  it.each([' ', '\n', '-', '’', '«', '.', '・', '·', '\u00a0', '\ud83d', '\ude80', '\0'])(
    '%j separates',
    (char) => expect(fold(unit(char))).toBe(SEPARATOR),
  );
  it.each(['\u00ad', '\u200b', '\u2060', '\u0301', '\ufe0f'])('%j is ignored', (char) =>
    expect(fold(unit(char))).toBe(IGNORED),
  );

  it('folds every unit to one unit, and what is folded to itself', () => {
    for (let u = 0; u <= 0xffff; u++) {
      const folded = fold(u);
      expect(Number.isInteger(folded) && folded >= 0 && folded <= 0xffff).toBe(true);
      if (u === 0x37a) continue; // a Greek sign that is a space to NFKC; no word holds it
      if (folded > IGNORED && fold(folded) !== folded)
        expect.fail(
          `U+${u.toString(16)} folds to U+${folded.toString(16)}, and that to U+${fold(folded).toString(16)}`,
        );
    }
  });

  it('never makes a text longer', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => foldText(text).length <= text.length));
  });
});

describe('scripts', () => {
  it.each([
    ['站', true, false],
    ['ス', true, true],
    ['の', true, false],
    ['ー', true, true],
    ['々', true, false],
    ['・', true, false],
    ['a', false, false],
    ['я', false, false],
    ['국', false, false],
  ])('%s: sign %s, katakana %s', (char, sign, katakana) => {
    expect(isSign(unit(char))).toBe(sign);
    expect(isKatakana(unit(char))).toBe(katakana);
  });

  it.each([
    ['nаsа', 'latin', 'nasa'], // two Cyrillic а
    ['мкc', 'cyrillic', 'мкс'], // a Latin c
    ['роскосмоs', 'cyrillic', ''], // s looks like no Cyrillic letter
    ['жnasa', 'latin', ''],
    ['о2', 'latin', 'o2'],
  ] as const)('%s taken for %s is %j', (word, to, other) => expect(otherScript(word, to)).toBe(other));
});
