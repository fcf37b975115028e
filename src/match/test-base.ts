/** A small made-up base for tests of this room: every kind of condition once, in facts short enough to read. */
import type { Alias, Fact, FactSource, Kind, NameLang } from '../facts/schema.ts';
import { makeBase, noteOf, type Base } from './base.ts';
import { compileIndex } from './compile.ts';
import { type Lexicon } from './entity-forms.ts';
import { find } from './find.ts';
import type { Article, Finding } from './types.ts';

const source: FactSource = {
  url: 'https://example.org/a',
  title: 'A page',
  publisher: 'Agency',
  published: null,
  accessed: '2026-01-01',
  lang: 'en',
  tier: 1,
};

type More = Partial<Omit<Fact, 'id' | 'kind' | 'name' | 'aliases'>> & {
  names?: Partial<Record<NameLang, string>>;
  aliases?: Partial<Record<NameLang, Alias[]>>;
};

/** @param name English and Russian name, `|` between; one alone serves for both */
export function fact(id: string, kind: Kind, name: string, { names = {}, ...more }: More = {}): Fact {
  const [en = id, ru = en] = name.split('|');
  return {
    id,
    kind,
    name: { en, ru, ...names },
    note: { en: `Note on ${en}.`, ru: `Заметка: ${ru}.` },
    asOf: '2026-01',
    checked: '2026-01-02',
    sources: [source],
    file: 'made-up.yaml',
    ...more,
  };
}

/** @param about ids of what the event is about, the main one first */
export const event = (id: string, date: string, about: string[], more: More = {}): Fact =>
  fact(id, 'event', id, { date, relations: { about }, ...more });

export const LEXICON: Lexicon = {
  station: {
    en: ['space station', 'orbiting laboratory'],
    ru: ['космическая станция'],
    de: ['Raumstation*'],
  },
  crew: { en: ['astronaut*', 'cosmonaut*', 'spacewalk*'], ru: ['космонавт*', 'экипаж*'], de: ['Astronaut*'] },
  space: {
    en: ['spacecraft*', 'orbit*', 'rocket*', 'space agency'],
    ru: ['космическ*', 'орбит*'],
    de: ['Raumfahrt*'],
  },
  policy: { en: ['cooperat*', 'agreement*', 'partner*', 'extend*'], ru: ['сотрудничеств*', 'соглашени*'] },
  sky: { en: ['galaxy', 'telescope*', 'black hole*'] },
  satellite: { en: ['satellite*', 'Mars'] },
  fiction: { en: ['video game*', 'movie*', 'film', 'actor', 'sequel', 'trailer', 'box office'] },
  sport: {
    en: ['football*', 'league', 'goalkeeper', 'coach', 'match', 'stadium'],
    uk: ['футбол*', 'матч*', 'тренер*'],
  },
  business: { en: ['shareholder*', 'revenue*', 'facility services', 'cleaning', 'outsourcing', 'dividend*'] },
  science: { en: ['bacteria*', 'mice', 'study'] },
  lasting: { en: ['extend*', 'operat*'], ru: ['продл*'] },
  until: { en: ['until ~', 'to ~'], ru: ['до ~ года'] },
  beyond: { en: ['beyond ~'] },
  title: { en: ['Administrator', 'astronaut', 'Mr', 'head'], ru: ['глава', 'космонавт'] },
};

