import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aliasesOf, find, findShown } from './find.ts';
import { makeBase } from './base.ts';
import { article, BASE, fact, findIn, INDEX, TODAY } from './test-base.ts';
import type { Finding } from './types.ts';

const marked = (f: Finding): string[] => f.mentions.filter((m) => m.mark).map((m) => m.surface);

describe('which mentions are underlined', () => {
  it('the first of each record', () =>
    expect(
      findIn('NASA said so. Roscosmos did not. NASA went on.').mentions.map((m) => [m.surface, m.mark]),
    ).toEqual([
      ['NASA', true],
      ['Roscosmos', true],
      ['NASA', false],
    ]));

  it('the first again in each section', () => {
    const text = 'NASA spoke.\nThen NASA left.\nNASA came back, said NASA.';
    const sections = [text.indexOf('Then') + 1, text.indexOf('NASA came') + 1];
    expect(findIn(text, { sections }).mentions.map((m) => m.mark)).toEqual([true, true, true, false]);
  });

  it('none in the headline', () =>
    expect(
      findIn('Then NASA left.', { title: 'NASA and Roscosmos' }).mentions.map((m) => [m.surface, m.mark]),
    ).toEqual([
      ['NASA', false],
      ['Roscosmos', false],
      ['NASA', true],
    ]));

  it('none in a heading, and the name after it is then the first', () => {
    const text = 'Talk.\nNASA and the rest\nNASA said so.';
    const from = text.indexOf('NASA') + 1;
    const finding = findIn(text, { headings: [[from, from + 'NASA and the rest'.length]] });
    expect(finding.mentions.map((m) => m.mark)).toEqual([false, true]);
  });

  it('four in a paragraph, the names that stand less often first', () => {
    const text =
      'NASA, Roscosmos, Bill Nelson, Dmitry Bakanov, Anna Kikina and Sean Duffy met.\nNASA, NASA, Roscosmos.';
    const finding = findIn(text);
    expect(marked(finding)).toEqual(['Bill Nelson', 'Dmitry Bakanov', 'Anna Kikina', 'Sean Duffy']);
  });
});

describe('finding only where the page is shown', () => {
  const NEWS =
    'Dmitry Bakanov, head of Roscosmos, spoke with NASA astronauts on the International Space Station.';
  it.each([
    ['news of the station', NEWS, true],
    ['nothing of ours', 'The council talked about roads.', false],
    ['names that might be ours and are not', 'Unity and Columbus are ideas; Nelson said so.', false],
    [
      'names of ours in an article on a game',
      `Astronauts fly to the International Space Station with Roscosmos. ${'The video game has a sequel. '.repeat(9)}`,
      false,
    ],
  ])('%s', (_name, text, shown) => {
    const all = find(article(text), BASE, TODAY);
    expect(all.show).toBe(shown);
    expect(findShown(article(text), BASE, () => TODAY)).toEqual(shown ? all : null);
  });

  it('any mixture of words gives the same as finding in all pages', () => {
    const words =
      `NASA|Roscosmos|the station|International Space Station|Bakanov|Dmitry Bakanov|Unity|Soyuz|astronauts
      |video game|sequel|football|galaxy|satellite|cooperation|head of|rocket|and|said|.|film|league`.split(
        /\s*\|/,
      );
    const text = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(text, text, (title, body) => {
        const all = find(article(body, { title }), BASE, TODAY);
        expect(findShown(article(body, { title }), BASE, () => TODAY)).toEqual(all.show ? all : null);
      }),
    );
  });

  it('asks for no note where nothing is shown', () => {
    const base = makeBase(INDEX, () => {
      throw new Error('asked for the notes');
    });
    expect(findShown(article('Football, NASA, Nelson and Unity.'), base, () => TODAY)).toBeNull();
    expect(() => findShown(article(NEWS), base, () => TODAY)).toThrow('asked for the notes');
  });
});

describe('what is counted', () => {
  it('entities with names, kinds and numbers', () => {
    const { entities, people } = findIn('Dmitry Bakanov of Roscosmos. Bakanov met NASA.');
    expect(people).toEqual(['bakanov']);
    expect(
      Object.fromEntries(Object.entries(entities).map(([id, e]) => [id, [e.name, e.kind, e.count]])),
    ).toEqual({
      bakanov: ['Dmitry Bakanov', 'person', 2],
      roscosmos: ['Roscosmos', 'organisation', 1],
      nasa: ['NASA', 'organisation', 1],
    });
  });

  it('aliases without the English name, each once', () => {
    const note = fact('x', 'concept', 'one|один', {
      aliases: { en: ['two', { text: 'three', when: 'near' }], ru: ['один'] },
    });
    expect(aliasesOf(note)).toEqual(['один', 'two', 'three']);
  });

  it('nothing in nothing', () => {
    const finding = find(article(''), BASE, TODAY);
    expect([finding.show, finding.mentions, finding.claims, finding.topics]).toEqual([false, [], [], []]);
  });

  it('language and date are those of the article', () => {
    const finding = findIn('NASA', { lang: 'und', published: null });
    expect([finding.lang, finding.published]).toEqual(['und', null]);
  });
});

