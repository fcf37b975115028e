// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { bodyOf, isElement } from './dom.ts';
import { locate, MOST_TEXT, readText, type TextMap } from './text.ts';
import { documentOf } from './test-document.ts';

const bodyFrom = (html: string): HTMLElement => bodyOf(documentOf(html)) ?? expect.fail('no body');
const read = (html: string, loose = false): TextMap => readText(bodyFrom(html), null, loose);

/** Every offset that is no break leads to a node with the character that stands there. */
function expectWayBack(map: TextMap): void {
  for (let at = 0; at < map.text.length; at++) {
    const char = map.text[at] as string;
    const place = locate(map, at);
    if (!place) {
      expect(char === '\n' || char === '\u2028', `nothing at ${at} (${JSON.stringify(char)})`).toBe(true);
      continue;
    }
    const own = place.node.data[place.offset] as string;
    expect(
      own === char || (char === ' ' && /[\t\n\r\f]/.test(own)),
      `${JSON.stringify(own)} for ${JSON.stringify(char)} at ${at}`,
    ).toBe(true);
    const end = locate(map, at + 1, true);
    expect([end?.node, end?.offset]).toEqual([place.node, place.offset + 1]);
  }
}

describe('text', () => {
  it.each([
    ['paragraphs', '<p>One</p><p>Two</p>', 'One\nTwo\n'],
    ['indentation between blocks is none of it', '\n  <p>One</p>\n  <p>Two</p>\n', 'One\nTwo\n'],
    ['inline elements', '<p>One <b>t<i>w</i>o</b> three</p>', 'One two three\n'],
    ['line breaks in the source are spaces', '<p>One\n\ttwo</p>', 'One  two\n'],
    ['one br joins lines', '<p>One<br>two</p>', 'One\u2028two\n'],
    ['two end a paragraph', '<div>One<br><br>two</div>', 'One\n\u2028two\n'],
    ['two with white space between', '<div>One<br>\n <br/>two</div>', 'One\n\u2028two\n'],
    ['a br at the end', '<p>One<br></p><p>Two</p>', 'One\nTwo\n'],
    ['a list', '<ul><li>One<li>Two</ul>', 'One\nTwo\n'],
    ['a table', '<table><tr><td>One<td>Two</table>', 'One\nTwo\n'],
    ['a block in an inline element', '<span>One<p>Two</p>three</span>', 'One\nTwo\nthree'],
    ['a definition list', '<dl><dt>One<dd>Two</dl>', 'One\nTwo\n'],
    ['entities', '<p>A&nbsp;B&shy;C &amp; D</p>', 'A\u00a0B\u00adC & D\n'],
    ['comments in the source', '<p>One<!-- two -->three</p>', 'Onethree\n'],
    ['pre-formatted code is left out', '<p>One</p><pre>code</pre><p>two <code>x</code></p>', 'One\ntwo \n'],
    ['nothing', '', ''],
  ])('%s', (_name, html, text) => {
    const map = read(html);
    expect(map.text).toBe(text);
    expectWayBack(map);
  });

  it.each([
    ['nav', '<nav>no</nav>'],
    ['aside', '<aside><p>no</p></aside>'],
    ['footer', '<footer>no</footer>'],
    [
      'script and style',
      '<script>no</script><style>no</style><noscript>no</noscript><template>no</template>',
    ],
    ['inputs', '<input value="no"><textarea>no</textarea><select><option>no</select><button>no</button>'],
    ['form', '<form><p>no</p></form>'],
    ['contenteditable', '<div contenteditable>no</div><p contenteditable="true" hidden>no</p>'],
    ['a text box by role', '<div role="textbox">no</div>'],
    ['aria-hidden', '<div aria-hidden="true">no</div>'],
    ['hidden', '<p hidden>no</p><div hidden>no</div>'],
    ['display none in a style attribute', '<div style="color: red; display : none">no</div>'],
    ['roles', '<div role="navigation">no</div><div role="complementary">no</div><div role="banner">no</div>'],
    [
      'comments',
      '<div class="comments"><p>no</p></div><section id="disqus_thread" class="c-comments__list comment">no</section>',
    ],
    ['related stories', '<div class="article-related">no</div><div class="relatedStories related">no</div>'],
    [
      'share buttons and newsletters',
      '<div class="social-share">no</div><div id="newsletter-signup">no</div>',
    ],
    ['advertisements', '<div class="ad">no</div><div class="top_ads">no</div><ins>no</ins>'],
    [
      'drawings, frames and media',
      '<svg><text>no</text></svg><math><mi>no</mi></math><iframe>no</iframe><video>no</video><canvas>no</canvas>',
    ],
    ['keyboard and sample output', '<kbd>no</kbd><samp>no</samp>'],
    ['dialog', '<dialog open>no</dialog>'],
  ])('left out: %s', (_name, html) =>
    expect(read(`<p>One</p>${html}<p>Two</p>`).text.replace(/\s+/g, ' ').trim()).toBe('One Two'),
  );

  it.each([
    ['a headline is no header of the page', '<div class="article-header-text">yes</div>'],
    ['“ad” in a longer word', '<div class="headline shadow road">yes</div>'],
    ['a class on a paragraph', '<p class="related">yes</p>'],
    ['aria-hidden false', '<div aria-hidden="false">yes</div>'],
    ['contenteditable false', '<div contenteditable="false">yes</div>'],
    ['a link', '<p><a href="x">yes</a></p>'],
    ['a quotation', '<blockquote>yes</blockquote>'],
    ['a caption', '<figure><figcaption>yes</figcaption></figure>'],
    ['details', '<details open><summary>yes</summary></details>'],
    ['a header element', '<header>yes</header>'],
  ])('kept: %s', (_name, html) => expect(read(html).text.trim()).toBe('yes'));

  it('believes no class names where told so, but elements still', () => {
    expect(read('<div class="sidebar">yes</div><nav>no</nav>', true).text.trim()).toBe('yes');
    expect(read('<div class="sidebar">no</div>').text).toBe('');
  });

  it('leaves out the element it is told to', () => {
    const body = bodyFrom('<h1>Headline</h1><p>Text</p>');
    expect(readText(body, body.querySelector('h1')).text).toBe('Text\n');
  });

  it('takes a heading within a heading as one', () => {
    const map = read('<h2><div>Ab <div><h3>cd</h3></div></div> ef</h2><p>Text</p>');
    expect(map.headings.map(([from, to]) => map.text.slice(from, to))).toEqual(['Ab \ncd\n ef']);
    expect(map.sections).toEqual([0]);
  });
  it('marks headings and the sections they begin', () => {
    const map = read('<p>One</p><h2>Two <i>b</i></h2><p>Three</p><h3></h3><h4>Four</h4>');
    expect(map.headings.map(([from, to]) => map.text.slice(from, to))).toEqual(['Two b', 'Four']);
    expect(map.sections).toEqual(map.headings.map(([from]) => from));
  });

  it('changes nothing of the page', () => {
    const body = bodyFrom('<p>One <b>two</b><br>three</p><aside>four</aside>');
    const before = body.outerHTML;
    readText(body);
    expect(body.outerHTML).toBe(before);
  });
});