export const FACTS: readonly Fact[] = [
  fact('iss', 'programme', 'International Space Station|Международная космическая станция', {
    names: {
      uk: 'Міжнародна космічна станція',
      de: 'Internationale Raumstation',
      pl: 'Międzynarodowa Stacja Kosmiczna',
      ja: '国際宇宙ステーション',
      zh: '国际空间站',
    },
    aliases: {
      en: [
        { text: 'ISS', caps: true },
        { text: 'the station', when: 'clear' },
      ],
      ru: [
        { text: 'МКС', caps: true },
        { text: 'станция', when: 'clear' },
      ],
      de: [{ text: 'ISS', caps: true }],
    },
    short: { en: 'laboratory in orbit', ru: 'лаборатория на орбите' },
    states: [{ state: 'in-orbit', from: '1998-11-20' }],
    relations: { parties: ['nasa', 'roscosmos'], related: ['mir', 'segments', 'nobody'] },
  }),
  fact('mir', 'programme', 'Mir space station|станция «Мир»', {
    aliases: {
      en: [{ text: 'Mir', when: 'near', caps: true }],
      ru: [{ text: '«Мир»', when: 'near', caps: true }],
    },
  }),
  fact('nasa', 'organisation', 'NASA|НАСА', { aliases: { ru: ['NASA'] } }),
  fact('roscosmos', 'organisation', 'Roscosmos|Роскосмос', {
    names: { ja: 'ロスコスモス' },
    aliases: { en: ['Russian space agency'], ru: ['российское космическое агентство'] },
  }),
  fact('spacewalk', 'concept', 'spacewalk|выход в открытый космос', { common: true }),
  fact('to-2028', 'agreement', 'Decision on 2028|Решение о 2028 годе', { until: '2028', beyond: '2024' }),
  fact('nasa-head', 'office', 'NASA Administrator|администратор НАСА', { of: 'nasa' }),
  fact('roscosmos-head', 'office', 'head of Roscosmos|глава Роскосмоса', { of: 'roscosmos' }),
  fact('nelson', 'person', 'Bill Nelson|Билл Нельсон', {
    roles: [{ office: 'nasa-head', from: '2021-05-03', to: '2025-01-20' }],
  }),
  fact('petro', 'person', 'Janet Petro|Джанет Петро', {
    roles: [{ office: 'nasa-head', from: '2025-01-20', to: '2025-07-09', acting: true }],
  }),
  fact('duffy', 'person', 'Sean Duffy|Шон Даффи', {
    roles: [{ office: 'nasa-head', from: '2025-07-09', to: '2025-12', acting: true }],
  }),
  fact('isaacman', 'person', 'Jared Isaacman|Джаред Айзекман', {
    roles: [{ office: 'nasa-head', from: '2025-12' }],
  }),
  fact('borisov-yury', 'person', 'Yury Borisov|Юрий Борисов', {
    roles: [{ office: 'roscosmos-head', from: '2022-07-15', to: '2025-02-06' }],
  }),
  fact('borisov-andrei', 'person', 'Andrei Borisov|Андрей Борисов'),
  fact('bakanov', 'person', 'Dmitry Bakanov|Дмитрий Баканов', {
    names: { uk: 'Дмитро Баканов', ja: 'ドミトリー・バカノフ' },
    roles: [{ office: 'roscosmos-head', from: '2025-02-06' }],
  }),
  fact('kikina', 'person', 'Anna Kikina|Анна Кикина'),
  fact('ohara', 'person', "Loral O'Hara|Лорал О’Хара"),
  fact('vande-hei', 'person', 'Mark Vande Hei|Марк Ванде Хай', {
    surname: { en: 'Vande Hei', ru: 'Ванде Хай' },
  }),
  fact('zarya', 'module', 'Zarya module|модуль «Заря»', {
    names: { uk: 'модуль «Зоря»' },
    aliases: {
      en: [{ text: 'Zarya', when: 'near' }],
      ru: [{ text: 'Заря', when: 'near' }],
      uk: [{ text: 'Зоря', when: 'near' }],
    },
  }),
  fact('unity', 'module', 'Unity module|модуль «Юнити»', {
    aliases: { en: [{ text: 'Unity', when: 'near' }] },
  }),
  fact('columbus', 'module', 'Columbus laboratory|модуль «Колумбус»', {
    aliases: { en: [{ text: 'Columbus', when: 'near' }] },
  }),
  fact('soyuz-ms', 'vehicle', 'Soyuz MS|Союз МС', {
    aliases: {
      en: [{ text: 'Soyuz', when: 'near' }],
      ru: ['корабль «Союз»', { text: 'Союз', when: 'near' }],
    },
  }),
  fact('segments', 'concept', 'Russian segment|российский сегмент'),
  fact('seat-swap', 'concept', 'seat swap|перекрёстные полёты', { aliases: { en: ['cross-flight'] } }),
  fact('deorbit', 'plan', 'Station deorbit plan|План сведения с орбиты', {
    states: [
      { state: 'proposed', from: '2022-01', to: '2024' },
      { state: 'active', from: '2024' },
    ],
    reviewBy: '2026-06-01',
    disputed: { en: 'Dates differ.', ru: 'Даты расходятся.' },
  }),
  fact('claim-lone', 'claim', 'It is the only station', {
    verdict: 'outdated',
    rules: [
      {
        lang: 'en',
        all: ['only|sole', 'crewed|inhabited', 'station|outpost'],
        within: 8,
        ordered: true,
        none: ['chinese|tiangong'],
        needs: ['iss'],
        from: '2021-04-29',
        voice: 'own',
      },
    ],
  }),
  fact('claim-leave', 'claim', 'Russia leaves after 2024', {
    verdict: 'outdated',
    rules: [{ lang: 'en', all: ['Russia*', 'leave|quit|withdraw*', '2024'], to: '2024-12' }],
  }),
  fact('topic-exit', 'topic', 'Staying and leaving|Остаться или уйти', {
    relations: { about: ['deorbit', 'roscosmos'] },
    cues: { en: ['withdraw*', 'leave the station'], ru: ['выход'] },
  }),
  fact('topic-swap', 'topic', 'Seat swaps|Обмен местами', {
    relations: { about: ['seat-swap'] },
    cues: { en: ['seat swap'] },
  }),
  event('news-2022', '2022-07-26', ['deorbit', 'roscosmos'], { weight: 3 }),
  event('swap-2025', '2025-07-31', ['seat-swap', 'roscosmos']),
  event('swap-later', '2025-11-10', ['seat-swap']),
  event('deorbit-2030', '2030', ['deorbit'], { status: 'scheduled', weight: 3 }),
  event('called-off', '2025-08-01', ['seat-swap'], { status: 'cancelled', weight: 3 }),
];

export const INDEX = compileIndex(FACTS, LEXICON);
export const BASE: Base = makeBase(INDEX, FACTS.map(noteOf));

export const TODAY = '2026-11-22';

export const article = (text: string, more: Partial<Article> = {}): Article => ({
  title: '',
  text,
  lang: 'en',
  published: '2025-08-01',
  ...more,
});

/** Finds in a text alone; the headline is empty unless given. Offsets are then those of the text plus one. */
export const findIn = (text: string, more: Partial<Article> = {}): Finding =>
  find(article(text, more), BASE, TODAY);

/** `surface=id` for each mention, in order of place. */
export const said = (text: string, more: Partial<Article> = {}): string[] =>
  findIn(text, more).mentions.map((m) => `${m.surface}=${m.id}`);
