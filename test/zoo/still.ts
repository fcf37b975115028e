/** Pages that are odd and do nothing about it: languages, writing modes, styles, markup, kinds of document. */
import { article, html, HEADLINE, paragraphs, STORY, type ZooPage } from './page.ts';
import { PRELUDE, scriptOf } from './prelude.ts';

const CARD = ['Oleg Kononenko', 'Kononenko'] as const;

const RUSSIAN = [
  'Роскосмос и НАСА сообщили в пятницу, что космонавт Олег Кононенко и экипаж Международной космической станции чувствуют себя хорошо.',
  'Корабль «Союз МС-25» остаётся пристыкованным к модулю «Причал», добавили агентства.',
];

/** Zero-width spaces, soft hyphens and bidirectional controls in the middle of names. */
const invisible = (name: string): string =>
  [...name].map((letter, i) => letter + ['\u00ad', '\u200b', '\u2066', '\u2069', '\u200e'][i % 5]).join('');

const XHTML = `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>${HEADLINE}</title><script><![CDATA[${PRELUDE}]]></script></head>
<body><button id="own">Font size</button><article><h1>${HEADLINE}</h1><p><![CDATA[${STORY[0]}]]></p>${paragraphs(STORY.slice(1))}</article>
<script><![CDATA[${scriptOf(() => {
  let presses = 0;
  document.getElementById('own')?.addEventListener('click', () => presses++);
  window.zoo.checks.push(() => presses !== 1 && `the page's own button counted ${presses}`);
})}]]></script></body></html>`;

export const STILL: ZooPage[] = [
  { name: 'xhtml', body: () => XHTML, type: 'application/xhtml+xml; charset=utf-8', marks: 4, card: CARD },
  {
    name: 'right to left',
    body: () =>
      html({
        html: 'lang="ar" dir="rtl"',
        body: article(
          `<p>قالت وكالة الفضاء إن الطاقم بخير.</p>${paragraphs()}<p>وأضافت أن المحطة في حالة جيدة.</p>`,
        ),
      }),
    marks: 4,
    card: CARD,
  },
  {
    name: 'vertical text',
    body: () => html({ head: '<style>article { writing-mode: vertical-rl; height: 500px }</style>' }),
    marks: 4,
    card: CARD,
  },
  {
    name: 'turned and scaled text',
    body: () => html({ head: '<style>article { transform: rotate(4deg) scale(0.8); zoom: 1.2 }</style>' }),
    marks: 4,
    card: CARD,
  },
  {
    name: 'invisible characters in names',
    body: () =>
      html({
        body: article(
          `<p>${STORY[0]?.replace('Oleg Kononenko', `${invisible('Oleg')} ${invisible('Kononenko')}`)}</p>${paragraphs(STORY.slice(1))}`,
        ),
      }),
    marks: 4,
    card: CARD,
  },
  {
    name: 'names cut by elements',
    body: () =>
      html({
        body: article(
          `<p>${STORY[0]?.replace('Oleg Kononenko', '<b>Oleg</b> <i>Ko<u>non</u>enko</i><!-- n --><wbr>')}</p>${paragraphs(STORY.slice(1))}`,
        ),
      }),
    marks: 4,
    card: CARD,
  },
  {
    name: 'all unset',
    body: () => html({ head: '<style>* { all: unset !important }</style>' }),
    marks: 3,
    card: CARD,
  },
  {
    name: 'small root font',
    body: () =>
      html({
        head: '<style>html { font-size: 62.5% } body { font-size: 1.6rem } * { letter-spacing: 1px }</style>',
      }),
    marks: 4,
    card: CARD,
  },
  {
    name: 'everything styled',
    body: () =>
      html({
        head: `<style>:not(:defined) { display: none !important } [popover] { inset: auto !important; opacity: 0 !important }
          html > :not(head, body) { visibility: hidden !important; transform: scale(0) !important; filter: blur(9px) !important }
          ::highlight(station-brief-other) { color: red } ::selection { background: red }</style>`,
      }),
    marks: 4,
    card: CARD,
  },
  {
    name: 'editable article',
    body: () =>
      html({
        body: `<div contenteditable="true" id="editor">${article()}</div><p>Notes are saved by themselves, and by nobody else in this house.</p>`,
      }),
    marks: 0,
  },
  {
    name: 'two scripts',
    body: () => html({ body: article(paragraphs([...STORY, ...RUSSIAN])) }),
    marks: 5,
    card: CARD,
  },
  { name: 'empty', body: () => html({ body: '', title: '' }), marks: 0 },
  {
    name: 'no headline',
    body: () => html({ body: paragraphs(), title: '' }),
    marks: 3,
    card: CARD,
  },
  {
    name: 'same-origin frames',
    body: () =>
      html({
        body: `<iframe srcdoc="${article().replaceAll('"', '&quot;')}" width="600" height="300"></iframe>${article()}<iframe src="/empty" width="300" height="80"></iframe>`,
        script: () => {
          window.zoo.ready = new Promise((done) => addEventListener('load', done, { once: true }));
          const inner = () => document.querySelector('iframe')?.contentDocument;
          window.zoo.checks.push(
            () => !inner()?.querySelector('article') && 'the frame lost its article',
            () => (inner()?.adoptedStyleSheets.length ?? 0) > 0 && 'a sheet of ours is in a frame',
          );
        },
      }),
    marks: 4,
    card: CARD,
  },
];
