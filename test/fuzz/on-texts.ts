/** Folding, words and finding over the real base. What holds over the made-up base alone is in src/match. */
import fc from 'fast-check';
import { cardOf } from '../../src/match/card.ts';
import { find } from '../../src/match/find.ts';
import { fold, IGNORED } from '../../src/match/fold.ts';
import { search } from '../../src/match/search.ts';
import { summaryOf } from '../../src/match/summary.ts';
import { tokenise } from '../../src/match/tokens.ts';
import type { Article } from '../../src/match/types.ts';
import { anyDay, anyLang, anyText, base, newsText, piece } from './pieces.ts';
import { fuzz, must, type Fuzz } from './property.ts';

const TODAY = '2026-11-22';

/** Each letter replaced by what it folds to; the rest as it was. As long as the text. */
const folded = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => {
    const unit = fold(text.charCodeAt(i));
    return unit > IGNORED ? String.fromCharCode(unit) : text[i];
  }).join('');

const boundaries = (text: string): string => {
  const { count, start, end } = tokenise(text);
  return Array.from({ length: count }, (_, i) => `${start[i]}–${end[i]}`).join(' ');
};

const article: fc.Arbitrary<Article> = fc.record({
  title: anyText,
  text: anyText,
  lang: anyLang,
  published: anyDay,
  sections: fc.array(fc.nat(400), { maxLength: 5 }).map((at) => at.sort((a, b) => a - b)),
  headings: fc
    .array(fc.nat(200), { maxLength: 4 })
    .map((at) => at.sort((a, b) => a - b).map((n) => [n, n + 7] as const)),
});

function soundSpans(whole: string, spans: readonly { start: number; end: number; surface: string }[]): void {
  let last = 0;
  for (const { start, end, surface } of spans) {
    must(
      start >= last && end > start && end <= whole.length,
      () => `span ${start}–${end} after ${last} in ${whole.length}`,
    );
    must(whole.slice(start, end) === surface, () => `${JSON.stringify(surface)} is not at ${start}`);
    last = end;
  }
}

export const onTexts: Fuzz[] = [
  fuzz('folding never moves a boundary', 400, anyText, (text) =>
    must(
      boundaries(folded(text)) === boundaries(text),
      () => `${boundaries(text)} became ${boundaries(folded(text))}`,
    ),
  ),
  fuzz('folding twice is folding once', 2000, fc.nat(0xffff), (unit) => {
    const once = fold(unit);
    must(
      once <= IGNORED || fold(once) === once,
      () => `${unit.toString(16)}: ${once} folds to ${fold(once)}`,
    );
  }),
  fuzz(
    'finding in any article: spans in bounds, in order, apart; cards and summary follow',
    120,
    article,
    (any) => {
      const finding = find(any, base, TODAY);
      const whole = `${any.title}\n${any.text}`;
      soundSpans(whole, finding.mentions);
      soundSpans(whole, finding.claims);
      for (const lang of ['en', 'ru'] as const) {
        const context = { lang, published: any.published, today: TODAY };
        summaryOf(finding, base, context, { title: any.title, publishedFrom: 'meta', cut: false });
        for (const { id } of [...finding.mentions, ...finding.claims]) {
          const note = base.notes.get(id);
          must(note !== undefined, () => `${id} is no record`);
          cardOf(note, base, context);
        }
      }
    },
  ),
  fuzz(
    'a text after another changes nothing in it, when paragraphs apart',
    40,
    fc.tuple(newsText, fc.constantFrom('en', 'ru')),
    ([text, lang]) => {
      const about = (more: string) =>
        find({ title: '', text: text + more, lang, published: '2025-08-01' }, base, TODAY)
          .mentions.filter((m) => m.end <= text.length + 1 && /[A-Z]{4}/.test(m.surface))
          .map((m) => m.start);
      must(
        about('').every((at) => about('\nNothing more.').includes(at)),
        () => 'a name was lost',
      );
    },
  ),
  fuzz(
    'any question to the search is answered, with records of the base',
    20,
    fc.oneof(anyText, piece),
    (query) => {
      for (const { id } of search(query, base, 'en')) must(base.notes.has(id), () => `${id} is no record`);
    },
  ),
];
