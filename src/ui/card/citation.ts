/** A note as something to quote: what it says, who says so, and when that was last looked at. Pure. */
import type { CardData } from '../../match/card.ts';
import type { FactSource } from '../../facts/schema.ts';
import { formatDate } from '../format.ts';
import { sayIn, type UiLang } from '../strings/index.ts';

/** @returns lines joined by `\n`, no trailing line break: name, note, one line per source, dates */
export function citationText(card: CardData, lang: UiLang): string {
  const sources = card.sources.map((s) => `${sourceWords(s, lang)}, ${s.url}`);
  return [card.name, body(card), [...sources, dates(card, lang)].join('\n')].filter(Boolean).join('\n\n');
}

/** The same in Markdown, sources as a list of links. Marks in names and titles are escaped, so a title cannot become markup. */
export function citationMarkdown(card: CardData, lang: UiLang): string {
  const sources = card.sources.map((s) => `- ${linked(s, lang)}`);
  return [`**${plain(card.name)}**`, plain(body(card)), sources.join('\n'), `*${plain(dates(card, lang))}*`]
    .filter(Boolean)
    .join('\n\n');
}

const body = (card: CardData): string => card.note ?? card.short ?? '';

function dates(card: CardData, lang: UiLang): string {
  const say = sayIn(lang);
  const checked = say('card.checked', { date: formatDate(card.checked, lang) });
  const asOf = card.asOf ? `${say('card.asOf', { date: formatDate(card.asOf, lang) })}; ` : '';
  return `${say('app.name')}: ${asOf}${checked}.`;
}

const when = (source: FactSource, lang: UiLang): string =>
  source.published ? formatDate(source.published, lang) : sayIn(lang)('card.undated');

const sourceWords = (s: FactSource, lang: UiLang): string => `${s.publisher}, “${s.title}”, ${when(s, lang)}`;

const linked = (s: FactSource, lang: UiLang): string =>
  // Angle brackets keep an address with a bracket in it whole.
  `${plain(s.publisher)}, [${plain(s.title)}](<${s.url.replace(/[<>]/g, encodeURIComponent)}>), ${when(s, lang)}`;

const plain = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, '\\$&');
