/**
 * The first look, on every page of a listed site: may this be about the station partnership? From address, metadata,
 * headline and the first paragraphs only; wide rather than narrow, since the full finding decides afterwards.
 * Small and free of imports but the DOM getters: this is all that most pages ever load.
 */
import { all, attribute, bodyOf, isElement, localNameOf, parentOf, plainText, titleOf } from './dom.ts';

/*
 * Plain texts and no regular expressions: compiling one of these sizes takes a browser over a millisecond, on every page
 * anew, and looking for all of these texts in a lead takes a tenth of that. All in lower case.
 */

/** Whole words that say the subject by themselves. */
const STATION_WORDS = ['iss', 'ssi', 'eei', 'мкс'];
/** Beginnings and parts of words that do. */
const STATION =
  'crew dragon|space station|orbital station|orbital outpost|orbital lab|roscosmo|roskosmos|роскосмос|raumstation|estação espacial|estacao espacial|ruimtestation|rymdstation|uzay istasyon|宇宙ステーション|空间站|太空站|空間站|우주정거장|tiangong|天宫|天宮'.split(
    '|',
  );
/** Two parts with no more than an ending and a space between them. */
const STATION_PAIRS = (
  'орбитальн станци|космическ станци|космічн станці|орбітальн станці|station spatiale|station orbitale|' +
  'estaci espacial|estaci orbital|stazion spazial|stacj kosmiczn|stacj orbitaln|vesmírn stanic|stați spațial|' +
  'apollo soyuz|apollo soiuz|союз аполлон|союз мс'
)
  .split('|')
  .map((pair) => pair.split(' '));
/** Letters of an ending, a space, a dash. */
const MOST_BETWEEN = 6;

/** Says space flight; two different lines are enough. A word with spaces around it is a whole word. */
const SPACE = [
  ' nasa | наса ',
  ' esa | jaxa | csa | ека |航天局|space agenc|agence spatiale|agencia espacial|agenzia spaziale|agência espacial|raumfahrtagentur|raumfahrtbehörde|космическое агентств|космического агентств|космічне агентств|космічного агентств',
  'caminata espacial|passeggiata spaziale|sortie spatiale|astronaut|cosmonaut|kosmonaut|spationaute|taikonaut|космонавт|астронавт|宇宙飛行士|宇航员|航天员|太空人|우주비행사|raumfahrer',
  'spacecraft|spaceflight|spacewalk|rocket|capsule|капсул|космическ|космос|космічн|weltraum|raumfahrt|raumschiff|spatial|espacial|spazial|kosmiczn|vesmír|uzay|宇宙|太空|航天|宇航|우주',
  'soyuz|soiuz|sojus|soyouz|союз мс|союзмс|progress ms|прогресс мс|dragon|starliner|cygnus|baikon|байконур|бай\u00adконур|ソユーズ|联盟号|聯盟號',
  'orbit|орбит|орбіт|軌道|轨道|space policy|space program|space cooperation|space exploration|space chief',
].map((line) => line.split('|'));

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

function isWorth(text: string): boolean {
  const lower = text.toLowerCase();
  return (
    STATION_WORDS.some((word) => hasWord(lower, word)) ||
    STATION.some((part) => lower.includes(part)) ||
    STATION_PAIRS.some(([one = '', other = '']) => hasPair(lower, one, other)) ||
    SPACE.filter((line) =>
      line.some((part) => (part.startsWith(' ') ? hasWord(lower, part.trim()) : lower.includes(part))),
    ).length >= 2
  );
}

/** Only letters of alphabets with case: the words asked for are of such. */
const isLetter = (char: string): boolean => char.toLowerCase() !== char.toUpperCase();

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + word.length))) return true;
  return false;
}

function hasPair(text: string, one: string, other: string): boolean {
  for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + 1)) {
    const end = at + one.length;
    const next = text.indexOf(other, end);
    if (next < 0) return false;
    if (next - end <= MOST_BETWEEN) return true;
  }
  return false;
}

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
