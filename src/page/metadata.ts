/** What a page says of itself: JSON-LD, meta elements, `time`, address. Everything is untrusted text. */
import { isPartialDate } from '../facts/dates.ts';
import {
  all,
  attribute,
  closest,
  contains,
  plainText,
  rootElementOf,
  textContentOf,
  titleOf,
} from './dom.ts';

export type DateSource = 'json-ld' | 'meta' | 'time' | 'address' | 'given' | 'unknown';

export interface PageDate {
  published: string | null;
  publishedFrom: DateSource;
}

const isObject = (x: unknown): x is Record<string, unknown> =>
  typeof x === 'object' && x !== null && !Array.isArray(x);
const asText = (x: unknown): string | null => (typeof x === 'string' ? x : null);

/** JSON-LD larger than this is not read. */
const MOST_JSON = 300_000;

/** Every object of a page's JSON-LD, `@graph` and lists opened; broken blocks are passed over. */
export function jsonLd(doc: Document): Record<string, unknown>[] {
  const out: Record<string, unknown>[] = [];
  const open = (value: unknown, depth: number): void => {
    if (depth > 4 || out.length > 200) return;
    if (Array.isArray(value)) for (const item of value.slice(0, 100)) open(item, depth + 1);
    else if (isObject(value)) {
      out.push(value);
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage'])
        if (value[key]) open(value[key], depth + 1);
    }
  };
  for (const script of all(doc, 'script[type="application/ld+json"]').slice(0, 20)) {
    const source = textContentOf(script) ?? '';
    if (source.length > MOST_JSON) continue;
    try {
      open(JSON.parse(source), 0);
    } catch {
      // Publishers break their JSON in many ways; the other sources of a date stand in.
    }
  }
  return out;
}

const ARTICLE = /Article|Posting|Report|WebPage$/;

/**
 * A date as pages write it to `YYYY-MM-DD`, in the zone the page wrote it in; null when it is none, lies before
 * 1990 or cannot be one of an article.
 */
export function readDate(raw: string | null | undefined): string | null {
  const text = raw?.trim().slice(0, 60) ?? '';
  let day: string | null = null;
  const iso =
    /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text) ??
    /^(\d{4})\/(\d{1,2})\/(\d{1,2})/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?:\D|T|$|\d{4,6}$)/.exec(text);
  const european = /^(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(text);
  const asian = /^(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(text);
  const parts = iso ?? asian ?? (european ? [text, european[3], european[2], european[1]] : null);
  if (/^1[0-9]{12}$/.test(text)) day = new Date(Number(text)).toISOString().slice(0, 10);
  else if (parts)
    day = `${parts[1]}-${String(parts[2]).padStart(2, '0')}-${String(parts[3]).padStart(2, '0')}`;
  else if (/^1[0-9]{9}$/.test(text)) day = new Date(Number(text) * 1000).toISOString().slice(0, 10);
  else if (/[A-Za-z]{3}/.test(text) && /\d{4}/.test(text)) {
    // “Fri, 01 Aug 2025 10:00:00 GMT” or “August 1, 2025”: the words before a zone, read as that day everywhere.
    const time = Date.parse(
      `${text
        .replace(/\s+(at|@)\s.*$/i, '')
        .replace(/\d{1,2}:\d{2}.*$/, '')
        .trim()} UTC`,
    );
    if (!Number.isNaN(time)) day = new Date(time).toISOString().slice(0, 10);
  }
  return day && isPartialDate(day) && day >= '1990-01-01' && day < '2100-01-01' ? day : null;
}

const META = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'og:pubdate',
  'datePublished',
  'dateCreated',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'article.published',
  'date',
  'dc.date',
  'dc.date.issued',
  'dc.date.created',
  'dcterms.created',
  'dcterms.date',
  'dcterms.issued',
  'sailthru.date',
  'parsely-pub-date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'mediator_published_time',
  'analyticsattributes.articledate',
  'bt:pubdate',
  'rnews:datepublished',
  'displaydate',
  'timestamp',
].map((n) => n.toLowerCase());

/** Contents of meta elements by lower-case name, property or itemprop; the first of each counts. */
export function metaOf(doc: Document): Map<string, string> {
  const out = new Map<string, string>();
  for (const meta of all(doc, 'meta').slice(0, 300)) {
    const content = attribute(meta, 'content');
    if (!content) continue;
    for (const key of ['property', 'name', 'itemprop']) {
      const name = attribute(meta, key)?.toLowerCase();
      if (name && !out.has(name)) out.set(name, content.slice(0, 1000));
    }
  }
  return out;
}

