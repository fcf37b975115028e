/** Polish: names and common terms, with the consonant changes before the locative -ie. */
import type { Grammar, Paradigm } from './paradigm.ts';

const p = (ends: RegExp, cut: number, ...cases: string[]): Paradigm => ({ ends, cut, cases });

// genitive, dative, accusative, instrumental, locative
const adjective: Paradigm[] = [
  p(/[kg]i$/, 1, 'i', 'iego', 'iemu', 'i|iego', 'im', 'im', 'ie', 'ich', 'im', 'ie', 'imi', 'ich'),
  p(/[nwz]y$/, 1, 'y', 'ego', 'emu', 'y|ego', 'ym', 'ym', 'e', 'ych', 'ym', 'e', 'ymi', 'ych'),
  p(/[ks]ka$/, 1, 'a', 'iej', 'iej', 'ą', 'ą', 'iej', 'ie', 'ich', 'im', 'ie', 'imi', 'ich'),
  p(/(n|ow|cz)a$/, 1, 'a', 'ej', 'ej', 'ą', 'ą', 'ej', 'e', 'ych', 'ym', 'e', 'ymi', 'ych'),
  p(/(n|ow|sk|ck)ie?e$/, 1, 'e', 'ego', 'emu', 'e', 'ym', 'ym', 'e', 'ych', 'ym', 'e', 'ymi', 'ych'),
];

// nominative, genitive, dative, accusative, instrumental, locative; then the same in the plural
const noun: Paradigm[] = [
  p(/ja$/, 1, 'a', 'i', 'i', 'ę', 'ą', 'i', 'e', 'i', 'om', 'e', 'ami', 'ach'),
  p(/ia$/, 1, 'a', '|i', '|i', 'ę', 'ą', '|i', 'e', '', 'om', 'e', 'ami', 'ach'),
  p(/ca$/, 1, 'a', 'y', 'y', 'ę', 'ą', 'y', 'e', '', 'om', 'e', 'ami', 'ach'),
  p(/ka$/, 2, 'ka', 'ki', 'ce', 'kę', 'ką', 'ce', 'ki', 'ek', 'kom', 'ki', 'kami', 'kach'),
  p(/ta$/, 2, 'ta', 'ty', 'cie', 'tę', 'tą', 'cie', 'ty', 't', 'tom', 'ty', 'tami', 'tach'),
  p(/a$/, 1, 'a', 'y|i', 'ie', 'ę', 'ą', 'ie', 'y', '', 'om', 'y', 'ami', 'ach'),
  p(/nie$/, 1, 'e', 'a', 'u', 'e', 'em', 'u', 'a', '', 'om', 'a', 'ami', 'ach'),
  p(/o$/, 1, 'o', 'a', 'u', 'o', 'em', 'ie|u', 'a', '', 'om', 'a', 'ami', 'ach'),
  p(/ł$/, 1, 'ł', 'łu|ła', 'łowi', 'ł', 'łem', 'le', 'ły', 'łów', 'łom', 'ły', 'łami', 'łach'),
  p(/t$/, 1, 't', 'tu|ta', 'towi', 't|ta', 'tem', 'cie', 'ty', 'tów', 'tom', 'ty', 'tami', 'tach'),
  p(/d$/, 1, 'd', 'du|da', 'dowi', 'd|da', 'dem', 'dzie', 'dy', 'dów', 'dom', 'dy', 'dami', 'dach'),
  p(/r$/, 1, 'r', 'ru|ra', 'rowi', 'r|ra', 'rem', 'rze', 'ry', 'rów', 'rom', 'ry', 'rami', 'rach'),
  // a fleeting vowel: statek, statku
  p(
    /[bcdfghjlłmnprstwzż]ek$/,
    2,
    'ek',
    'ku|ka',
    'kowi',
    'ek|ka',
    'kiem',
    'ku',
    'ki',
    'ków',
    'kom',
    'ki',
    'kami',
    'kach',
  ),
  p(/[kg]$/, 0, '', 'u|a', 'owi', '|a', 'iem', 'u', 'i', 'ów', 'om', 'i', 'ami', 'ach'),
  p(/[bcdfhjlmnpswzźżśćń]$/, 0, '', 'u|a', 'owi', '|a', 'em', 'ie|u', 'y|e', 'ów', 'om', 'y|e', 'ami', 'ach'),
];

const masculine: Paradigm[] = [
  p(/(ski|cki|dzki)$/, 1, 'i', 'iego', 'iemu', 'iego', 'im', 'im'),
  p(/(ij|y)$/, 0, '', 'a', 'owi', 'a', 'em', 'u'),
  p(/ka$/, 2, 'ka', 'ki', 'ce', 'kę', 'ką', 'ce'),
  p(/[nr]ko$/, 2, 'ko', 'ki', 'ce', 'kę', 'ką', 'ce'), // Kononienko, Kononienki
  p(/a$/, 1, 'a', 'y', 'ie', 'ę', 'ą', 'ie'),
  p(/[bcdfghjlłmnprstwzż]ek$/, 2, 'ek', 'ka', 'kowi', 'ka', 'kiem', 'ku'),
  p(/[kg]$/, 0, '', 'a', 'owi', 'a', 'iem', 'u'),
  p(/w$/, 0, '', 'a', 'owi', 'a', 'em', 'ie'),
  p(/[bcdfhjlłmnprstzźżśćń]$/, 0, '', 'a', 'owi', 'a', 'em', 'ie|u'),
  p(/[oeiu]$/, 0, ''),
];

const feminine: Paradigm[] = [
  p(/(ska|cka)$/, 1, 'a', 'iej', 'iej', 'ą', 'ą', 'iej'),
  p(/(owa|ewa)$/, 1, 'a', 'ej|y', 'ej|ie', 'ą|ę', 'ą', 'ej|ie'),
  p(/ja$/, 1, 'a', 'i', 'i', 'ę', 'ą', 'i'),
  p(/a$/, 1, 'a', 'y|i', 'ie', 'ę', 'ą', 'ie'),
];

export const polish: Grammar = {
  adjective,
  noun,
  masculine,
  feminine,
  singular: 6,
  adjectivesFollow: true,
  isFeminine: (first) => first.endsWith('a') && !/^(Nikita|Ilja|Kosma|Kimiya|Barnaba)$/.test(first),
};
