/** Data for the gallery, from the real notes: made in node, handed to the page as JSON. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBase } from '../../src/cli/base.ts';
import { ROOT } from '../../src/cli/load-facts.ts';
import { readSavedPage } from '../../src/cli/read-page.ts';
import { cardOf, type CardData } from '../../src/match/card.ts';
import { find } from '../../src/match/find.ts';
import { search, timeline, type SearchHit, type TimelineItem } from '../../src/match/search.ts';
import { summaryOf, type PageSummary } from '../../src/match/summary.ts';

export interface Samples {
  today: string;
  summary: Record<'en' | 'ru', PageSummary>;
  cards: Record<'en' | 'ru', Record<string, CardData>>;
  timeline: Record<'en' | 'ru', TimelineItem[]>;
  hits: SearchHit[];
  longest: string;
  shortest: string;
  disputed: string;
  claim: string;
}

export async function makeSamples(today: string): Promise<Samples> {
  const base = loadBase();
  const html = readFileSync(join(ROOT, 'test/pages/partnership-2025.html'), 'utf8');
  const { article, publishedFrom } = await readSavedPage(html);
  const finding = find(article, base, today);
  const contextIn = (lang: 'en' | 'ru') => ({ lang, published: article.published, today });
  const cardsIn = (lang: 'en' | 'ru') =>
    Object.fromEntries([...base.notes.values()].map((n) => [n.id, cardOf(n, base, contextIn(lang))]));
  const cards = { en: cardsIn('en'), ru: cardsIn('ru') };
  const model = cards.en['iss'];
  if (!model) throw new Error('no record iss');
  const made: CardData = {
    ...model,
    id: 'sample-claim',
    kind: 'claim',
    name: 'Russia is leaving the ISS',
    short: null,
    note: 'Russia announced in July 2022 that it would leave “after 2024”; in April 2023 it committed to operations until 2028, and the agency heads restated that date on 31 July 2025.',
    disputed:
      'Roscosmos says the segment can fly beyond 2028; NASA’s inspector general reports that the leak in Zvezda limits its life.',
    stale: true,
    related: model.related,
  };
  for (const lang of ['en', 'ru'] as const) {
    cards[lang]['sample-claim'] ??= made;
    cards[lang]['sample-topic'] ??= {
      ...made,
      id: 'sample-topic',
      kind: 'topic',
      name: 'ISS: how long, and who decides',
      note: 'Each partner decides for itself how long it takes part; the station needs all of them. The United States, Europe, Japan and Canada have committed to 2030, Russia to 2028.',
      why: 'Russia had already committed to 2028 in April 2023; the 2025 meeting confirmed it.',
      stale: false,
    };
  }
  const all = Object.values(cards.en).filter((c) => c.note);
  const size = (c: CardData) =>
    JSON.stringify([c.note, c.why, c.disputed, c.sources.map((s) => s.publisher)]).length;
  all.sort((a, b) => size(a) - size(b));
  const idOf = (c: CardData | undefined) => c?.id ?? 'iss';
  const summaryIn = (lang: 'en' | 'ru') => {
    const summary = summaryOf(finding, base, contextIn(lang), {
      title: article.title,
      publishedFrom,
      cut: false,
    });
    // The sample article makes no statement the record qualifies; the picture should show one all the same.
    if (!summary.claims.length)
      summary.claims = [
        {
          surface: 'Moscow is pulling out of the station',
          start: 1,
          card: cards[lang]['sample-claim'] ?? made,
          verdict: 'outdated',
        },
      ];
    if (!summary.topics.length)
      summary.topics = [
        'sample-topic',
        'iss',
        'zvezda',
        'crew-11',
        'apollo-soyuz',
        'roscosmos',
        'nasa',
      ].flatMap((id) => cards[lang][id] ?? []);
    return summary;
  };
  return {
    today,
    summary: { en: summaryIn('en'), ru: summaryIn('ru') },
    cards,
    timeline: { en: timeline(base, 'en'), ru: timeline(base, 'ru') },
    hits: search('leak', base, 'en'),
    longest: idOf(all.at(-1)),
    shortest: idOf(all[0]),
    disputed: idOf(all.find((c) => c.disputed)),
    claim: 'sample-claim',
  };
}