/** When the article appeared, from the most to the least telling source. */
export function publicationDate(
  doc: Document,
  url: string,
  root: Element | null,
  headline: string,
): PageDate {
  const fromLd = dateInJsonLd(jsonLd(doc), url, headline);
  if (fromLd) return { published: fromLd, publishedFrom: 'json-ld' };
  const meta = metaOf(doc);
  for (const name of META) {
    const day = readDate(meta.get(name));
    if (day) return { published: day, publishedFrom: 'meta' };
  }
  const time = dateInTime(doc, root);
  if (time) return { published: time, publishedFrom: 'time' };
  const address = dateInAddress(url);
  return address
    ? { published: address, publishedFrom: 'address' }
    : { published: null, publishedFrom: 'unknown' };
}

/** A page may describe several articles: the one with this headline or address first, then the first. */
function dateInJsonLd(
  objects: readonly Record<string, unknown>[],
  url: string,
  headline: string,
): string | null {
  const dated = objects.flatMap((o) => {
    const type = [o['@type']].flat().map(String).join(' ');
    const day = readDate(asText(o['datePublished']) ?? asText(o['uploadDate']) ?? asText(o['dateCreated']));
    return day && ARTICLE.test(type) ? [{ o, day }] : [];
  });
  const same = (a: string, b: string) =>
    a.length > 10 && b.length > 10 && (a.startsWith(b.slice(0, 40)) || b.startsWith(a.slice(0, 40)));
  const own = dated.find(({ o }) => {
    const link =
      asText(o['url']) ??
      (isObject(o['mainEntityOfPage'])
        ? asText(o['mainEntityOfPage']['@id'])
        : asText(o['mainEntityOfPage']));
    return (
      same(asText(o['headline']) ?? '', headline) ||
      (link !== null && link.length > 12 && url.startsWith(link))
    );
  });
  return (own ?? dated[0])?.day ?? null;
}

/** `time` elements in or just around the article; one marked as publication wins. */
function dateInTime(doc: Document, root: Element | null): string | null {
  const area = root ? (closest(root, 'article, main') ?? root) : null;
  const times = all<Element>(doc, 'time[datetime], [itemprop="datePublished"]').slice(0, 60);
  const near = area ? times.filter((t) => contains(area, t)) : [];
  const ordered = [
    ...times.filter(
      (t) =>
        /publish/i.test(`${attribute(t, 'itemprop') ?? ''} ${attribute(t, 'class') ?? ''}`) ||
        attribute(t, 'pubdate') !== null,
    ),
    ...near,
    ...(times.length <= 3 ? times : []),
  ];
  for (const time of ordered) {
    if (closest(time, '[class*="comment"], [id*="comment"], [class*="related"], aside, footer')) continue;
    const day = readDate(attribute(time, 'datetime') ?? attribute(time, 'content') ?? plainText(time, 60));
    if (day) return day;
  }
  return null;
}

/** `/2025/08/01/`, `/2025-08-01-` or `20250801` between non-digits in an address. */
export function dateInAddress(url: string): string | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]+/i, '').slice(0, 400);
  const match =
    /(?:^|\D)(20\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:\D|$)/.exec(path) ??
    /(?:^|\D)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\D|$)/.exec(path) ??
    /(?:^|\/)(20\d{2})\/(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\D|$)/.exec(path);
  return match ? readDate(`${match[1]}-${match[2]}-${match[3]}`) : null;
}

/** Language as an ISO 639-1 code: what the page declares, or `und`. */
export function declaredLanguage(doc: Document): string {
  const root = rootElementOf(doc);
  const lang = root ? (attribute(root, 'lang') ?? attribute(root, 'xml:lang')) : null;
  const code = /^[a-z]{2,3}/i.exec(lang ?? metaOf(doc).get('og:locale') ?? '')?.[0]?.toLowerCase();
  return code ?? 'und';
}

/** The headline: its element's text, else what the page gives to sharers, else the window title without the site. */
export function headlineText(doc: Document, element: Element | null): string {
  const own = element ? plainText(element, 300) : '';
  if (own) return own;
  const meta = metaOf(doc);
  const shared = meta.get('og:title') ?? meta.get('twitter:title');
  if (shared) return shared.replace(/\s+/g, ' ').trim();
  return (titleOf(doc) ?? '')
    .replace(/\s+[|–—-]\s+[^|–—-]{2,40}$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Description and keywords: short, written by the publisher, and there before the body is. */
export function summaryText(doc: Document): string {
  const meta = metaOf(doc);
  return ['description', 'og:description', 'keywords', 'news_keywords', 'article:tag']
    .map((n) => meta.get(n) ?? '')
    .join(' ')
    .slice(0, 2000);
}