/** Text made of names, conditions of names and what may stand between them. */
const newsLike = fc
  .array(
    fc.constantFrom(
      'International Space Station',
      'ISS',
      'iss',
      'the station',
      'Mir',
      'Zarya',
      'Unity',
      'Borisov',
      'Yury Borisov',
      'Bakanov',
      'NASA Administrator',

      'Nelson',
      'Bill Nelson',
      'МКС',
      'Союз',
      '«Союз»',
      'Роскосмоса',
      '国际空间站',
      'ロスコスモス',
      'only',
      'crewed',
      'Russia',
      'leave',
      '2024',
      'astronauts',
      ' ',
      ' ',
      ' ',
      '. ',
      ', ',
      '\n',
      '-',
      '“',
      '”',
      '\u00ad',
      '\u00a0',
      '’s',
      '(',
      '\ud83d',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(
  newsLike,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);
const anyLang = fc.constantFrom('en', 'ru', 'uk', 'de', 'ja', 'zh', 'und', 'xx', '');

describe('for any article', () => {
  it('spans are in range, in order and apart, and their surface is the text they cover', () => {
    fc.assert(
      fc.property(anyText, anyText, anyLang, (title, text, lang) => {
        const whole = `${title}\n${text}`;
        const finding = findIn(text, { title, lang });
        for (const list of [finding.mentions, finding.claims]) {
          let last = 0;
          for (const { start, end, surface } of list) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(whole.length);
            expect(surface).toBe(whole.slice(start, end));
            last = end;
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('no mention runs over the end of a paragraph, and at most four are underlined in one', () => {
    fc.assert(
      fc.property(newsLike, anyLang, (text, lang) => {
        const whole = `\n${text}`;
        const finding = findIn(text, { lang });
        const perLine = new Map<number, number>();
        for (const m of finding.mentions) {
          expect(m.surface).not.toContain('\n');
          const line = whole.slice(0, m.start).split('\n').length;
          if (m.mark) perLine.set(line, (perLine.get(line) ?? 0) + 1);
        }
        expect(Math.max(0, ...perLine.values())).toBeLessThanOrEqual(4);
      }),
      { numRuns: 300 },
    );
  });

  it('every mention, person, topic and claim is a record of the base; the score is one', () => {
    fc.assert(
      fc.property(newsLike, (text) => {
        const f = findIn(text);
        for (const { id } of [...f.mentions, ...f.topics, ...f.claims, ...f.keyDates])
          expect(BASE.notes.has(id)).toBe(true);
        expect(Object.values(f.entities).reduce((n, e) => n + e.count, 0)).toBe(f.mentions.length);
        expect(f.score).toBeGreaterThanOrEqual(0);
        expect(f.score).toBeLessThanOrEqual(1);
        expect(f.show).toBe(f.score >= 0.5 || (f.score === 0.5 && f.show));
      }),
    );
  });

  it('the same article gives the same finding, as plain data', () => {
    fc.assert(
      fc.property(newsLike, (text) => {
        const f = findIn(text);
        expect(findIn(text)).toEqual(f);
        expect(JSON.parse(JSON.stringify(f))).toEqual(f);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what a page can do', () => {
  const line =
    'Yury Borisov, head of Roscosmos, said the International Space Station and “Zarya” would stay. The ISS is old. ';
  const prose =
    'The crew aboard worked through the week, and mission control watched over the systems as it usually does. ';

  it('two million letters of prose', () => {
    const finding = findIn(line + prose.repeat(Math.ceil(2_000_000 / prose.length)) + line);
    expect(finding.mentions).toHaveLength(10);
    expect(finding.mentions.at(-1)?.end).toBeGreaterThan(2_000_000);
  }, 60_000);

  it('a word of two million letters', () => expect(findIn('a'.repeat(2_000_000)).mentions).toEqual([]));

  it('nothing but names', () => expect(findIn(line.repeat(200)).mentions).toHaveLength(1000));

  it('nothing but names takes time in proportion to its length', () => {
    const start = performance.now();
    expect(findIn(line.repeat(4000)).mentions).toHaveLength(20_000);
    expect(performance.now() - start).toBeLessThan(8000); // about a second here; grown in its square it takes ten times that
  }, 60_000);

  it('a claim met a thousand times in a sentence without end', () =>
    expect(
      findIn(`The ISS is the only crewed station ${'only crewed station '.repeat(1000)}`).claims,
    ).toHaveLength(1));

  it.each([
    ['an open quotation mark', '“'.repeat(50_000)],
    ['stops', '. '.repeat(50_000)],
    ['line breaks', 'NASA\n'.repeat(2000)],
    ['prefixes of names', 'International Space International Space '.repeat(2000)],
    ['combining marks', `NASA${'\u0301'.repeat(50_000)}`],
  ])('%s', (_name, text) => expect(() => findIn(text)).not.toThrow());
});
