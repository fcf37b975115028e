import { describe, expect, it } from 'vitest';
import { compileIndex, sharedForms } from './compile.ts';
import { formText, langBit } from './form.ts';
import { surnameOf } from './entity-forms.ts';
import { makeMatcher } from './matcher.ts';
import { hitText, scan } from './scan.ts';
import { BASE, fact, FACTS, INDEX, LEXICON, said } from './test-base.ts';
import { tokenise } from './tokens.ts';

describe('spellings of a name', () => {
  it.each([
    ['as it stands', 'en', 'International Space Station=iss'],
    ['small letters', 'en', 'international space station=iss'],
    ['hyphens', 'en', 'International-Space-Station=iss'],
    ['a dash of another kind', 'en', 'Soyuz‑MS=soyuz-ms'],
    ['no-break spaces', 'en', 'International\u00a0Space\u202fStation=iss'],
    ['a line break in the source', 'en', 'International \t  Space Station=iss'],
    ['a break inside a paragraph', 'en', 'International\u2028Space Station=iss'],
    ['soft hyphens', 'en', 'Inter\u00adnational Space Sta\u00adtion=iss'],
    ['zero-width spaces', 'en', 'Ros\u200bcosmos=roscosmos'],
    ['full-width letters', 'en', 'ＮＡＳＡ=nasa'],
    ['a typographic apostrophe', 'en', 'Loral O’Hara=ohara'],
    ['no apostrophe at all', 'en', 'Loral O Hara=ohara'],
    ['accents', 'en', 'Dmítry Bakanov=bakanov'],
    ['an accent typed apart', 'en', 'Dmi\u0301try Bakanov=bakanov'],
    ['Cyrillic look-alikes in a Latin word', 'en', 'Rоscоsmоs=roscosmos'],
    ['Latin look-alikes in a Cyrillic word', 'ru', 'Pоскосмoc=roscosmos'],
    ['other quotes', 'ru', 'модуль "Заря=zarya'],
    ['no quotes', 'ru', 'модуль Заря=zarya'],
    ['ё for е', 'ru', 'перекрестные полеты=seat-swap'],
    ['a plural', 'en', 'seat swaps=seat-swap'],
    ['a Japanese name without its dot', 'ja', 'ドミトリーバカノフ=bakanov'],
    ['with another dot', 'ja', 'ドミトリー＝バカノフ=bakanov'],
    ['Chinese', 'zh', '国际空间站=iss'],
    ['an English name in another language', 'xx', 'International Space Station=iss'],
  ])('%s', (_name, lang, form) => {
    const surface = form.slice(0, form.lastIndexOf('='));
    expect(said(`— ${surface} —`, { lang })).toEqual([form]);
  });

  it.each([
    ['a paragraph’s end inside', 'en', 'International Space\nStation'],
    ['a comma inside', 'en', 'International, Space Station'],
    ['a bracket inside', 'en', 'International (Space) Station'],
    ['the German verb', 'de', 'Sie iss nicht viel. Iss mehr!'],
    ['capitals but not all', 'en', 'Iss iSS'],
    ['part of a word', 'en', 'MNASA NASAs Roscosmosian'],
    ['a Japanese name inside a longer one', 'ja', 'プロスコスモス'],
    ['and at its end', 'ja', 'ロスコスモスク'],
    ['look-alike letters that spell nothing', 'en', 'Rоscоsmоsж'],
  ])('not %s', (_name, lang, text) => expect(said(text, { lang })).toEqual([]));

  it('capitals where they matter', () =>
    expect(said('ISS and I\u00adSS', { lang: 'de' })).toEqual(['ISS=iss', 'I\u00adSS=iss']));
  it('Japanese names beside other katakana with a dot between', () =>
    expect(said('ロスコスモス・ロスコスモス', { lang: 'ja' })).toHaveLength(2));
  it('Japanese names between other signs', () =>
    expect(said('露ロスコスモス社', { lang: 'ja' })).toEqual(['ロスコスモス=roscosmos']));
});

