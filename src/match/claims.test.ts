import { describe, expect, it } from 'vitest';
import type { ClaimRule, Fact } from '../facts/schema.ts';
import { makeBase, noteOf } from './base.ts';
import { compileIndex } from './compile.ts';
import { find } from './find.ts';
import { article, fact, FACTS, findIn, LEXICON, TODAY } from './test-base.ts';
import type { Article } from './types.ts';

const rule = (more: Partial<ClaimRule>): ClaimRule => ({ lang: 'en', all: ['red', 'green'], ...more });
const claim = (id: string, ...rules: ClaimRule[]): Fact => fact(id, 'claim', id, { verdict: 'false', rules });

/** Surfaces of the claims found with these and no other claims. */
function claimsIn(text: string, claims: Fact[], more: Partial<Article> = {}): string[] {
  const facts = [...FACTS.filter((f) => f.kind !== 'claim'), ...claims];
  const base = makeBase(compileIndex(facts, LEXICON), facts.map(noteOf));
  return find(article(text, more), base, TODAY).claims.map((c) => c.surface);
}

describe('one rule', () => {
  const words = (n: number) => Array.from({ length: n }, () => 'word').join(' ');
  it.each<[string, Partial<ClaimRule>, string, string[]]>([
    ['every line in one sentence', {}, 'It is red and green.', ['red and green']],
    ['in another order', {}, 'It is green and red.', ['green and red']],
    ['a line is missing', {}, 'It is red.', []],
    ['over two sentences', {}, 'It is red. Then green.', []],
    ['over two paragraphs', {}, 'It is red\nand green', []],
    ['ordered', { ordered: true }, 'It is green and red.', []],
    ['ordered, met later', { ordered: true }, 'It is green, red and green.', ['red and green']],
    ['sixteen words by default', {}, `red ${words(14)} green`, [`red ${words(14)} green`]],
    ['not seventeen', {}, `red ${words(15)} green`, []],
    ['its own window', { within: 3 }, 'red and green', ['red and green']],
    ['outside its window', { within: 2 }, 'red and green', []],
    ['the shortest span', {}, 'red things and more red and green', ['red and green']],
    ['none', { none: ['not|never'] }, 'It is never red and green.', []],
    ['none in another sentence', { none: ['not|never'] }, 'Never. It is red and green.', ['red and green']],
    ['a choice', { all: ['red|blue', 'green'] }, 'blue and green', ['blue and green']],
    ['a phrase', { all: ['dark red', 'green'] }, 'red and green. Dark-red and green', ['Dark-red and green']],
    ['a prefix', { all: ['redd*', 'green'] }, 'reddish green', ['reddish green']],
    ['a record it needs', { needs: ['iss'] }, 'It is red and green.', []],
    ['a record it needs, elsewhere', { needs: ['iss'] }, 'It is red and green.\nThe ISS.', ['red and green']],
    ['own voice', { voice: 'own' }, 'It is red and green.', ['red and green']],
    ['in quotation marks', { voice: 'own' }, 'He said “it is red and green” there.', []],
    ['half in quotation marks', { voice: 'own' }, 'It is red, he said, “and green”.', []],
    ['any voice', { voice: 'any' }, 'He said “it is red and green” there.', ['red and green']],
  ])('%s', (_name, more, text, surfaces) =>
    expect(claimsIn(text, [claim('c', rule(more))])).toEqual(surfaces),
  );

  it.each<[string, Partial<ClaimRule>, string | null, boolean]>([
    ['after from', { from: '2022-06-05' }, '2022-06-06', true],
    ['on that day', { from: '2022-06-05' }, '2022-06-05', true],
    ['before it', { from: '2022-06-05' }, '2022-06-04', false],
    ['in a month that may be after it', { from: '2022-06-05' }, '2022-06', true],
    ['in the year of to', { to: '2030' }, '2030-12-31', true],
    ['after to', { to: '2030' }, '2031-01-01', false],
    ['in no known year', { to: '2030' }, null, false],
    ['in no known year, with from', { from: '2022' }, null, false],
    ['in no known year, without dates', {}, null, true],
  ])('dates: %s', (_name, more, published, found) =>
    expect(claimsIn('red and green', [claim('c', rule(more))], { published }).length > 0).toBe(found),
  );

  it('only in its own language', () =>
    expect(claimsIn('red and green', [claim('c', rule({}))], { lang: 'de' })).toEqual([]));
  it('counts signs, not words, in Japanese', () => {
    const ja = claim('c', rule({ lang: 'ja', all: ['赤', '緑'], within: 4 }));
    expect(claimsIn('赤い物と白い物と緑', [ja], { lang: 'ja' })).toEqual(['赤い物と白い物と緑']);
    expect(claimsIn('赤い物と白い物と黒い物と緑', [ja], { lang: 'ja' })).toEqual([]);
  });
});

describe('several', () => {
  const first = claim('first', rule({}));
  it('one claim is said once, where it stands first', () =>
    expect(claimsIn('red and green. Again red and green.', [first])).toEqual(['red and green']));
  it('two rules of one claim', () =>
    expect(
      claimsIn('blue and white. red and green.', [claim('c', rule({}), rule({ all: ['blue', 'white'] }))]),
    ).toHaveLength(1));
  it('of two that overlap the first listed', () => {
    const second = claim('second', rule({ all: ['green', 'blue'] }));
    expect(claimsIn('red and green and blue', [first, second])).toEqual(['red and green']);
    expect(claimsIn('red and green and blue', [second, first])).toEqual(['green and blue']);
  });
  it('in order of place', () => {
    const second = claim('second', rule({ all: ['blue', 'white'] }));
    expect(claimsIn('blue and white. red and green.', [first, second])).toEqual([
      'blue and white',
      'red and green',
    ]);
  });
  it('a claim shares lines with another', () => {
    const second = claim('second', rule({ all: ['red', 'blue'] }));
    expect(claimsIn('red and green. Red and blue.', [first, second])).toEqual([
      'red and green',
      'Red and blue',
    ]);
  });
});

describe('claims of the base', () => {
  const lone = 'The ISS is the only crewed station in orbit.';
  it.each<[string, string, Partial<Article>, number]>([
    ['stated', lone, {}, 1],
    ['before it was wrong', lone, { published: '2020-01-01' }, 0],
    ['without a date', lone, { published: null }, 0],
    ['with the exception named', 'The ISS is the only crewed station but for the Chinese one.', {}, 0],
    ['quoted', 'The ISS, he said, “is the only crewed station”.', {}, 0],
    ['another article', 'It is the only crewed station.', {}, 0],
  ])('%s', (_name, text, more, n) => expect(findIn(text, more).claims).toHaveLength(n));

  it('carries the note and its place', () => {
    const [found] = findIn(lone).claims;
    expect(found).toEqual({
      id: 'claim-lone',
      start: 16,
      end: 35,
      surface: 'only crewed station',
      note: 'Note on It is the only station.',
    });
  });
});
