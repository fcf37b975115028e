import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAME_LANGS, type NameLang } from '../../facts/schema.ts';
import { formsOf } from './forms.ts';

/** `person` changes every word, `name` has no plural, `term` has one. */
type As = 'person' | 'name' | 'term';
const forms = (name: string, lang: NameLang, as: As): string[] =>
  formsOf(name, lang, as === 'person', as === 'term');
type Row = [dictionary: string, as: As, inText: string];

describe('Russian', () => {
  it.each<Row>([
    ['Дмитрий Баканов', 'person', 'Дмитрия Баканова'],
    ['Дмитрий Баканов', 'person', 'Дмитрию Баканову'],
    ['Дмитрий Баканов', 'person', 'Дмитрием Бакановым'],
    ['Дмитрий Баканов', 'person', 'Дмитрии Баканове'],
    ['Анна Кикина', 'person', 'Анны Кикиной'],
    ['Анна Кикина', 'person', 'Анне Кикиной'],
    ['Анна Кикина', 'person', 'Анну Кикину'],
    ['Анна Кикина', 'person', 'Анной Кикиной'],
    ['Джаред Айзекман', 'person', 'Джареда Айзекмана'],
    ['Джаред Айзекман', 'person', 'Джаредом Айзекманом'],
    ['Олег Кононенко', 'person', 'Олега Кононенко'],
    ['Олег Кононенко', 'person', 'Олегом Кононенко'],
    ['Юрий Борисов', 'person', 'Юрия Борисова'],
    ['Юрий Борисов', 'person', 'Юрием Борисовым'],
    ['Сергей Крикалёв', 'person', 'Сергея Крикалёва'],
    ['Сергей Крикалёв', 'person', 'Сергеем Крикалёвым'],
    ['Валерий Поляков', 'person', 'Валерия Полякова'],
    ['Пётр Дубров', 'person', 'Петра Дуброва'],
    ['Юрий Гагарин', 'person', 'Юрием Гагариным'],
    ['Дмитрий Рогозин', 'person', 'Дмитрием Рогозиным'],
    ['Алексей Овчинин', 'person', 'Алексеем Овчининым'],
    ['Елена Серова', 'person', 'Елене Серовой'],
    ['Роскосмос', 'name', 'Роскосмоса'],
    ['Роскосмос', 'name', 'Роскосмосом'],
    ['станция', 'term', 'станцию'],
    ['станция', 'term', 'станцией'],
    ['станция', 'term', 'станциях'],
    ['сегмент', 'term', 'сегмента'],
    ['российский сегмент', 'term', 'российского сегмента'],
    ['российский сегмент', 'term', 'российском сегменте'],
    ['российский сегмент', 'term', 'российскими сегментами'],
    ['корабль «Союз»', 'name', 'корабля «Союз»'],
    ['корабль «Союз»', 'name', 'корабле «Союз»'],
    ['корабль «Союз»', 'name', 'кораблём «Союз»'],
    ['Международная космическая станция', 'name', 'Международной космической станции'],
    ['Международная космическая станция', 'name', 'Международную космическую станцию'],
    ['Международная космическая станция', 'name', 'Международной космической станцией'],
    ['модуль «Наука»', 'name', 'модуля «Наука»'],
    ['Заря', 'name', 'Зарёй'],
    ['перекрёстный полёт', 'term', 'перекрёстных полётов'],
    ['соглашение', 'term', 'соглашений'],
    ['генеральный директор Роскосмоса', 'term', 'генеральному директору Роскосмоса'],
    ['глава Роскосмоса', 'term', 'главой Роскосмоса'],
    ['космодром Байконур', 'name', 'космодрома Байконур'],
  ])('%s (%s): %s', (name, as, form) => expect(forms(name, 'ru', as)).toContain(form));

  it.each<Row>([
    ['Олег Кононенко', 'person', 'Олега Кононенки'],
    ['Роскосмос', 'name', 'Роскосмосы'],
    ['МКС', 'term', 'МКСа'],
    ['НАСА', 'term', 'НАСЫ'],
    ['Международная космическая станция', 'name', 'Международные космические станции'],
    ['Анна Кикина', 'person', 'Анном Кикиным'],
  ])('%s (%s) is never %s', (name, as, form) => expect(forms(name, 'ru', as)).not.toContain(form));
});

