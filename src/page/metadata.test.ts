// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPartialDate } from '../facts/dates.ts';
import { first } from './dom.ts';
import {
  dateInAddress,
  declaredLanguage,
  headlineText,
  jsonLd,
  metaOf,
  publicationDate,
  readDate,
  summaryText,
} from './metadata.ts';
import { documentOf } from './test-document.ts';

const ld = (data: unknown): string =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;
const dateOf = (html: string, url = 'https://example.org/story', headline = '') => {
  const doc = documentOf(html);
  const { published, publishedFrom } = publicationDate(doc, url, first(doc, 'article'), headline);
  return [published, publishedFrom];
};

describe('readDate', () => {
  it.each([
    ['2025-08-01', '2025-08-01'],
    ['2025-8-1', '2025-08-01'],
    ['2025-08-01T23:59:59Z', '2025-08-01'],
    ['2025-08-01T00:30:00+09:00', '2025-08-01'], // the day where it was written
    ['2025-08-01 10:00', '2025-08-01'],
    ['2025/08/01', '2025-08-01'],
    ['20250801', '2025-08-01'],
    ['20250801T101500', '2025-08-01'],
    ['20250801101500', '2025-08-01'],
    ['01.08.2025', '2025-08-01'],
    ['1.8.2025, 10:15 Uhr', '2025-08-01'],
    ['2025年8月1日', '2025-08-01'],
    ['2025年08月01日 10時', '2025-08-01'],
    ['Fri, 01 Aug 2025 23:00:00 GMT', '2025-08-01'],
    ['August 1, 2025', '2025-08-01'],
    ['Aug 1, 2025 at 10:15 p.m. ET', '2025-08-01'],
    ['1 August 2025', '2025-08-01'],
    ['1754042400', '2025-08-01'],
    ['  2025-08-01  ', '2025-08-01'],
    ['2025-02-29', null],
    ['2024-02-29', '2024-02-29'],
    ['2025-13-01', null],
    ['2025-00-10', null],
    ['31.06.2025', null],
    ['1989-12-31', null],
    ['2100-01-01', null],
    ['0001-01-01T00:00:00Z', null],
    ['yesterday', null],
    ['3 hours ago', null],
    ['12345', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%s is %s', (raw, day) => expect(readDate(raw)).toBe(day));

  // Thirteen digits are taken for year, month, day and the rest for a time of day.
  it('milliseconds', () => expect(readDate('1754042400000')).toBe('2025-08-01'));

  it('never throws, and says null or a real day', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789-/.: TZ年月日'), maxLength: 30 });
    const parts = fc
      .tuple(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 0, max: 99 }),
      )
      .map(([y, m, d]) => `${String(y).padStart(4, '0')}-${m}-${d}`);
    fc.assert(
      fc.property(
        fc.oneof(
          digits,
          parts,
          fc.string({ unit: 'binary' }),
          fc.date({ noInvalidDate: true }).map((d) => d.toUTCString()),
        ),
        (raw) => {
          const day = readDate(raw);
          if (day !== null) expect(day.length === 10 && isPartialDate(day)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('where a date stands', () => {
  const article = {
    '@type': 'NewsArticle',
    headline: 'A long headline here',
    datePublished: '2025-08-01T10:00:00Z',
  };
  const other = {
    '@type': 'NewsArticle',
    headline: 'Another story altogether',
    url: 'https://example.org/other-story',
    datePublished: '2020-02-02',
  };

  it.each<[string, string, [string | null, string]]>([
    ['JSON-LD', ld(article), ['2025-08-01', 'json-ld']],
    ['in a list', ld([{ '@type': 'Organization' }, article]), ['2025-08-01', 'json-ld']],
    [
      'in @graph',
      ld({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite' }, article] }),
      ['2025-08-01', 'json-ld'],
    ],
    ['as main entity', ld({ '@type': 'WebPage', mainEntity: article }), ['2025-08-01', 'json-ld']],
    ['two types', ld({ ...article, '@type': ['Thing', 'ReportageNewsArticle'] }), ['2025-08-01', 'json-ld']],
    ['a blog', ld({ ...article, '@type': 'BlogPosting' }), ['2025-08-01', 'json-ld']],
    [
      'a broken block before a sound one',
      ld('{"@type": "NewsArticle", ') + ld(article),
      ['2025-08-01', 'json-ld'],
    ],
    ['of an event, not an article', ld({ '@type': 'Event', datePublished: '2025-08-01' }), [null, 'unknown']],
    ['a number for a date', ld({ ...article, datePublished: 20250801 }), [null, 'unknown']],
    ['null, true and nothing', ld(null) + ld('true') + ld(''), [null, 'unknown']],
    ['a date of no year of ours', ld({ ...article, datePublished: '9999-99-99' }), [null, 'unknown']],
    [
      'JSON-LD before meta',
      `<meta property="article:published_time" content="2024-01-01">${ld(article)}`,
      ['2025-08-01', 'json-ld'],
    ],
    [
      'meta',
      '<meta property="article:published_time" content="2025-08-01T10:00:00Z">',
      ['2025-08-01', 'meta'],
    ],
    [
      'meta by name, in capitals',
      '<meta name="DC.Date.Issued" content="2025-08-01">',
      ['2025-08-01', 'meta'],
    ],
    ['meta by itemprop', '<meta itemprop="datePublished" content="2025-08-01">', ['2025-08-01', 'meta']],
    [
      'the more telling meta',
      '<meta name="date" content="2020-01-01"><meta property="article:published_time" content="2025-08-01">',
      ['2025-08-01', 'meta'],
    ],
    [
      'a meta without a date, then one with',
      '<meta name="pubdate" content="soon"><meta name="date" content="2025-08-01">',
      ['2025-08-01', 'meta'],
    ],
    ['an empty meta', '<meta name="date" content=""><meta name="date">', [null, 'unknown']],
    [
      'a time element',
      '<article><time datetime="2025-08-01">Friday</time></article>',
      ['2025-08-01', 'time'],
    ],
    [
      'a time that says published',
      '<article><time datetime="2020-01-01"></time></article><time itemprop="datePublished" datetime="2025-08-01"></time>',
      ['2025-08-01', 'time'],
    ],
    [
      'a time with pubdate',
      '<article><time datetime="2020-01-01"></time><time pubdate datetime="2025-08-01"></time></article>',
      ['2025-08-01', 'time'],
    ],
    [
      'text of an itemprop',
      '<article><span itemprop="datePublished">August 1, 2025</span></article>',
      ['2025-08-01', 'time'],
    ],
    [
      'times of comments and related stories',
      '<article><div class="comment-list"><time datetime="2025-08-01"></time></div><aside><time datetime="2025-08-01"></time></aside></article>',
      [null, 'unknown'],
    ],
    [
      'many times of a feed, none in the article',
      '<article>x</article>' + '<time datetime="2025-08-01"></time>'.repeat(5),
      [null, 'unknown'],
    ],
    ['none', '<article>text</article>', [null, 'unknown']],
  ])('%s', (_name, html, expected) => expect(dateOf(html)).toEqual(expected));

  it('of several articles the one with this headline', () =>
    expect(dateOf(ld([other, article]), 'https://example.org/story', 'A long headline here')).toEqual([
      '2025-08-01',
      'json-ld',
    ]));
  it('or this address', () =>
    expect(dateOf(ld([article, other]), 'https://example.org/other-story?x=1')).toEqual([
      '2020-02-02',
      'json-ld',
    ]));
  it('or the first', () => expect(dateOf(ld([other, article]))).toEqual(['2020-02-02', 'json-ld']));

  it.each([
    ['https://example.org/2025/08/01/story', '2025-08-01'],
    ['https://example.org/2025/8/1/story', '2025-08-01'],
    ['https://example.org/story-2025-08-01.html', '2025-08-01'],
    ['https://example.org/news/20250801-story', '2025-08-01'],
    ['https://example.org/2025/0801/story', '2025-08-01'],
    ['https://example.org/a/202508011234567', null],
    ['https://example.org/2025/08/story', null],
    ['https://example.org/2025/13/41/', null],
    ['https://2025-08-01.example.org/story', null],
    ['', null],
    ['about:blank', null],
  ])('address %s: %s', (url, day) => expect(dateInAddress(url)).toBe(day));

  it('the address stands in last', () =>
    expect(dateOf('<p>text', 'https://example.org/2025/08/01/story')).toEqual(['2025-08-01', 'address']));

  it('JSON-LD nested without end, huge or many', () => {
    const deep = `${'{"@graph":['.repeat(2000)}${']}'.repeat(2000)}`;
    expect(dateOf(ld(deep))).toEqual([null, 'unknown']);
    expect(dateOf(ld(`["${'x'.repeat(400_000)}"]`))).toEqual([null, 'unknown']);
    expect(
      jsonLd(
        documentOf(
          ld(Array.from({ length: 50 }, () => ({ '@graph': Array.from({ length: 50 }, () => article) }))),
        ),
      ).length,
    ).toBeLessThan(400);
  });
  it('keys that shadow object members', () =>
    expect(
      dateOf(
        ld(
          '{"__proto__":{"@type":"NewsArticle"},"constructor":1,"@type":"NewsArticle","datePublished":"2025-08-01"}',
        ),
      ),
    ).toEqual(['2025-08-01', 'json-ld']));
});

describe('language, headline, summary', () => {
  it.each([
    ['<html lang="ru">', 'ru'],
    ['<html lang="pt-BR">', 'pt'],
    ['<html lang="EN_us">', 'en'],
    ['<html xml:lang="de">', 'de'],
    ['<meta property="og:locale" content="fr_FR">', 'fr'],
    ['<html lang="">', 'und'],
    ['<html lang="1">', 'und'],
    ['<p>', 'und'],
  ])('%s: %s', (html, lang) => expect(declaredLanguage(documentOf(html))).toBe(lang));

  it.each([
    ['its element', '<h1> A  <b>headline</b>\n here </h1><title>T | Site</title>', 'A headline here'],
    [
      'what is shared',
      '<h1></h1><meta property="og:title" content="Shared  title"><title>T | Site</title>',
      'Shared title',
    ],
    [
      'the window title without the site',
      '<title>Crew swap: what now – Example News</title>',
      'Crew swap: what now',
    ],
    ['a hyphen in the title stays', '<title>Crew-11 lands</title>', 'Crew-11 lands'],
    ['nothing', '<p>', ''],
  ])('headline: %s', (_name, html, title) => {
    const doc = documentOf(html);
    expect(headlineText(doc, first(doc, 'h1'))).toBe(title);
  });

  it('the first of several meta elements counts, and long ones are cut', () => {
    const meta = metaOf(
      documentOf(
        `<meta name="description" content="one"><meta name="description" content="two"><meta name="keywords" content="${'k'.repeat(5000)}">`,
      ),
    );
    expect(meta.get('description')).toBe('one');
    expect(meta.get('keywords')).toHaveLength(1000);
    expect(
      summaryText(
        documentOf('<meta name="description" content="D"><meta name="keywords" content="K">'),
      ).trim(),
    ).toMatch(/^D\s+K$/);
  });
});
