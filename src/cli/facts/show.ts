/** One record as its reader sees it, as text. Pure. */
import type { FactSource } from '../../facts/schema.ts';
import type { Base, Note } from '../../match/base.ts';
import { cardOf, type CardData, type NoteLang } from '../../match/card.ts';
import { makeUi, type Ui } from '../../ui/context.ts';
import { columns, paragraph, part } from './layout.ts';
import { stateWord } from './words.ts';

/** Less than this is in too many ids to be a hint. */
const LEAST_LIKE = 3;
const MOST_LIKE = 5;

/** What kind it is, with the date and verdict that stand on the record itself. */
function headLine(note: Note, { say, when }: Ui): string {
  const dated = note.date ? when({ date: note.date, ...(note.end ? { end: note.end } : {}) }) : '';
  const planned =
    note.status === 'scheduled'
      ? say('date.scheduled')
      : note.status === 'cancelled'
        ? say('state.cancelled')
        : '';
  const verdict = note.verdict ? say(`verdict.${note.verdict}`) : '';
  return [say(`kind.${note.kind}`), note.id, dated, planned, verdict].filter(Boolean).join(' · ');
}

function holderLines({ kind, thenNow }: CardData, { say }: Ui): string[] {
  if (kind !== 'office' || !thenNow) return [];
  const who = thenNow.now ?? say('card.nobody');
  return ['', say('card.now', { who: thenNow.nowActing ? say('card.acting', { who }) : who })];
}

function sourceLines(s: FactSource, { say, date }: Ui): string[] {
  const published = s.published ? date(s.published, 'short') : say('card.undated');
  return [
    ...paragraph(`${s.publisher}, “${s.title}”, ${published} (tier ${s.tier}, ${s.lang})`, '  '),
    `    ${s.url}`,
  ];
}

/**
 * @param today `YYYY-MM-DD`; decides who holds an office now and whether the record is due for another look
 * @returns text with line breaks, none at the end; headings in the language of the note
 */
export function showText(note: Note, base: Base, lang: NoteLang, today: string): string {
  const ui = makeUi(lang, today);
  const { say, span, when, date } = ui;
  const card = cardOf(note, base, { lang, published: null, today });
  const texts = [
    card.note && card.kind === 'claim' ? `${say('card.record')} ${card.note}` : card.note,
    card.why,
  ];
  const fresh = [
    card.asOf ? say('card.asOf', { date: date(card.asOf, 'short') }) : '',
    say('card.checked', { date: date(card.checked, 'short') }),
    card.stale ? say('card.stale') : '',
  ];
  return [
    card.name,
    headLine(note, ui),
    ...(card.short ? [card.short] : []),
    ...texts.flatMap((text) => (text ? ['', ...paragraph(text)] : [])),
    ...part(say('card.disputed'), paragraph(card.disputed ?? '', '  ')),
    ...part(
      say('card.positions'),
      card.positions.flatMap(({ party, partyId, now }) => [
        `  ${party} [${partyId}], ${date(now.date, 'short')} (${now.source.publisher})`,
        ...paragraph(now.said, '    '),
      ]),
    ),
    ...holderLines(card, ui),
    ...part(
      say('card.roles'),
      columns(
        card.roles.map((r) => [
          span(r.from, r.to, 'short'),
          `${r.acting ? say('card.acting', { who: r.office }) : r.office} [${r.officeId}]`,
        ]),
      ),
    ),
    ...part(
      say('card.states'),
      columns(card.states.map((s) => [stateWord(s.state, say), span(s.from, s.to, 'short')])),
    ),
    ...part(
      say('card.dates'),
      columns(
        card.dates.map((d) => [
          when(d, 'short'),
          `${d.what}${d.scheduled ? ` · ${say('date.scheduled')}` : ''} [${d.id}]`,
        ]),
      ),
    ),
    ...part(
      say('card.related'),
      card.related.map((r) => `  ${r.name} [${r.id}]`),
    ),
    ...part(
      say('card.sources'),
      card.sources.flatMap((s) => sourceLines(s, ui)),
    ),
    '',
    fresh.filter(Boolean).join(' · '),
  ].join('\n');
}

/** Ids near the one asked for, for a message: those that begin with it first, then short ones; few. */
export function likeIds(id: string, ids: Iterable<string>): string[] {
  if (id.length < LEAST_LIKE) return [];
  const begins = (other: string) => (other.startsWith(id) ? 0 : 1);
  return [...ids]
    .filter((other) => other.includes(id) || id.includes(other))
    .sort((a, b) => begins(a) - begins(b) || a.length - b.length)
    .slice(0, MOST_LIKE);
}
