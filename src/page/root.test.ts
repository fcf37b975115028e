// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { readArticle } from './article.ts';
import { bodyOf } from './dom.ts';
import { firstLook } from './gate.ts';
import { marksOf, rangeOf } from './marks.ts';
import { publicationDate } from './metadata.ts';
import { articleRootSteps, headlineElement } from './root.ts';
import { atOnce } from './slices.ts';
import { documentOf, prose } from './test-document.ts';

/** `name#id` of the article's element. */
function rootOf(html: string): string | null {
  const root = articleRoot(documentOf(html));
  return root ? `${root.element.localName}${root.element.id ? `#${root.element.id}` : ''}` : null;
}
const ADDRESS = 'https://example.org/a';
const articleRoot = (doc: Document) => atOnce(articleRootSteps(doc));
const textOf = (html: string): string => readArticle(documentOf(html), ADDRESS)?.article.text ?? '';

describe('article root', () => {
  it.each([
    [
      'an article',
      `<nav>Home</nav><article id="a">${prose(5)}</article><footer>${prose(2)}</footer>`,
      'article#a',
    ],
    ['main without article', `<main id="m">${prose(5)}</main><aside>${prose(3)}</aside>`, 'main#m'],
    [
      'divisions',
      `<div><div id="text">${prose(6)}</div><div class="sidebar">${prose(6)}</div></div>`,
      'div#text',
    ],
    [
      'nested boxes',
      `<div id="page"><div id="text"><div><div>${prose(4)}</div></div><div>${prose(3)}</div><div>${prose(3)}</div></div></div>`,
      'div#text',
    ],
    [
      'text with br only',
      `<div><div id="text">${'A line of the story that is long enough to count as text.<br><br>'.repeat(10)}</div></div>`,
      'div#text',
    ],
    [
      'a feed: the longest story alone',
      `<main><article id="one">${prose(9)}</article><article id="two">${prose(4)}</article><article id="three">${prose(4)}</article></main>`,
      'article#one',
    ],
    [
      'asides inside the article',
      `<article id="a"><div>${prose(2)}</div><aside>${prose(8)}</aside><div>${prose(2)}</div><aside>${prose(8)}</aside><div>${prose(2)}</div></article>`,
      'article#a',
    ],
    [
      'a comment section',
      `<div id="text">${prose(4)}</div><div class="comments">${prose(3)}</div>`,
      'div#text',
    ],
    [
      'links only',
      `<div id="links">${'<p><a href="#">A headline of another story with enough words in it</a></p>'.repeat(20)}</div><div id="text">${prose(3)}</div>`,
      'div#text',
    ],
    ['an empty page', '', 'body'],
    ['a short page', '<article id="a">x</article>', 'article#a'],
  ])('%s', (_name, html, root) => expect(rootOf(html)).toBe(root));

  it('class names that would hide the whole story are not believed', () => {
    const root = articleRoot(documentOf(`<div class="modal"><div id="text">${prose(6)}</div></div>`));
    expect([root?.element.id, root?.loose]).toEqual(['text', true]);
  });
  // More comments than story: their class name is then not believed, and they win.
  it.fails('a comment section longer than the story', () =>
    expect(rootOf(`<div id="text">${prose(4)}</div><div class="comments">${prose(20)}</div>`)).toBe(
      'div#text',
    ),
  );
  it('no body', () =>
    expect(articleRoot(document.implementation.createDocument('', 'x', null) as Document)).toBeNull());

  it.each([
    ['in the article', `<article><h1 id="h">The headline</h1>${prose(3)}</article>`, 'h'],
    ['before the article', `<h1 id="h">The headline</h1><div id="t">${prose(3)}</div>`, 'h'],
    [
      'a site’s name is too short',
      `<h1>ABC</h1><article><h1 id="h">The headline</h1>${prose(3)}</article>`,
      'h',
    ],
    [
      'not in the navigation',
      `<nav><h1>Example News</h1></nav><article><h1 id="h">The headline</h1>${prose(3)}</article>`,
      'h',
    ],
    ['an h2 where there is no h1', `<article><h2 id="h">The headline</h2>${prose(3)}</article>`, 'h'],
    ['none', `<div>${prose(3)}</div>`, undefined],
    ['only one after the article', `<div>${prose(6)}</div><h1>Other news of today</h1>`, undefined],
  ])('headline: %s', (_name, html, id) => {
    const doc = documentOf(html);
    const root = articleRoot(doc);
    expect(root ? headlineElement(doc, root.element)?.id : null).toBe(id);
  });
});

describe('read article', () => {
  const html = `<html lang="en"><head><title>T | Site</title><meta name="description" content="About it"><meta name="date" content="2025-08-01"></head>
    <body><nav>Menu</nav><article><h1>The headline of it</h1>${prose(2)}<h2>Later on</h2>${prose(2, 'More')}</article></body></html>`;
  it('gives plain data and the way back', () => {
    const read = readArticle(documentOf(html), ADDRESS) ?? expect.fail();
    expect(read.article).toMatchObject({
      title: 'The headline of it',
      lang: 'en',
      published: '2025-08-01',
      url: ADDRESS,
    });
    expect(read.publishedFrom).toBe('meta');
    expect(read.article.meta).toContain('About it');
    const whole = `${read.article.title}\n${read.article.text}`;
    expect(read.article.text).not.toContain('The headline of it');
    expect(read.article.headings?.map(([a, b]) => whole.slice(a, b))).toEqual(['Later on']);
    expect(read.article.sections).toEqual(read.article.headings?.map(([a]) => a));
    expect(read.shift).toBe('The headline of it\n'.length);
  });
  it('believes the text rather than a declared language', () =>
    expect(readArticle(documentOf(html.replace('lang="en"', 'lang="de"')), ADDRESS)?.article.lang).toBe(
      'en',
    ));
  it('is null where there is nothing', () => expect(readArticle(documentOf(''), ADDRESS)).toBeNull());
  it('leaves the page as it was', () => {
    const doc = documentOf(html);
    const before = doc.documentElement.outerHTML;
    readArticle(doc, ADDRESS);
    expect(doc.documentElement.outerHTML).toBe(before);
  });
});

