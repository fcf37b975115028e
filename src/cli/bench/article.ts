/** The article of the page, and the two ways to go over its text that finding is measured against. */
import { readArticle } from '../../page/article.ts';
import { readText } from '../../page/text.ts';
import type { Article } from '../../match/types.ts';

const SPACES = /[\t\n\r\f]/;
const ALL_SPACES = /[\t\n\r\f]/g;

export interface Subject {
  article: Article;
  root: Element;
  textNodes: number;
  /** the floor: each text node visited, each character code read, once */
  floor(): number;
  /** each text node visited and its text taken into one string */
  read(): string;
  /** the reading of the content script, which decides on the way what belongs to the article */
  readAsShipped(): string;
}

/**
 * Leaves only the text of the article in its element, so that all who walk it read the same.
 * @throws Error when the page has no article
 */
export function subjectOf(doc: Document): Subject {
  const found = readArticle(doc, 'http://localhost/');
  if (!found) throw new Error('the page has no article');
  const { root, map, article } = found;
  const kept = new Set<Node>(map.nodes);
  const walker = doc.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const other: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (!kept.has(node)) other.push(node);
  for (const node of other) node.parentNode?.removeChild(node);
  // What the reading put before each node: a line break where a block began.
  const before = map.nodes.map((node, i) => {
    const last = i ? (map.starts[i - 1] ?? 0) + (map.nodes[i - 1]?.data.length ?? 0) : 0;
    return map.text.slice(last, map.starts[i]);
  });
  const tail = map.text.slice((map.starts.at(-1) ?? 0) + (map.nodes.at(-1)?.data.length ?? 0));
  return {
    article,
    root,
    textNodes: map.nodes.length,
    floor: () => {
      let sum = 0;
      const walker = doc.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { data } = node as Text;
        for (let i = 0; i < data.length; i++) sum = (sum + data.charCodeAt(i)) | 0;
      }
      return sum;
    },
    read: () => {
      let text = '';
      let at = 0;
      const walker = doc.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const gap = before[at++];
        if (gap) text += gap;
        const { data } = node as Text;
        text += SPACES.test(data) ? data.replace(ALL_SPACES, ' ') : data;
      }
      return text + tail;
    },
    readAsShipped: () => readText(root).text,
  };
}

/** The article `times` over, sections and headings included. */
export function repeated(article: Article, times: number): Article {
  const shift = article.text.length + 1;
  const copies = Array.from({ length: times }, (_, i) => i * shift);
  return {
    ...article,
    text: copies.map(() => article.text).join('\n'),
    sections: copies.flatMap((by) => (article.sections ?? []).map((at) => at + by)),
    headings: copies.flatMap((by) =>
      (article.headings ?? []).map(([from, to]) => [from + by, to + by] as const),
    ),
  };
}