describe('Ukrainian', () => {
  it.each<Row>([
    ['Дмитро Баканов', 'person', 'Дмитра Баканова'],
    ['Дмитро Баканов', 'person', 'Дмитру Баканову'],
    ['Дмитро Баканов', 'person', 'Дмитром Бакановим'],
    ['Юрій Борисов', 'person', 'Юрія Борисова'],
    ['Юрій Борисов', 'person', 'Юрієм Борисовим'],
    ['Джаред Айзекман', 'person', 'Джареда Айзекмана'],
    ['Олег Кононенко', 'person', 'Олега Кононенка'],
    ['Олег Кононенко', 'person', 'Олегом Кононенком'],
    ['Анна Кікіна', 'person', 'Анни Кікіної'],
    ['Анна Кікіна', 'person', 'Анну Кікіну'],
    ['Анна Кікіна', 'person', 'Анною Кікіною'],
    ['Роскосмос', 'name', 'Роскосмосу'],
    ['Роскосмос', 'name', 'Роскосмосом'],
    ['Роскосмос', 'name', 'Роскосмосі'],
    ['станція', 'term', 'станцією'],
    ['станція', 'term', 'станцій'],
    ['сегмент', 'term', 'сегмента'],
    ['російський сегмент', 'term', 'російського сегмента'],
    ['російський сегмент', 'term', 'російському сегменті'],
    ['корабель «Союз»', 'name', 'корабля «Союз»'],
    ['корабель «Союз»', 'name', 'кораблем «Союз»'],
    ['Міжнародна космічна станція', 'name', 'Міжнародної космічної станції'],
    ['Міжнародна космічна станція', 'name', 'Міжнародну космічну станцію'],
    ['Міжнародна космічна станція', 'name', 'Міжнародною космічною станцією'],
    ['Міжнародна космічна станція', 'name', 'Міжнародній космічній станції'],
    ['Зоря', 'name', 'Зорі'],
    ['Зоря', 'name', 'Зорею'],
    ['угода', 'term', 'угоди'],
    ['модуль «Заря»', 'name', 'модулем «Заря»'],
  ])('%s (%s): %s', (name, as, form) => expect(forms(name, 'uk', as)).toContain(form));

  it.each<Row>([
    ['кабель', 'term', 'кабля'],
    ['МКС', 'term', 'МКСу'],
    ['Анна Кікіна', 'person', 'Анном Кікіним'],
  ])('%s (%s) is never %s', (name, as, form) => expect(forms(name, 'uk', as)).not.toContain(form));
});

describe('Polish', () => {
  it.each<Row>([
    ['Dmitrij Bakanow', 'person', 'Dmitrija Bakanowa'],
    ['Dmitrij Bakanow', 'person', 'Dmitrijowi Bakanowowi'],
    ['Dmitrij Bakanow', 'person', 'Dmitrijem Bakanowem'],
    ['Dmitrij Bakanow', 'person', 'Dmitriju Bakanowie'],
    ['Jurij Borisow', 'person', 'Jurija Borisowa'],
    ['Anna Kikina', 'person', 'Anny Kikiny'],
    ['Anna Kikina', 'person', 'Annę Kikinę'],
    ['Anna Kikina', 'person', 'Anną Kikiną'],
    ['Anna Kikina', 'person', 'Annie Kikinie'],
    ['Jared Isaacman', 'person', 'Jareda Isaacmana'],
    ['Jared Isaacman', 'person', 'Jaredem Isaacmanem'],
    ['Oleg Kononienko', 'person', 'Olegiem Kononienką'],
    ['Oleg Kononienko', 'person', 'Olega Kononienki'],
    ['Międzynarodowa Stacja Kosmiczna', 'name', 'Międzynarodowej Stacji Kosmicznej'],
    ['Międzynarodowa Stacja Kosmiczna', 'name', 'Międzynarodową Stację Kosmiczną'],
    ['Międzynarodowa Stacja Kosmiczna', 'name', 'Międzynarodową Stacją Kosmiczną'],
    ['Roskosmos', 'name', 'Roskosmosu'],
    ['Roskosmos', 'name', 'Roskosmosem'],
    ['Roskosmos', 'name', 'Roskosmosie'],
    ['Roskosmos', 'name', 'Roskosmosowi'],
    ['rosyjski segment', 'term', 'rosyjskiego segmentu'],
    ['rosyjski segment', 'term', 'rosyjskim segmencie'],
    ['stacja kosmiczna', 'term', 'stacji kosmicznej'],
    ['stacja kosmiczna', 'term', 'stacje kosmiczne'],
    ['statek Sojuz', 'name', 'statku Sojuz'],
    ['statek Sojuz', 'name', 'statkiem Sojuz'],
    ['moduł Zaria', 'name', 'modułu Zaria'],
    ['moduł Zaria', 'name', 'module Zaria'],
    ['porozumienie', 'term', 'porozumienia'],
  ])('%s (%s): %s', (name, as, form) => expect(forms(name, 'pl', as)).toContain(form));
});

