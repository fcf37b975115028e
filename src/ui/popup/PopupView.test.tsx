// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PageSummary } from '../../match/summary.ts';
import { renderPanel } from '../panel/PanelView.tsx';
import { sampleCard } from '../sample-card.ts';
import { renderPopup } from './PopupView.tsx';
import type { PopupActions, PopupState } from './types.ts';

const summary: PageSummary = {
  title: 'Space chiefs meet',
  published: '2025-08-01',
  publishedFrom: 'json-ld',
  topics: [
    sampleCard({
      id: 'how-long',
      kind: 'topic',
      name: 'ISS: how long, and who decides',
      short: null,
      why: 'Russia had already committed to 2028. More.',
    }),
  ],
  dates: [
    { id: 'met', date: '2025-07-31', what: 'Bakanov and Duffy meet', scheduled: false },
    { id: 'end', date: '2028', what: 'Russian commitment ends', scheduled: true },
  ],
  since: [{ id: 'later', date: '2026-01-17', what: 'New heads talk', scheduled: false }],
  holders: [
    {
      office: 'NASA Administrator',
      officeId: 'nasa-administrator',
      then: 'Sean Duffy',
      thenId: 'duffy-sean',
      thenActing: true,
      now: 'Jared Isaacman',
      nowId: 'isaacman-jared',
      nowActing: false,
      asOf: '2026-05',
    },
  ],
  people: [],
  claims: [],
  terms: [{ id: 'roscosmos', name: 'Roscosmos', kind: 'organisation', line: 'state corporation', count: 2 }],
  cut: false,
};
const shown: PopupState = { kind: 'shown', summary, host: 'news.example.org' };
const actions = (): PopupActions => ({
  goTo: vi.fn(),
  search: vi.fn(() =>
    Promise.resolve([
      { id: 'roscosmos', kind: 'organisation' as const, name: 'Roscosmos', line: 'state corporation' },
    ]),
  ),
  timeline: vi.fn(() =>
    Promise.resolve([
      { id: 'met', date: '2025-07-31', what: 'Bakanov and Duffy meet', weight: 3, scheduled: false },
    ]),
  ),
  loadCard: vi.fn((id: string) => Promise.resolve(sampleCard({ id, name: `Record ${id}` }))),
  alwaysHere: vi.fn(),
  readNow: vi.fn(),
  offHere: vi.fn(),
  onHere: vi.fn(),
  openOptions: vi.fn(),
  saveIcs: vi.fn(),
  copy: vi.fn(() => Promise.resolve(true)),
});
const root = document.createElement('div');
document.body.append(root);
let unmount = () => {};
const draw = (state: PopupState, acts = actions()) => {
  unmount = renderPopup(root, { state, lang: 'en', today: '2026-11-22', theme: 'system', actions: acts });
  return acts;
};
const button = (word: string) =>
  [...root.querySelectorAll<HTMLElement>('main:not([hidden]) button')].find(
    (b) => b.textContent?.trim() === word,
  );
const heading = (words: string) =>
  vi.waitFor(() => expect(root.querySelector('main:not([hidden]) [data-heading]')?.textContent).toBe(words));
afterEach(() => unmount());

