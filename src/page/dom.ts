/**
 * DOM reading that a page cannot trick. A form field named `querySelector` or an image named `body` shadows the
 * property of that name (“DOM clobbering”, https://html.spec.whatwg.org/#dom-document-nameditem), also for a content
 * script. The getters and methods of the prototypes are not affected, so everything here goes through them.
 */
type Getter<T> = (self: unknown) => T;

function getter<T>(proto: object, name: string): Getter<T> {
  let owner: object | null = proto;
  while (owner) {
    const get = Object.getOwnPropertyDescriptor(owner, name)?.get;
    if (get) return (self) => get.call(self) as T;
    owner = Object.getPrototypeOf(owner) as object | null;
  }
  return (self) => (self as Record<string, T>)[name] as T;
}

export const nodeTypeOf = getter<number>(Node.prototype, 'nodeType');
export const parentOf = getter<Node | null>(Node.prototype, 'parentNode');
export const firstChildOf = getter<Node | null>(Node.prototype, 'firstChild');
export const nextSiblingOf = getter<Node | null>(Node.prototype, 'nextSibling');
export const textContentOf = getter<string | null>(Node.prototype, 'textContent');
export const localNameOf = getter<string>(Element.prototype, 'localName');
export const shadowRootOf = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');
export const bodyOf = getter<HTMLElement | null>(Document.prototype, 'body');
export const rootElementOf = getter<Element | null>(Document.prototype, 'documentElement');
export const titleOf = getter<string>(Document.prototype, 'title');

type Sheets = readonly CSSStyleSheet[];
const documentSheets = Object.getOwnPropertyDescriptor(Document.prototype, 'adoptedStyleSheets');
/** Adopted style sheets of a document, or of a shadow root, which no field can bend. */
export const sheetsOf = (root: Document | ShadowRoot): Sheets => [
  ...((nodeTypeOf(root) === Node.DOCUMENT_NODE
    ? (documentSheets?.get?.call(root) as Sheets | undefined)
    : root.adoptedStyleSheets) ?? []),
];
export function setSheets(root: Document | ShadowRoot, sheets: Sheets): void {
  if (nodeTypeOf(root) === Node.DOCUMENT_NODE) documentSheets?.set?.call(root, sheets);
  else root.adoptedStyleSheets = [...sheets];
}

const getAttribute = Element.prototype.getAttribute;
export const attribute = (el: Element, name: string): string | null => getAttribute.call(el, name);

const matchesOf = Element.prototype.matches;
export const matches = (el: Element, selector: string): boolean => matchesOf.call(el, selector);

const closestOf = Element.prototype.closest;
export const closest = (el: Element, selector: string): Element | null => closestOf.call(el, selector);

const containsOf = Node.prototype.contains;
export const contains = (node: Node, other: Node): boolean => containsOf.call(node, other);

const documentAll = Document.prototype.querySelectorAll;
const elementAll = Element.prototype.querySelectorAll;

/** All elements below `root` that match; [] when the selector finds nothing. */
export function all<E extends Element>(root: Document | Element, selector: string): E[] {
  const found =
    nodeTypeOf(root) === Node.DOCUMENT_NODE
      ? documentAll.call(root as Document, selector)
      : elementAll.call(root as Element, selector);
  return Array.from(found) as E[];
}

const documentFirst = Document.prototype.querySelector;
const elementFirst = Element.prototype.querySelector;

export const first = (root: Document | Element, selector: string): Element | null =>
  nodeTypeOf(root) === Node.DOCUMENT_NODE
    ? documentFirst.call(root as Document, selector)
    : elementFirst.call(root as Element, selector);

export const isElement = (node: Node | null): node is Element =>
  node !== null && nodeTypeOf(node) === Node.ELEMENT_NODE;
export const isText = (node: Node | null): node is Text =>
  node !== null && (nodeTypeOf(node) === Node.TEXT_NODE || nodeTypeOf(node) === Node.CDATA_SECTION_NODE);

/** Text of an element with white space collapsed, cut to `most` characters. */
export const plainText = (el: Element, most = 2000): string =>
  (textContentOf(el) ?? '')
    .slice(0, most * 3)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most);
