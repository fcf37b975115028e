import { describe, expect, it } from 'vitest';
import type { Inspected } from './inspect-article.ts';
import {
  alike,
  FIGURES,
  judgeDetection,
  judgeFinding,
  parseGold,
  parseLabels,
  sameDate,
  sayShare,
  shareOf,
  type Gold,
} from './score.ts';

describe('surfaces that mean the same place', () => {
  it.each([
    ['ISS', 'iss', true],
    ['the ISS programme', 'ISS', true],
    ['ISS', 'mission', false],
    ['Roscosmos’s', 'Roscosmos', true],
    ['Роскосмоса', 'Роскосмос', true],
    ['Роскосмосом', 'Роскосмоса', true],
    ['Soyuz', 'Soyuzes', true],
    ['Mir', 'Mira', false],
    ['Ｎｕｄｏｌ', 'nudol', true],
    ['a', 'a', false],
    ['', 'ISS', false],
    ['—', '—', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(alike(one, other)).toBe(expected);
    expect(alike(other, one)).toBe(expected);
  });
});

it.each([
  ['2025-07-31', '2025-07', true],
  ['2025', '2025-07-31', true],
  ['2025-07', '2025-08', false],
  ['2025-07-31', '2025-07-31', true],
  ['202', '2025', false],
])('dates %s and %s: %s', (one, other, expected) => expect(sameDate(one, other)).toBe(expected));

const counted = (
  label: 'positive' | 'near' | 'hardneg',
  expect: 'show' | 'quiet' | 'arguable',
  show: boolean,
) =>
  judgeDetection({ label, expect }, 'Title', show).map(
    (o) => `${o.figure} ${o.counts}${o.miss ? ` ${o.miss}` : ''}`,
  );

describe('detection', () => {
  it.each([
    ['positive', 'show', true, ['detectionRecall true']],
    ['positive', 'show', false, ['detectionRecall false not shown: Title']],
    ['positive', 'arguable', false, []],
    ['near', 'quiet', false, ['wronglyShown false', 'wronglyShownNear false']],
    ['near', 'quiet', true, ['wronglyShown true shown, should be quiet: Title', 'wronglyShownNear true']],
    ['hardneg', 'quiet', true, ['wronglyShown true shown, should be quiet: Title', 'wronglyShownHard true']],
  ] as const)('%s, expected %s, shown %s', (label, expected, show, outcomes) =>
    expect(counted(label, expected, show)).toEqual(outcomes),
  );
});

const mention = (surface: string, id: string) => ({ start: 0, end: 1, surface, id, mark: true });
const entity = (name: string, ...aliases: string[]) => ({
  name,
  kind: 'programme' as const,
  aliases,
  count: 1,
});
const date = (d: string) => ({ date: d, what: '', id: d, scheduled: false });

describe('finding', () => {
  const gold: Gold = {
    id: 'a',
    mentions: [
      { surface: 'ISS', entity: 'International Space Station', value: 'must' },
      { surface: 'Duffy', entity: 'Sean Duffy', value: 'must' },
      { surface: 'Crimea', entity: 'Annexation of Crimea', value: 'nice' },
    ],
    key_dates: [
      { date: '2025-07-31', what: 'they meet' },
      { date: '2028', what: 'Russia leaves' },
    ],
    claims: [{ surface: 'the only crewed outpost' }],
  };
  const found: Pick<Inspected, 'show' | 'mentions' | 'entities' | 'keyDates' | 'claims'> = {
    show: true,
    mentions: [
      mention('ISS', 'iss'),
      mention('iss', 'iss'),
      mention('Crimean', 'casis'),
      mention('Houston', 'houston'),
    ],
    entities: { iss: entity('Station', 'International Space Station'), casis: entity('CASIS') },
    keyDates: [...Array.from({ length: 9 }, () => date('1998')), date('2025-07'), date('2028')],
    claims: [
      { start: 0, end: 1, surface: 'only crewed outpost', id: 'claim-only', note: '' },
      { start: 0, end: 1, surface: 'nothing else', id: 'claim-other', note: '' },
    ],
  };
  const outcomes = judgeFinding(gold, found);

  it.each([
    ['must', { counted: 1, of: 2 }],
    ['all', { counted: 2, of: 3 }],
    ['linked', { counted: 1, of: 2 }],
    ['agreement', { counted: 2, of: 3 }],
    ['datesAt10', { counted: 1, of: 2 }],
    ['claimsFound', { counted: 1, of: 1 }],
    ['claimsAgreed', { counted: 1, of: 2 }],
    ['detectionRecall', { counted: 0, of: 0 }],
  ] as const)('%s', (figure, share) => expect(shareOf(outcomes, figure)).toEqual(share));

  it('tells what went wrong, once', () => {
    expect(outcomes.flatMap((o) => o.miss ?? [])).toEqual([
      'must mention missed: “Duffy” (Sean Duffy)',
      'linked to casis, annotator: “Crimea” = Annexation of Crimea',
      'marked, annotator did not: “houston”',
      'key date missed: 2028 Russia leaves',
      'claim the annotator did not mark: “nothing else” (claim-other)',
    ]);
  });

  it('an article left alone has found nothing', () => {
    const quiet = judgeFinding(gold, { ...found, show: false });
    expect(FIGURES.filter((f) => shareOf(quiet, f).counted > 0)).toEqual([]);
    expect(shareOf(quiet, 'must').of).toBe(2);
  });
});

describe('files', () => {
  it('gold may leave out dates and claims', () => {
    expect(parseGold('{"id":"a","mentions":[]}', 'g')).toEqual([
      { id: 'a', mentions: [], key_dates: [], claims: [] },
    ]);
  });
  it.each([
    ['{"label":"odd","expect":"show"}', 'a, line 1: label: expected positive, near or hardneg'],
    ['{"label":"near"}', 'a, line 1: expect'],
  ])('%s', (content, message) => expect(() => parseLabels(content, 'a')).toThrow(message));
});

it.each([
  [{ counted: 42, of: 46 }, '0.913 (42 of 46)'],
  [{ counted: 0, of: 3 }, '0.000 (0 of 3)'],
  [{ counted: 0, of: 0 }, '–'],
])('%j: %s', (share, text) => expect(sayShare(share)).toBe(text));