describe('popup', () => {
  it('reads from the one thing worth knowing down to the terms', () => {
    draw(shown);
    const text = root.textContent ?? '';
    const order = [
      'ISS: how long',
      'Article of 1 August 2025',
      'Worth knowing',
      'Russia had already committed to 2028.',
      'Background',
      'Key dates',
      'Then and now',
      'Since this article',
      'In this article',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('tells once, in a line above all, what an update changed, and lists it', async () => {
    const hit = (id: string) => ({ id, kind: 'concept' as const, name: `Name of ${id}`, line: 'A line.' });
    const news = { changed: [hit('a'), hit('b')], added: [hit('c')] };
    const more = { lang: 'en', today: '2026-11-22', theme: 'system', actions: actions() } as const;
    unmount = renderPopup(root, { state: { kind: 'loading' }, news, ...more });
    expect(root.textContent).not.toContain('update');
    unmount = renderPopup(root, { state: shown, news, ...more });
    expect(root.querySelector('main')?.textContent).toMatch(
      /^2 notes changed with the update\. 1 note is new\. See which/,
    );
    button('See which')?.click();
    await heading('Changed with the update');
    const list = root.querySelector('main:not([hidden])')?.textContent ?? '';
    expect(list).toMatch(/Changed.*Name of a.*Name of b.*New.*Name of c/);
    root.querySelector<HTMLElement>('main:not([hidden]) .sb-hits button')?.click();
    await heading('Record a');
  });
  it.each([
    ['en', 1, '1 note changed'],
    ['ru', 1, '1 заметка изменилась'],
    ['ru', 3, '3 заметки изменились'],
    ['ru', 12, '12 заметок изменились'],
    ['de', 2, '2 Notizen haben'],
    ['fr', 0, ''],
    ['fr', 2, '2 notes ont'],
    ['es', 2, '2 notas han'],
  ] as const)('in %s, %i: %s', (lang, n, words) => {
    const changed = Array.from({ length: n }, (_, i) => ({
      id: `n${i}`,
      kind: 'concept' as const,
      name: 'N',
      line: 'L',
    }));
    const news = { changed, added: [{ id: 'x', kind: 'concept' as const, name: 'X', line: 'L' }] };
    unmount = renderPopup(root, {
      state: shown,
      news,
      lang,
      today: '2026-11-22',
      theme: 'system',
      actions: actions(),
    });
    const line = root.querySelector('.sb-news')?.textContent ?? '';
    expect(line.startsWith(words)).toBe(true);
    expect(line).toContain('1 ');
  });

  it.each([
    ['en', 'A very long page: only its first part was read.'],
    ['ru', 'Страница очень длинная'],
    ['de', 'Eine sehr lange Seite'],
    ['fr', 'Page très longue'],
    ['es', 'Página muy larga'],
  ] as const)('a page read in part says so in %s, in popup and panel', (lang, words) => {
    for (const put of [renderPopup, renderPanel])
      for (const cut of [true, false]) {
        unmount = put(root, {
          state: { ...shown, summary: { ...summary, cut } },
          lang,
          today: '2026-11-22',
          theme: 'system',
          actions: actions(),
        });
        expect(root.textContent?.includes(words)).toBe(cut);
        unmount();
      }
  });

  it.each([
    [{ kind: 'loading' }, 'Reading the page…'],
    [{ kind: 'quiet', host: null, listed: true }, 'Nothing here about the station'],
    [{ kind: 'quiet', host: 'a.org', listed: false }, 'This page is not one of them'],
    [{ kind: 'off', host: 'a.org' }, 'Station Brief is off on a.org.'],
    [{ kind: 'ask', host: 'a.org' }, 'a.org is not on the list'],
    [{ kind: 'restricted' }, 'does not let extensions read'],
    [{ kind: 'orphaned' }, 'Reload the page'],
  ] as const)('%j', (state, words) => {
    draw(state);
    expect(root.textContent).toContain(words);
    expect(root.querySelector('.sb-section')).toBeNull();
  });

  it('asks, and tells what was chosen', () => {
    const acts = draw({ kind: 'ask', host: 'a.org' });
    button('Read this page')?.click();
    button('Always on this site')?.click();
    expect(acts.readNow).toHaveBeenCalledOnce();
    expect(acts.alwaysHere).toHaveBeenCalledOnce();
  });

  it('a term goes to the article; its note opens in place and leads back', async () => {
    const acts = draw(shown);
    button('Roscosmos')?.click();
    expect(acts.goTo).toHaveBeenCalledWith('roscosmos');
    button('note')?.click();
    await heading('Record roscosmos');
    button('‹ Back')?.click();
    await heading('ISS: how long, and who decides');
  });

  it('a planned date becomes a calendar file', () => {
    const acts = draw(shown);
    button('Add to calendar')?.click();
    const [name, text] = vi.mocked(acts.saveIcs).mock.calls[0] ?? [];
    expect(name).toBe('2028-end.ics');
    expect(text).toContain('SUMMARY:Russian commitment ends (day not fixed: 2028)');
  });

  it('every dot has a name, one Tab stop, and arrows', () => {
    draw(shown);
    const dots = [...root.querySelectorAll<SVGElement>('.sb-dot')];
    expect(dots.map((d) => d.getAttribute('aria-label'))).toEqual([
      '31 July 2025: Bakanov and Duffy meet',
      '2028: Russian commitment ends (planned)',
    ]);
    expect(dots.filter((d) => d.getAttribute('tabindex') === '0')).toHaveLength(1);
  });

  it('shows what the partners said, then and now, as a table that keeps its meaning as a list', () => {
    const source = sampleCard().sources[0];
    if (!source || summary.topics[0] === undefined) throw new Error('the sample has both');
    const said = (words: string, date: string) => ({ said: words, date, source });
    const positions = [
      { partyId: 'nasa', party: 'NASA', now: said('through 2030', '2021-12-31'), then: null, later: false },
      {
        partyId: 'roscosmos',
        party: 'Roscosmos',
        now: said('to 2028', '2023-04-25'),
        then: said('not after 2024', '2022-07-26'),
        later: true,
      },
    ];
    draw({ ...shown, summary: { ...summary, topics: [{ ...summary.topics[0], positions }] } });
    const rows = [...root.querySelectorAll('[role=table] tbody [role=row]')].map((row) => row.textContent);
    expect(rows).toEqual([
      expect.stringContaining('NASAthrough 2030'),
      expect.stringMatching(/^RoscosmosWhen this was writtennot after 202426 Jul/),
      expect.stringMatching(/^After this articleto 202825 Apr 2023TASS/),
    ]);
    expect(root.querySelectorAll('tbody [role=row] a[href^="https://"]')).toHaveLength(3);
    expect(root.textContent?.match(/Where the partners stand/g)).toHaveLength(1);
  });

  it('searches all notes', async () => {
    draw({ kind: 'quiet', host: null, listed: true });
    const input = root.querySelector<HTMLInputElement>('input[type=search]');
    if (input) input.value = 'rosc';
    input?.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.waitFor(() => expect(root.textContent).toContain('1 note'));
    expect(root.querySelector('.sb-hits button')?.textContent).toContain('Roscosmos');
  });

  it('an article without a date says so', () => {
    draw({ ...shown, summary: { ...summary, published: null } });
    expect(root.textContent).toContain('The date of this article is unknown');
  });

  it('the panel opens a record at once when asked for one', async () => {
    unmount = renderPanel(root, {
      state: shown,
      lang: 'en',
      today: '2026-11-22',
      theme: 'dark',
      actions: actions(),
      record: { id: 'iss' },
    });
    await heading('Record iss');
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });
});