describe('German', () => {
  it.each<Row>([
    ['Internationale Raumstation', 'name', 'Internationalen Raumstation'],
    ['Internationale Raumstation', 'name', 'Internationaler Raumstation'],
    ['russische Raumfahrtagentur', 'name', 'russischen Raumfahrtagentur'],
    ['russische Raumfahrtbehörde', 'name', 'russischen Raumfahrtbehörde'],
    ['Raumstation', 'term', 'Raumstationen'],
    ['Dmitri Bakanow', 'person', 'Dmitri Bakanows'],
    ['Jared Isaacman', 'person', 'Jared Isaacmans'],
    ['Roskosmos', 'name', 'Roskosmos'],
    ['russische Raumfahrtbehörde', 'name', 'russischer Raumfahrtbehörde'],
    ['Raumfahrtbehörde', 'term', 'Raumfahrtbehörden'],
    ['russisches Segment', 'term', 'russischen Segments'],
    ['russisches Segment', 'term', 'russischem Segment'],
    ['russischer Sektor', 'term', 'russischen Sektors'],
    ['Modul', 'term', 'Moduls'],
  ])('%s (%s): %s', (name, as, form) => expect(forms(name, 'de', as)).toContain(form));

  it.each<Row>([
    ['Jared Isaacman', 'person', 'Jareds Isaacman'],
    ['Bill Nelson', 'person', 'Bills Nelson'],
  ])('%s (%s) is never %s', (name, as, form) => expect(forms(name, 'de', as)).not.toContain(form));
});

describe('English and the rest', () => {
  it.each<[string, NameLang, As, string[]]>([
    ['seat swap', 'en', 'term', ['seat swap', 'seat swaps']],
    ['launch', 'en', 'term', ['launch', 'launches']],
    ['treaty', 'en', 'term', ['treaty', 'treaties']],
    ['relay', 'en', 'term', ['relay', 'relays']],
    ['ISS', 'en', 'term', ['ISS']],
    ['Bill Nelson', 'en', 'person', ['Bill Nelson']],
    ['Roscosmos', 'en', 'name', ['Roscosmos']],
    ['Station spatiale', 'fr', 'term', ['Station spatiale']],
    ['国际空间站', 'zh', 'term', ['国际空间站']],
    ['NASA', 'ru', 'term', ['NASA']],
    ['Crew Dragon', 'ru', 'name', ['Crew Dragon']],
  ])('%s in %s (%s)', (name, lang, as, all) => expect(forms(name, lang, as)).toEqual(all));
});

describe('any name', () => {
  const word = fc.stringMatching(/^[А-Яа-яІіЇїA-Za-ząęłńśżźäöüß0-9«»“”-]{1,10}$/);
  it('gives itself first, no form twice and none empty', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...NAME_LANGS),
        fc.boolean(),
        fc.boolean(),
        (words, lang, person, plural) => {
          const name = words.join(' ');
          const all = formsOf(name, lang, person, plural);
          expect(all[0]).toBe(name);
          expect(new Set(all).size).toBe(all.length);
          expect(all.every((f) => f.trim() !== '')).toBe(true);
          expect(all.length).toBeLessThan(60);
        },
      ),
    );
  });
});