describe('marks', () => {
  beforeEach(() => {
    class Span {
      readonly startContainer: Node;
      readonly startOffset: number;
      readonly endContainer: Node;
      readonly endOffset: number;
      constructor(init: StaticRangeInit) {
        [this.startContainer, this.startOffset, this.endContainer, this.endOffset] = [
          init.startContainer,
          init.startOffset,
          init.endContainer,
          init.endOffset,
        ];
      }
    }
    if (typeof StaticRange === 'undefined') Object.assign(globalThis, { StaticRange: Span });
  });
  it('ranges cover the words they are for, across elements', () => {
    const read =
      readArticle(
        documentOf(
          `<article><h1>The headline of it</h1><p>The <b>space</b> station ${'and more text '.repeat(10)}</p>${prose(2)}</article>`,
        ),
        ADDRESS,
      ) ?? expect.fail();
    const start = `${read.article.title}\n${read.article.text}`.indexOf('space station');
    const range = rangeOf(read.map, read.shift, start, start + 13) ?? expect.fail();
    expect([(range.startContainer as Text).data, range.startOffset, range.endOffset]).toEqual([
      'space',
      0,
      8,
    ]);
    expect(rangeOf(read.map, read.shift, 0, 3)).toBeNull(); // the headline is read apart
  });
  it('only for mentions to be underlined, and for claims', () => {
    const read = readArticle(documentOf(`<article>${prose(3)}</article>`), ADDRESS) ?? expect.fail();
    const at = { start: read.shift, end: read.shift + 4, id: 'x', surface: 'Text' };
    expect(
      marksOf(
        [
          { ...at, mark: true },
          { ...at, mark: false },
        ],
        [at],
        read.map,
        read.shift,
      ).map((m) => m.kind),
    ).toEqual(['term', 'claim']);
  });
});

describe('a hostile page', () => {
  const names =
    'querySelector querySelectorAll getAttribute body childNodes firstChild nextSibling parentNode textContent nodeType localName tagName attributes children matches closest contains shadowRoot documentElement title head createTreeWalker assignedNodes style className id isConnected ownerDocument getRootNode data length'.split(
      ' ',
    );
  const fields = names.map((n) => `<input name="${n}"><img name="${n}">`).join('');

  it('form fields and images named like properties', () => {
    const doc =
      documentOf(`<title>T</title><form id="outer">${fields}<form></form></form>${names.map((n) => `<img name="${n}"><form name="${n}">${fields}</form>`).join('')}
      <article id="a"><h1>The headline of it</h1>${prose(4)}</article>`);
    const read = readArticle(doc, ADDRESS);
    expect(read?.article.title).toBe('The headline of it');
    expect(read?.article.text).toContain('Text 3 of the crew');
    expect(firstLook(doc, ADDRESS)).toEqual({ worth: false, thin: false });
    expect(publicationDate(doc, ADDRESS, read?.root ?? null, '').published).toBeNull();
  });

  it('an article inside a form with such fields', () => {
    const form = `<form id="f">${fields}<article id="a"><h1>The headline of it</h1>${prose(4)}</article></form>`;
    expect(() => readArticle(documentOf(form), ADDRESS)).not.toThrow();
  });

  it('a heading after a form that shadows its methods', () => {
    const doc = documentOf(
      `<h1 id="h">The headline of it</h1><form name="h1"><input name="compareDocumentPosition"></form>${prose(4)}`,
    );
    expect(readArticle(doc, ADDRESS)?.article.title).toBe('The headline of it');
  });

  it.each([
    ['a frameset', '<frameset><frame></frameset>'],
    ['two bodies', `<body>${prose(2)}<body>${prose(2)}`],
    ['nothing closed', '<div><p><b><i><span>'.repeat(200) + prose(3)],
    ['three hundred elements deep', `${'<div>'.repeat(300)}${prose(3)}`],
    ['an SVG with titles', `<svg><title>x</title><script>y</script></svg>${prose(3)}`],
    [
      'half surrogates and controls',
      `<article>${prose(2)}<p>\ud83d\0\u202e${'x'.repeat(60)}\ude80</p></article>`,
    ],
  ])('%s', (_name, html) => expect(() => readArticle(documentOf(html), ADDRESS)).not.toThrow());

  it('any markup at all', () => {
    const bits = fc.constantFrom(
      '<div>',
      '</div>',
      '<p>',
      '</p>',
      '<h1>',
      '<article>',
      '</article>',
      '<form>',
      '<input name=body>',
      '<aside>',
      '<table>',
      '<td>',
      '<br>',
      '<template>',
      '<!--',
      '-->',
      '"',
      '<time datetime=',
      'A long run of words that counts as running text. ',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), (parts) => {
        const doc = documentOf(parts.join(''));
        const read = readArticle(doc, ADDRESS);
        if (read) expect(read.root === bodyOf(doc) || bodyOf(doc)?.contains(read.root)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps what is not the article out of its text', () => {
    const text = textOf(
      `<article>${prose(3)}<div class="related-stories">RELATED</div><aside>ASIDE</aside><form>FORM</form><div contenteditable>EDIT</div><pre>CODE</pre>${prose(2)}</article><div class="comments">COMMENT</div>`,
    );
    expect(text).not.toMatch(/RELATED|ASIDE|FORM|EDIT|CODE|COMMENT/);
  });
});