describe('long and deep pages', () => {
  it('ten thousand elements deep', () => {
    const doc = documentOf('');
    // From the inside out and never in the document: jsdom walks all ancestors for each insertion.
    let at: Element = doc.createElement('p');
    at.append('the end');
    for (let i = 0; i < 10_000; i++) {
      const div = doc.createElement('div');
      div.append(at);
      at = div;
    }
    const map = readText(at);
    expect([map.text, map.cut]).toEqual(['the end\n', false]);
  }, 30_000);
  it('is cut at its longest and says so', () => {
    const map = read(
      `<p>${'word '.repeat(MOST_TEXT / 5 - 10)}</p>${`<p>${'more '.repeat(30)}</p>`.repeat(5)}`,
    );
    expect(map.cut).toBe(true);
    expect(map.text.length).toBeLessThanOrEqual(MOST_TEXT + 2);
    expect(locate(map, map.text.trimEnd().length - 1)?.node.data.startsWith('more')).toBe(true);
  });
  it('a page that fits is not', () => expect(read(`<p>${'word '.repeat(1000)}</p>`).cut).toBe(false));
});

describe('locate', () => {
  const map = read('<p>ab</p><p>c<b>d</b></p>');
  it.each([
    [0, false, 'ab', 0],
    [1, false, 'ab', 1],
    [2, false, null, 0], // the break
    [2, true, 'ab', 2],
    [3, false, 'c', 0],
    [4, false, 'd', 0],
    [4, true, 'c', 1],
    [5, true, 'd', 1],
    [3, true, null, 0],
    [-1, false, null, 0],
    [0, true, null, 0],
    [99, false, null, 0],
    [99, true, null, 0],
  ])('%i, end %s: %s at %i', (offset, end, data, at) => {
    const place = locate(map, offset, end);
    expect(place ? [place.node.data, place.offset] : [null, 0]).toEqual([data, at]);
  });
  it('nothing in nothing', () => expect(locate(read(''), 0)).toBeNull());

  /** Trees of elements with text between; what a page may look like. */
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5, depthSize: 'medium' },
      fc.string({
        unit: fc.constantFrom('a', 'B', 'ж', '站', ' ', '\n', '\t', '.', '\u00a0', '\u00ad', '🚀'),
        maxLength: 12,
      }),
      fc.constantFrom('<br>', '<br><br>', '<!--c-->', '<script>s</script>', '<hr>', '<input>'),
      fc
        .tuple(
          fc.constantFrom('div', 'p', 'span', 'b', 'section', 'li', 'h2', 'aside', 'a', 'blockquote', 'em'),
          fc.array(tie('tree'), { maxLength: 5 }),
        )
        .map(([name, inside]) => `<${name}>${inside.join('')}</${name}>`),
    ),
  }));

  it('leads back from every offset of any page', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 8 }), (parts) => {
        const map = read(parts.join(''));
        expectWayBack(map);
        expect(map.text).not.toMatch(/\n\n/);
        expect(map.starts).toEqual([...map.starts].sort((a, b) => a - b));
        for (const [from, to] of map.headings)
          expect(from >= 0 && to > from && to <= map.text.length).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('shadow roots', () => {
  afterEach(() => document.body.replaceChildren());
  function host(inside: string, light = ''): HTMLElement {
    const el = document.createElement('div');
    el.append(...(bodyOf(documentOf(light))?.childNodes ?? []));
    const shadow = el.attachShadow({ mode: 'open' });
    shadow.append(...(bodyOf(documentOf(inside))?.childNodes ?? []));
    document.body.append(el);
    return el;
  }

  it('are read in place of what they cover', () =>
    expect(readText(host('<p>inside</p>', '<p>covered</p>')).text).toBe('inside\n'));
  it('show what is given to their slots', () => {
    const map = readText(host('<p>before</p><slot></slot><p>after</p>', '<p>given</p>'));
    expect(map.text).toBe('before\ngiven\nafter\n');
    expectWayBack(map);
  });
  it('show a slot’s own text when nothing is given', () =>
    expect(readText(host('<slot>own</slot>')).text.trim()).toBe('own'));
  it('within shadow roots', () => {
    const outer = host('<section></section>');
    const section = outer.shadowRoot?.querySelector('section');
    expect(isElement(section ?? null)).toBe(true);
    section?.attachShadow({ mode: 'open' }).append('deep');
    expect(readText(document.body).text.trim()).toBe('deep');
  });
});
