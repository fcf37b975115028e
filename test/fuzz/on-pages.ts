/** Reading pages: nothing throws, nothing is changed, every offset leads back to its character. */
import fc from 'fast-check';
import { isPartialDate } from '../../src/facts/dates.ts';
import { find } from '../../src/match/find.ts';
import { readArticle, type ReadArticle } from '../../src/page/article.ts';
import { firstLook } from '../../src/page/gate.ts';
import { marksOf } from '../../src/page/marks.ts';
import { dateInAddress, jsonLd, metaOf, publicationDate } from '../../src/page/metadata.ts';
import { locate } from '../../src/page/text.ts';
import { base } from './pieces.ts';
import { fuzz, must, type Fuzz } from './property.ts';
import { anyTree, articleTree, build } from './trees.ts';

const ADDRESS = 'https://example.org/2025/08/01/a-story';
const TODAY = '2026-11-22';

/** White space of the source may have become a space; everything else is itself. */
const same = (own: string | undefined, char: string | undefined): boolean =>
  own === char || (char === ' ' && own !== undefined && /[\t\n\r\f]/.test(own));

function wayBack({ map, article, shift }: ReadArticle): void {
  must(article.text === map.text, () => 'the text found in is not the text read');
  must(shift === article.title.length + 1, () => 'the shift is not the headline and a break');
  for (let at = 0; at < map.text.length; at++) {
    const char = map.text[at];
    const place = locate(map, at);
    if (!place) {
      must(char === '\n' || char === '\u2028', () => `no node for ${JSON.stringify(char)} at ${at}`);
      continue;
    }
    const own = place.node.data[place.offset];
    must(same(own, char), () => `${JSON.stringify(own)} for ${JSON.stringify(char)} at ${at}`);
  }
  const spans = article.headings ?? [];
  spans.forEach(([start, end], i) =>
    must(
      start >= (spans[i - 1]?.[1] ?? shift) && end > start && end <= shift + map.text.length,
      () => `heading ${start}–${end} out of place`,
    ),
  );
  const { published } = article;
  must(published === null || isPartialDate(published), () => `${published} is no date`);
}

/** Every mark's range begins and ends at the very characters of its name. */
function marksFit({ map, article, shift }: ReadArticle): void {
  const whole = `${article.title}\n${article.text}`;
  const finding = find(article, base, TODAY);
  for (const { start, end, surface } of [...finding.mentions, ...finding.claims])
    must(whole.slice(start, end) === surface, () => `${surface} is not at ${start}`);
  for (const { range, surface } of marksOf(finding.mentions, finding.claims, map, shift)) {
    const first = (range.startContainer as Text).data[range.startOffset];
    const last = (range.endContainer as Text).data[range.endOffset - 1];
    must(same(first, surface[0]), () => `the mark of ${surface} begins at ${JSON.stringify(first)}`);
    must(same(last, surface.at(-1)), () => `the mark of ${surface} ends at ${JSON.stringify(last)}`);
  }
}

function reads(doc: Document): void {
  const before = doc.documentElement.outerHTML;
  firstLook(doc, ADDRESS);
  const read = readArticle(doc, ADDRESS);
  if (read) wayBack(read);
  must(doc.documentElement.outerHTML === before, () => 'reading changed the page');
}

const value: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    '2025-08-01',
    '2025-08-01T19:20:00+01:00',
    '1 August 2025',
    '',
    'NewsArticle',
    null,
    0,
    true,
    [],
    {},
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 2 }),
);
const KEYS = [
  '@type',
  '@graph',
  '@id',
  'datePublished',
  'dateCreated',
  'headline',
  'url',
  'mainEntityOfPage',
  'name',
];
const ld = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.dictionary(fc.constantFrom(...KEYS), value).map((data) => JSON.stringify(data)),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.dictionary(fc.constantFrom(...KEYS), value))
      .map((data) => JSON.stringify({ '@graph': data })),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);
const META = [
  'article:published_time',
  'datePublished',
  'date',
  'og:title',
  'citation_date',
  'parsely-pub-date',
  'og:type',
];
const dated = fc.record({
  ld: fc.array(ld, { maxLength: 3 }),
  meta: fc.array(fc.tuple(fc.constantFrom('name', 'property', 'itemprop'), fc.constantFrom(...META), value), {
    maxLength: 4,
  }),
  times: fc.array(value, { maxLength: 3 }),
  url: fc.oneof(
    fc.webUrl(),
    fc.string({ maxLength: 40 }),
    fc.constantFrom('https://a.org/2025/02/30/x', 'https://a.org/20250801/'),
  ),
});

export const onPages: Fuzz[] = [
  fuzz('any tree is read without a trace, every offset leads back', 60, anyTree, (trees) =>
    reads(build(trees)),
  ),
  fuzz('so is anything like an article', 30, articleTree, (trees) => reads(build(trees))),
  fuzz('marks begin and end at the characters of their names', 30, articleTree, (trees) => {
    const read = readArticle(build(trees), ADDRESS);
    if (read) marksFit(read);
  }),
  fuzz('the date of any page is a day that exists, or none', 100, dated, ({ ld, meta, times, url }) => {
    const doc = document.implementation.createHTMLDocument('A page');
    for (const text of ld) {
      const script = doc.createElement('script');
      script.type = 'application/ld+json';
      script.textContent = text;
      doc.head.append(script);
    }
    for (const [kind, name, content] of meta) {
      const element = doc.createElement('meta');
      element.setAttribute(kind, name);
      element.setAttribute('content', String(content));
      doc.head.append(element);
    }
    for (const when of times) {
      const element = doc.createElement('time');
      element.setAttribute('datetime', String(when));
      doc.body.append(element);
    }
    jsonLd(doc);
    metaOf(doc);
    const { published } = publicationDate(doc, url, doc.body, 'A headline');
    for (const day of [published, dateInAddress(url)])
      must(day === null || isPartialDate(day), () => `${day} is no date`);
  }),
];
