/**
 * The first look, on every page of a listed site: may this be about the station partnership? From address, metadata,
 * headline and the first paragraphs only; wide rather than narrow, since the full finding decides afterwards.
 * Small and free of imports but the DOM getters: this is all that most pages ever load.
 */
import { all, attribute, bodyOf, isElement, localNameOf, parentOf, plainText, titleOf } from './dom.ts';

/** Says the subject by itself. */
const STATION =
  /\bISS\b|space station|orbital (?:station|outpost|lab)|roscosmos|roskosmos|roscosmo|мкс\b|роскосмос|орбитальн\S+ станци|космическ\S+ станци|космічн\S+ станці|орбітальн\S+ станці|raumstation|weltraumstation|stations? (?:spatiale|orbitale)|estaci[oó]n(?:es)? espacial|estación orbital|stazion\S spazial|esta[cç][aã]o espacial|stacj\S+ (?:kosmiczn|orbitaln)|ruimtestation|rymdstation|vesmírn\S+ stanic|stați\S+ spațial|uzay istasyon|宇宙ステーション|空间站|太空站|空間站|국제우주정거장|우주정거장|tiangong|天宫|天宮|apollo.{1,3}so[iy]uz|союз.{1,5}аполлон|\bSSI\b|\bEEI\b/i;

/** Says space flight; two different ones are enough. */
const SPACE = [
  /\bnasa\b|наса\b/i,
  /\besa\b|\bjaxa\b|\bcsa\b|ека\b|航天局|space agenc|agence spatiale|agencia espacial|agenzia spaziale|agência espacial|raumfahrtagentur|raumfahrtbehörde|космическ\S+ агентств|космічн\S+ агентств/i,
  /astronaut|cosmonaut|kosmonaut|spationaute|taikonaut|космонавт|астронавт|宇宙飛行士|宇航员|航天员|太空人|우주비행사|raumfahrer/i,
  /spacecraft|spaceflight|spacewalk|rocket|capsule|космическ|космос|космічн|weltraum|raumfahrt|raumschiff|spatial|espacial|spazial|kosmiczn|vesmír|uzay|宇宙|太空|航天|宇航|우주/i,
  /so[yi]uz|sojus|soyouz|союз\s?мс|progress ms|прогресс мс|dragon|starliner|cygnus|baikon|байконур|бай­конур|ソユーズ|联盟号|聯盟號/i,
  /orbit|орбит|орбіт|軌道|轨道|deorbit|space (?:policy|program|cooperation|exploration|chief)/i,
];

/** Enough of the body to know the subject by. Characters. */
const LEAD = 1800;
/** Text nodes looked at on a page that uses no paragraph elements. */
const MOST_NODES = 1500;

/** What was looked at and what it says; `thin` when the page has no text yet, so that it is worth looking again. */
export interface FirstLook {
  worth: boolean;
  thin: boolean;
}

const META =
  'meta[name="description"],meta[property="og:title"],meta[property="og:description"],meta[name="keywords"],meta[name="news_keywords"],meta[property="article:tag"]';

export function firstLook(doc: Document, url: string): FirstLook {
  const head = [
    titleOf(doc) ?? '',
    decode(url),
    ...all(doc, META)
      .slice(0, 30)
      .map((m) => attribute(m, 'content') ?? ''),
  ]
    .join('\n')
    .slice(0, 6000);
  if (isWorth(head)) return { worth: true, thin: false };
  const headings = all(doc, 'h1,h2')
    .slice(0, 8)
    .map((h) => plainText(h, 200));
  let lead = '';
  for (const p of all(doc, 'p').slice(0, 60)) {
    if (lead.length > LEAD) break;
    const text = plainText(p, 600);
    if (text.length > 40) lead += `${text}\n`;
  }
  if (lead.length < 200) lead += looseText(doc);
  const text = `${head}\n${headings.join('\n')}\n${lead}`;
  return { worth: isWorth(text), thin: lead.length < 200 };
}

const isWorth = (text: string): boolean =>
  STATION.test(text) || SPACE.filter((pattern) => pattern.test(text)).length >= 2;

/** Running text of a page without paragraphs: its longer text nodes. */
function looseText(doc: Document): string {
  const body = bodyOf(doc);
  if (!body) return '';
  const walker = Document.prototype.createTreeWalker.call(doc, body, NodeFilter.SHOW_TEXT);
  let out = '';
  for (let i = 0; i < MOST_NODES && out.length < LEAD; i++) {
    const node = walker.nextNode();
    if (!node) break;
    const parent = parentOf(node);
    const text = (node as Text).data.trim();
    if (
      text.length > 30 &&
      isElement(parent) &&
      !/^(script|style|noscript|template)$/.test(localNameOf(parent))
    )
      out += `${text}\n`;
  }
  return out;
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url).replace(/[-_/+]/g, ' ');
  } catch {
    return url;
  }
}
