// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstLook } from './gate.ts';
import { documentOf } from './test-document.ts';

const look = (html: string, url = 'https://example.org/a') => firstLook(documentOf(html), url);
const filler =
  'The meeting lasted for most of the day, and those who took part said little about it when they left the building in the evening.';
const page = (title: string, lead: string): string =>
  `<title>News</title><h1>${title}</h1><p>${lead}</p><p>${filler}</p><p>${filler}</p>`;

describe('on the subject', () => {
  it.each([
    [
      'en',
      'Russia to stay longer',
      'Moscow will keep its part of the International Space Station going until 2028, its space agency said.',
    ],
    [
      'en, no station named',
      'Chiefs meet in Florida',
      'The NASA Administrator and his Russian colleague spoke about how cosmonauts and astronauts share seats.',
    ],
    [
      'ru',
      'Баканов прибыл во Флориду',
      'Глава Роскосмоса обсудит с американцами перекрёстные полёты и дальнейшую судьбу МКС, сообщили в госкорпорации.',
    ],
    [
      'ru, the abbreviation alone',
      'Экипаж отпраздновал день рождения',
      'На МКС прошёл праздник: бортинженеру исполнилось сорок лет, и товарищи испекли для него пирог из сухарей и мёда.',
    ],
    [
      'ru, no agency',
      'Двое вернулись на Землю',
      'Космонавты приземлились в степях Казахстана после полугода на орбитальной станции, рассказали спасатели.',
    ],
    [
      'uk',
      'Росія виходить',
      'Міжнародна космічна станція працюватиме й далі, заявили в американському агентстві після переговорів.',
    ],
    [
      'de',
      'Russland bleibt dabei',
      'Die Internationale Raumstation soll bis 2030 betrieben werden, teilten die Partner am Freitag nach langen Gesprächen mit.',
    ],
    [
      'fr',
      'Les Russes restent',
      'La Station spatiale internationale sera exploitée avec Moscou jusqu’en 2028, ont annoncé les deux agences vendredi.',
    ],
    [
      'es',
      'Rusia se queda',
      'La Estación Espacial Internacional seguirá funcionando con Moscú hasta 2028, anunciaron ambas partes el viernes.',
    ],
    [
      'it',
      'La Russia resta',
      'La Stazione Spaziale Internazionale resterà in funzione con Mosca fino al 2028, hanno annunciato le due parti venerdì.',
    ],
    [
      'pt',
      'Rússia fica',
      'A Estação Espacial Internacional continuará funcionando com Moscou até 2028, anunciaram as duas partes na sexta-feira.',
    ],
    [
      'pl',
      'Rosja zostaje',
      'Międzynarodowa Stacja Kosmiczna będzie działać z udziałem Moskwy do 2028 roku, ogłosiły w piątek obie strony.',
    ],
    [
      'ja',
      'ロシアが残留',
      '国際宇宙ステーションの運用について、ロシアは二〇二八年まで参加を続けると発表した。両国の会談は三日間続き、関係者によると合意に達したという。',
    ],
    [
      'zh',
      '俄罗斯继续参与',
      '俄方表示将继续参与国际空间站项目至二〇二八年，双方在佛罗里达举行了会谈，并就今后的安排交换了意见，会谈持续了三天时间。',
    ],
    [
      'ko',
      '러시아 잔류',
      '러시아가 국제우주정거장 운영에 2028년까지 참여하기로 했다고 양측이 금요일 발표했다. 회담은 플로리다에서 사흘 동안 열렸다.',
    ],
    [
      'nl',
      'Rusland blijft',
      'Het internationale ruimtestation blijft tot 2028 met Moskou in bedrijf, maakten beide partijen vrijdag bekend.',
    ],
    [
      'ro',
      'Rusia rămâne',
      'Stația Spațială Internațională va funcționa cu Moscova până în 2028, au anunțat vineri cele două părți la Houston.',
    ],
    [
      'cs',
      'Rusko zůstává',
      'Mezinárodní vesmírná stanice bude s Moskvou fungovat do roku 2028, oznámily v pátek obě strany po jednání.',
    ],
    [
      'sv',
      'Ryssland stannar',
      'Den internationella rymdstationen drivs vidare med Moskva till 2028, meddelade båda parter på fredagen.',
    ],
    [
      'tr',
      'Rusya kalıyor',
      'Uluslararası Uzay İstasyonu 2028 yılına kadar Moskova ile birlikte çalışacak, taraflar cuma günü açıkladı: uzay istasyonu.',
    ],
  ])('%s', (_lang, title, lead) => expect(look(page(title, lead))).toEqual({ worth: true, thin: false }));
});

