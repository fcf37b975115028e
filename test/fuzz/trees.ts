/** Documents built node by node: shapes that no markup gives, such as text beside text, and those that sites really have. */
import fc from 'fast-check';
import { piece } from './pieces.ts';

type Tree = string | { comment: string } | { name: string; attributes: [string, string][]; inside: Tree[] };

const TAGS = [
  'div', 'p', 'p', 'p', 'span', 'b', 'em', 'a', 'section', 'article', 'main', 'li', 'ul', 'h1', 'h2', 'h3', 'aside', 'nav',
  'footer', 'header', 'figure', 'figcaption', 'blockquote', 'table', 'tr', 'td', 'br', 'hr', 'time', 'form', 'input',
  'button', 'template', 'slot', 'script', 'style', 'iframe', 'svg', 'details', 'summary', 'pre', 'x-card', 'body', 'html',
]; // prettier-ignore

const attribute = fc.oneof(
  fc.tuple(
    fc.constant('class'),
    fc.constantFrom(
      'article-body',
      'comments',
      'related-stories',
      'hidden',
      'ad',
      'story',
      'sr-only',
      'a b c',
    ),
  ),
  fc.tuple(fc.constant('id'), fc.constantFrom('body', 'content', 'title', 'length', '__proto__')),
  fc.tuple(fc.constant('name'), fc.constantFrom('body', 'title', 'documentElement', 'parentNode')),
  fc.constantFrom<[string, string][]>(
    ['hidden', ''],
    ['aria-hidden', 'true'],
    ['itemprop', 'articleBody'],
    ['itemprop', 'datePublished'],
    ['contenteditable', ''],
    ['role', 'textbox'],
    ['lang', 'ru'],
    ['dir', 'rtl'],
    ['style', 'display:none'],
    ['datetime', '2025-08-01'],
    ['datetime', '99999-99-99T99:99'],
    ['content', '2025-13-45'],
    ['property', 'article:published_time'],
  ),
) as fc.Arbitrary<[string, string]>;

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6, depthSize: 'medium' },
    { weight: 6, arbitrary: piece },
    { weight: 1, arbitrary: fc.record({ comment: fc.constantFrom('', 'x', '[if IE]') }) },
    {
      weight: 5,
      arbitrary: fc.record({
        name: fc.constantFrom(...TAGS),
        attributes: fc.array(attribute, { maxLength: 2 }),
        inside: fc.array(tie('tree'), { maxLength: 6 }) as fc.Arbitrary<Tree[]>,
      }),
    },
  ),
}));

/** Running text, so that something is taken for an article more often than not. */
const paragraph = fc
  .array(fc.oneof({ weight: 5, arbitrary: piece }, { weight: 1, arbitrary: tree }), {
    minLength: 8,
    maxLength: 30,
  })
  .map((inside): Tree => ({
    name: 'p',
    attributes: [],
    inside: [
      ...inside,
      ' that counts as running text and goes on for quite a while, as news does, until it ends.',
    ],
  }));

export const articleTree = fc
  .record({
    around: fc.constantFrom('article', 'main', 'div', 'section'),
    paragraphs: fc.array(paragraph, { minLength: 2, maxLength: 5 }),
    beside: fc.array(tree, { maxLength: 3 }),
  })
  .map(({ around, paragraphs, beside }): Tree[] => [
    {
      name: around,
      attributes: [],
      inside: [{ name: 'h1', attributes: [], inside: ['A headline'] }, ...paragraphs],
    },
    ...beside,
  ]);

export const anyTree = fc.array(tree, { maxLength: 8 });

/** Builds a document; open shadow roots where a custom element has children. */
export function build(trees: readonly Tree[]): Document {
  const doc = document.implementation.createHTMLDocument('A page | A site');
  const make = (of: Tree): Node => {
    if (typeof of === 'string') return doc.createTextNode(of);
    if ('comment' in of) return doc.createComment(of.comment);
    const element = doc.createElement(of.name);
    for (const [name, value] of of.attributes) element.setAttribute(name, value);
    const to = of.name === 'x-card' && of.inside.length ? element.attachShadow({ mode: 'open' }) : element;
    for (const child of of.inside) to.appendChild(make(child));
    return element;
  };
  for (const of of trees) doc.body.appendChild(make(of));
  return doc;
}
