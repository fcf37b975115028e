import { describe, expect, it } from 'vitest';
import { BASE, said } from './test-base.ts';
import { link } from './link.ts';
import { scan } from './scan.ts';
import { tokenise } from './tokens.ts';

/** Ids in order of place. */
const ids = (text: string, lang = 'en', title = ''): string[] =>
  said(text, { lang, title }).map((s) => s.slice(s.indexOf('=') + 1));

describe('near: everyday words count beside evidence of space flight', () => {
  it.each([
    ['alone', 'Columbus sailed and Unity won.', []],
    ['beside astronauts', 'The astronauts floated into Columbus.', ['columbus']],
    ['evidence in the paragraph before', 'The astronauts waited.\nThey went to Columbus.', ['columbus']],
    [
      'evidence two paragraphs away',
      'The astronauts waited.\nThey ate.\nThey went to Columbus.',
      ['columbus'],
    ],
    [
      'evidence three paragraphs away',
      'The astronauts waited.\nThey ate.\nThey slept.\nThey went to Columbus.',
      [],
    ],
    ['evidence too many words away', `The astronauts waited ${'and waited '.repeat(40)}in Columbus.`, []],
    ['a capital that only opens the sentence', 'The astronauts waited. Unity is what they wanted.', []],
    ['opens the sentence, with a designation', 'The astronauts waited. Unity module was open.', ['unity']],
    ['opens the sentence in quotes', 'The astronauts waited. “Unity” was open.', ['unity']],
    ['no capital', 'The astronauts live in unity there.', []],
    [
      'modules vouch for each other',
      'Take the oldest block, the Zarya module, or the laboratory Columbus.',
      ['zarya', 'columbus'],
    ],
    ['a football club', 'The coach of Zarya said the league was hard.', []],
    ['Ethiopia is not told from a capsule by its name', 'Dragon and Harmony were songs.', []],
  ])('%s', (_name, text, expected) => expect(ids(text)).toEqual(expected));

  it.each([
    ['the Soviet Union', 'ru', 'Советский Союз и экипаж в 1961 году.', []],
    ['the ship in quotes', 'ru', 'Экипажи вернулись на «Союзе» утром.', ['soyuz-ms']],
    ['the ship with its number', 'ru', 'Экипажи вернулись на Союз МС-26 утром.', ['soyuz-ms']],
    ['the dawn', 'ru', 'Заря застала экипаж на орбите.', []],
    ['the module', 'ru', 'Экипажи перешли в «Зарю» утром.', ['zarya']],
    ['the newspaper without evidence', 'ru', 'Газета «Заря» вышла утром.', []],
    ['the football club', 'uk', 'Тренер «Зорі» про матч із «Динамо»: футбол є футбол.', []],
  ])('%s', (_name, lang, text, expected) => expect(ids(text, lang)).toEqual(expected));
});

describe('named: a surname counts for somebody the article knows', () => {
  it.each([
    ['nobody knows him', 'Nelson spoke.', []],
    ['after the full name', 'Bill Nelson spoke. Nelson left.', ['nelson', 'nelson']],
    ['before the full name', 'Nelson left, said Bill Nelson himself.', ['nelson', 'nelson']],
    ['the office before it', 'NASA Administrator Nelson spoke for NASA.', ['nasa-head', 'nelson', 'nasa']],
    ['the agency right before it', 'In NASA Nelson spoke.', ['nasa', 'nelson']],
    ['somebody else of the name', 'Bill Nelson spoke to Mike Nelson.', ['nelson']],
    [
      'a title is no first name',
      'Bill Nelson came. They met Administrator Nelson there.',
      ['nelson', 'nelson'],
    ],
    ['possessive', 'Bill Nelson spoke. It was Nelson’s day.', ['nelson', 'nelson']],
    ['small letters', 'Bill Nelson tried a half nelson.', ['nelson']],
    ['a surname of two words', 'Mark Vande Hei flew. Later Vande Hei landed.', ['vande-hei', 'vande-hei']],
    ['an apostrophe in the name', "Loral O’Hara flew. Then O'Hara landed.", ['ohara', 'ohara']],
    ['a capital word that opens the sentence', 'Bill Nelson spoke. Then Nelson left.', ['nelson', 'nelson']],
    ['a headline knows the article', 'Bill Nelson spoke.', ['nelson', 'nelson'], 'Why Did Nelson Speak'],
    [
      'two of one surname: the one named last',
      'Yury Borisov led. Andrei Borisov flew. Borisov landed.',
      ['borisov-yury', 'borisov-andrei', 'borisov-andrei'],
    ],
    [
      'two of one surname, one in the article',
      'Yury Borisov led. Borisov left.',
      ['borisov-yury', 'borisov-yury'],
    ],
  ])('%s', (_name, text, expected, title = '') => expect(ids(text, 'en', title as string)).toEqual(expected));

  // The letter apostrophe U+02BC counts as a letter still, though tokens.ts lists it among the joiners.
  it('a letter apostrophe in the name', () => expect(ids('Loral OʼHara flew.')).toEqual(['ohara']));

  it.each([
    [
      'Russian cases',
      'ru',
      'Юрий Борисов уехал. Космонавты ждали Борисова.',
      ['borisov-yury', 'borisov-yury'],
    ],
    [
      'a woman’s surname',
      'ru',
      'Анна Кикина летит. С Кикиной летят двое, Кикину ждут.',
      ['kikina', 'kikina', 'kikina'],
    ],
    ['a man’s ending is not hers', 'ru', 'Анна Кикина летит с Кикином.', ['kikina']],
    ['Ukrainian', 'uk', 'Дмитро Баканов прибув. Про Баканова писали.', ['bakanov', 'bakanov']],
  ])('%s', (_name, lang, text, expected) => expect(ids(text, lang)).toEqual(expected));
});

