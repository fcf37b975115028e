/** Development only: one scene per address (`?scene=popup-shown&theme=dark&lang=ru`), drawn with real notes. */
import { createCardView, type CardTarget } from '../../src/ui/card/view.ts';
import { renderOptions } from '../../src/ui/options/OptionsView.tsx';
import { renderPanel } from '../../src/ui/panel/PanelView.tsx';
import { renderPopup } from '../../src/ui/popup/PopupView.tsx';
import type { PopupActions, PopupState } from '../../src/ui/popup/types.ts';
import type { Settings, Theme } from '../../src/ui/settings-type.ts';
import { UI_LANGS, type UiLang } from '../../src/ui/strings/index.ts';
import { renderWelcome } from '../../src/ui/welcome/WelcomeView.tsx';
import type { Samples } from './samples.ts';

declare global {
  var samples: Samples;
}
const { samples } = globalThis;
const query = new URLSearchParams(location.search);
const scene = query.get('scene') ?? 'popup-shown';
const lang: UiLang = UI_LANGS.find((l) => l === query.get('lang')) ?? 'en';
const noteLang = lang === 'ru' ? 'ru' : 'en';
const theme: Theme = (['light', 'dark'] as const).find((t) => t === query.get('theme')) ?? 'system';
const { today } = samples;
const nothing = () => undefined;
const copy = (text: string) => (console.log(text), Promise.resolve(true));
const loadCard = (id: string) => Promise.resolve(samples.cards[noteLang][id] ?? null);

const actions: PopupActions = {
  goTo: nothing,
  search: () => Promise.resolve(samples.hits),
  timeline: () => Promise.resolve(samples.timeline[noteLang]),
  loadCard,
  alwaysHere: nothing,
  readNow: nothing,
  offHere: nothing,
  onHere: nothing,
  openOptions: nothing,
  openPanel: nothing,
  saveIcs: (name, text) => console.log(name, text),
  copy,
};

const states: Record<string, PopupState> = {
  loading: { kind: 'loading' },
  shown: { kind: 'shown', summary: samples.summary[noteLang], host: 'news.example.org' },
  undated: {
    kind: 'shown',
    summary: { ...samples.summary[noteLang], published: null, holders: [], since: [] },
    host: 'news.example.org',
  },
  quiet: { kind: 'quiet', host: 'news.example.org', listed: true },
  unlisted: { kind: 'quiet', host: 'blog.example.org', listed: false },
  off: { kind: 'off', host: 'news.example.org' },
  ask: { kind: 'ask', host: 'a-rather-long-name-of-a-local-paper.example.org' },
  restricted: { kind: 'restricted' },
  orphaned: { kind: 'orphaned' },
};

const [surface = '', which = ''] = scene.split(/-(.*)/s);
const root = document.createElement('div');
document.documentElement.dataset['page'] = surface;
document.body.append(root);

if (surface === 'popup')
  renderPopup(root, { state: states[which] ?? { kind: 'restricted' }, lang, today, theme, actions });
else if (surface === 'panel')
  renderPanel(root, { state: states[which] ?? { kind: 'restricted' }, lang, today, theme, actions });
else if (surface === 'options') options();
else if (surface === 'welcome')
  renderWelcome(root, {
    lang,
    today,
    theme,
    actions: { term: nothing, away: nothing, openOptions: nothing },
  });
else card();

function options() {
  const names = { soyuz: 'Soyuz', 'zvezda-leak': 'Leak in the Zvezda transfer tunnel' };
  let settings: Settings = {
    strength: 'normal',
    marks: 'first',
    trigger: 'hover',
    lang: 'auto',
    theme,
    off: which === 'empty' ? [] : ['news.example.org', 'a-very-long-name-of-a-news-site-indeed.example.org'],
    on: [],
    muted: which === 'empty' ? [] : ['soyuz', 'zvezda-leak'],
  };
  const draw = () =>
    renderOptions(root, {
      settings,
      lang,
      today,
      theme,
      names,
      most: 2000,
      actions: { change: (s) => ((settings = s), draw()), saveFile: (name, text) => console.log(name, text) },
    });
  draw();
}

/** An article with one term; `card-<record>-<how>`, how: hover, click, key or touch. */
function card() {
  const how = query.get('how') ?? 'hover';
  document.body.style.cssText =
    'margin: 0; font: 18px/1.6 Georgia, serif; background: light-dark(#fff, #16171a); color: light-dark(#222, #ddd)';
  document.documentElement.style.colorScheme = theme === 'system' ? 'light dark' : theme;
  const text =
    'The head of Roscosmos arrived on Thursday for talks that both sides called businesslike. They spoke of crews, of a slow leak, and of the day when the station comes down. ';
  root.style.cssText = `max-width: 640px; margin: ${query.get('low') ? '60vh' : '40px'} auto 0; padding: 0 16px 1600px`;
  const p = document.createElement('p');
  const term = document.createElement('span');
  term.textContent = 'Dmitry Bakanov';
  term.style.textDecoration = 'underline dotted 1px';
  p.append(text, term, `, who has led it since February, ${text.repeat(4)}`);
  root.append(p);
  if (query.get('rtl')) document.documentElement.dir = 'rtl';
  const view = createCardView({
    doc: document,
    signal: new AbortController().signal,
    lang,
    theme,
    today,
    loadCard,
    actions: { mute: nothing, offHere: nothing, openInPanel: nothing, report: nothing, copy },
  });
  const named: Record<string, string> = {
    longest: samples.longest,
    shortest: samples.shortest,
    disputed: samples.disputed,
    claim: samples.claim,
  };
  const data = samples.cards[noteLang][named[which] ?? which];
  if (!data) throw new Error(`no record ${which}`);
  const rects = () => [...term.getClientRects()];
  const target: CardTarget = {
    key: '1',
    card: data,
    rects: rects(),
    anchor: rects,
    surface: 'Dmitry Bakanov',
    old: query.get('old') !== null,
    ...(data.kind === 'claim'
      ? { claim: { surface: 'Moscow is pulling out of the station', verdict: 'outdated' } }
      : {}),
  };
  if (how === 'click' || how === 'key' || how === 'touch') view.open(target, how);
  else view.rest(target);
  Object.assign(globalThis, { restAgain: () => view.rest(target) });
}