describe('scan', () => {
  const hits = (text: string, lang: string) => {
    const tokens = tokenise(text);
    return [BASE.matcher.names(lang), BASE.matcher.cues(lang)]
      .flatMap((trie) => scan(tokens, trie))
      .map((h) => `${h.target.kind} ${hitText(tokens, h)}`);
  };
  it('finds names, topic cues, words of the lexicon and claim lines together', () =>
    expect(new Set(hits('The only astronauts withdraw from NASA', 'en'))).toEqual(
      new Set(['line only', 'lexicon astronauts', 'topic withdraw', 'line withdraw', 'entity NASA']),
    ));
  it('keeps cues and lexicon to their language', () =>
    expect(hits('The only astronauts withdraw', 'fr')).toEqual([]));
  it('matches prefixes from their whole length on', () => {
    expect(hits('orbi', 'en')).toEqual([]);
    expect(hits('orbit orbital', 'en')).toEqual(['lexicon orbit', 'lexicon orbital']);
  });
  it('gives the longest form at a place first', () =>
    expect(hits('NASA Administrator', 'en')[0]).toBe('entity NASA Administrator'));
  it('works on an index with nothing in it', () => {
    const empty = makeMatcher(compileIndex([], {}));
    expect(scan(tokenise('NASA and the ISS'), empty.names('en'))).toEqual([]);
    expect(scan(tokenise('NASA and the ISS'), empty.cues('en'))).toEqual([]);
  });
});

describe('compile', () => {
  const formsOf = (id: string) =>
    Object.fromEntries(
      (INDEX.entities.find(([other]) => other === id)?.[2] ?? []).map(([t, f, l]) => [t, [f, l]]),
    );

  it.each([
    ['Soyuz-MS', 'soyuz ms'],
    ['«Союз»', 'союз'],
    ['deorbit*', 'deorbit*'],
    ['space stat* of', 'space stat* of'],
    ['宇宙ステーション', '宇 宙 ス テ ー シ ョ ン'],
    ['…', ''],
  ])('formText(%s)', (text, form) => expect(formText(text)).toBe(form));

  it.each([
    ['Bill Nelson', 'Nelson'],
    ['ドミトリー・バカノフ', 'バカノフ'],
    ['Lang Lang Lang', 'Lang'],
    ['NASA', ''],
    ['德米特里', ''],
  ])('surnameOf(%s)', (name, surname) => expect(surnameOf(name)).toBe(surname));

  it('an everyday word is so in all its cases', () => {
    expect(formsOf('zarya')['zarya']).toEqual([1, 0]);
    expect(formsOf('zarya')['зарю']?.[0]).toBe(1);
  });
  it('persons get their surname in every script, on condition', () => {
    for (const surname of ['bakanov', 'баканов', 'баканову', 'バカノフ'.split('').join(' ')])
      expect(formsOf('bakanov')[surname]).toEqual([2, 0]);
  });
  it('a given surname replaces the last word', () => {
    expect(formsOf('vande-hei')['vande hei']).toEqual([2, 0]);
    expect(formsOf('vande-hei')['hei']).toBeUndefined();
  });
  it('a short Latin alias of another language stays in it', () => {
    const one = fact('x', 'programme', 'Station X', { aliases: { es: ['EEI'], en: ['XS'] } });
    const [[, , forms] = ['', '', []]] = compileIndex([one], {}).entities;
    expect(forms.find(([t]) => t === 'eei')?.[2]).toBe(langBit('es'));
    expect(forms.find(([t]) => t === 'xs')?.[2]).toBe(0);
  });
  it('says the same twice', () =>
    expect(JSON.stringify(compileIndex(FACTS, LEXICON))).toBe(JSON.stringify(INDEX)));
  it('cues in Russian and Ukrainian lose their endings', () => {
    const cues = (words: string[]) =>
      compileIndex([fact('t', 'topic', 'T', { cues: { ru: words } })], {}).topics[0]?.[1].map(([t]) => t);
    expect(cues(['сотрудничество', 'открытый космос', 'выход'])).toEqual([
      'сотрудничест*',
      'открыт* косм*',
      'выход',
    ]);
    expect(cues(['экипаж*'])).toEqual(['экипаж*']);
  });
  // The pattern that shortens words gives letters of a prefix back until `*` no longer follows: “космон* т*”.
  it('a prefix stays as it is', () => {
    const [[, forms] = ['', []]] = compileIndex([], {
      crew: { ru: ['космонавт*'], uk: ['стикуван*'] },
    }).lexicon;
    expect(forms.map(([t]) => t)).toEqual(['космонавт*', 'стикуван*']);
  });
  it('names forms that two records share', () => {
    expect(sharedForms(INDEX)).toEqual([]);
    const shared = sharedForms(
      compileIndex([fact('a', 'concept', 'Orbit lab|Орбита'), fact('b', 'concept', 'orbit-lab|Нечто')], {}),
    );
    expect(shared.map((s) => s.ids)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });
  it('unknown languages have no bit', () =>
    expect([langBit('en'), langBit('xx'), langBit('')]).toEqual([1, 0, 0]));
});