describe('clear: “the station” means the one last named', () => {
  it.each([
    ['none named', 'The station was full.', []],
    ['the ISS named', 'The ISS flew on. Then the station was full.', ['iss', 'iss']],
    ['named only afterwards', 'Then the station was full. The ISS flew on.', ['iss']],
    [
      'another named since',
      'The ISS flies. The Mir space station fell. Then the station was lost.',
      ['iss', 'mir'],
    ],
    [
      'another by its short name',
      'The ISS flies. Cosmonauts left Mir. Then the station was lost.',
      ['iss', 'mir'],
    ],
    [
      'the ISS named again',
      'The Mir space station fell. The ISS flies. Then the station was full.',
      ['mir', 'iss', 'iss'],
    ],
    ['too far away', `The ISS flies. ${'One word more. '.repeat(130)}Then the station was full.`, ['iss']],
  ])('%s', (_name, text, expected) => expect(ids(text)).toEqual(expected));

  it('in Russian cases', () => expect(ids('МКС летает. На станции шестеро.', 'ru')).toEqual(['iss', 'iss']));
});

describe('overlaps', () => {
  it.each([
    ['the longer name', 'the head of Roscosmos came, said Roscosmos', ['roscosmos-head', 'roscosmos']],
    ['an agency named only in its office is still named', 'the head of Roscosmos came', ['roscosmos']],
    ['a name inside an office', 'the NASA Administrator came from NASA', ['nasa-head', 'nasa']],
    ['a conditional name inside a certain one', 'Cosmonauts left the Mir space station.', ['mir']],
    ['none that share a word', 'International Space Station deorbit plan', ['iss']],
  ])('%s', (_name, text, expected) => expect(ids(text)).toEqual(expected));

  it('links are in order and no word belongs to two', () => {
    const tokens = tokenise('NASA Administrator Nelson and the head of Roscosmos Yury Borisov saw the ISS.');
    const links = link(tokens, scan(tokens, BASE.matcher.names('en')), BASE.matcher, 0);
    expect(links.length).toBeGreaterThan(3);
    links.slice(1).forEach((l, i) => expect(l.first).toBeGreaterThan(links[i]?.last ?? 0));
  });
});

describe('beside: a year that names a decision', () => {
  it.each([
    ['in a sentence about the station', 'The ISS flies until 2028.', 'en', ['iss', 'to-2028']],
    [
      'in one about how long something runs',
      'The ISS flies. They extend it to 2028.',
      'en',
      ['iss', 'to-2028'],
    ],
    ['beyond the year before', 'The ISS may operate beyond 2024.', 'en', ['iss', 'to-2028']],
    ['in a sentence about something else', 'The ISS flies. The Moon can wait until 2028.', 'en', ['iss']],
    ['without any space flight', 'They extend the tax to 2028.', 'en', []],
    ['another year', 'The ISS flies until 2031.', 'en', ['iss']],
    ['in Russian', 'МКС летает. Работу продлили до 2028 года.', 'ru', ['iss', 'to-2028']],
  ])('%s', (_name, text, lang, expected) => expect(ids(text, lang)).toEqual(expected));
});