describe('off the subject', () => {
  it.each([
    [
      'politics',
      'Ministers meet',
      'The foreign ministers spoke about sanctions, grain and the return of prisoners, officials in both capitals said.',
    ],
    [
      'football',
      'Zorya win again',
      'The coach praised his goalkeeper after a match in which Luhansk scored twice in the last minutes of play.',
    ],
    [
      'business',
      'Cleaning firm raises outlook',
      'Organic growth was better than expected in the quarter, the facility services company said on Thursday.',
    ],
    [
      'a galaxy',
      'A far galaxy',
      'The telescope looked back almost to the beginning and saw a galaxy that was older than models had allowed for.',
    ],
    [
      'a petrol station',
      'Station closes',
      'The filling station at the edge of town will close for good at the end of the month, its owners said.',
    ],
    [
      'politics in Russian',
      'Министры встретились',
      'Главы ведомств обсудили санкции, поставки зерна и обмен пленными, сообщили в пресс-службах обеих сторон.',
    ],
    [
      'German: one eats',
      'So isst das Land',
      'Wer viel isst, schläft schlecht, sagen Ärzte. Sie raten zu kleinen Mahlzeiten am Abend und einem Spaziergang.',
    ],
    [
      'English words with iss in them',
      'The mission was dismissed',
      'They missed the issue, admission was dismissed, and the commission kissed the hissing permission goodbye.',
    ],
    [
      'French politics',
      'Les ministres se voient',
      'Les ministres ont parlé des sanctions, du blé et du retour des prisonniers, ont indiqué des responsables.',
    ],
    [
      'Japanese politics',
      '外相会談',
      '外相は制裁と穀物、捕虜の帰還について話し合ったと当局者が述べた。会談は三日間続き、両国は協議を続けることで一致したという。これまでの経緯を踏まえた発言である。',
    ],
  ])('%s', (_name, title, lead) => expect(look(page(title, lead)).worth).toBe(false));

  it('one word of space flight is too little', () =>
    expect(
      look(
        page(
          'Film news',
          'The actor plays an astronaut in his new film, which opens in cinemas across the country in the spring.',
        ),
      ).worth,
    ).toBe(false));
});

describe('where it looks', () => {
  it.each([
    ['the window title', '<title>Space station news</title>', undefined],
    ['the address', '<p>', 'https://example.org/2025/international-space-station-crew'],
    ['an encoded address', '<p>', `https://example.org/${encodeURIComponent('роскосмос')}`],
    ['the description', '<meta name="description" content="On the ISS">', undefined],
    ['what is shared', '<meta property="og:title" content="Roscosmos speaks">', undefined],
    ['tags', '<meta property="article:tag" content="ISS">', undefined],
    ['a headline', '<h1>Crew of the ISS</h1>', undefined],
    ['a second headline', '<h1>News</h1><h2>Crew of the ISS</h2>', undefined],
    [
      'text without paragraphs',
      '<div>After long talks the partners keep the space station going</div>',
      undefined,
    ],
  ])('%s', (_name, html, url) => expect(look(html, url).worth).toBe(true));

  it('an address that is no address', () => expect(() => look('<p>', '%E0%A4%A')).not.toThrow());
  it('not in scripts', () =>
    expect(look('<script>var x = "the space station is in this script";</script>').worth).toBe(false));
  it('not far down a long page', () =>
    expect(
      look(
        page('News', filler.repeat(3)) +
          `<p>${filler}</p>`.repeat(40) +
          '<p>The space station is mentioned here in passing, at the very end of it.</p>',
      ).worth,
    ).toBe(false));
  it('an empty page is thin: it may fill later', () =>
    expect(look('<div id="app"></div>')).toEqual({ worth: false, thin: true }));
  it('a page with text is not', () => expect(look(page('News', filler)).thin).toBe(false));

  it('says yes or no to any page', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ maxLength: 40 }),
        (html, url) => typeof look(html, url).worth === 'boolean',
      ),
    );
  });
});
