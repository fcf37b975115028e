/**
 * What a built script may not hold: a way to the network, text run as code, text made into markup. Read from its syntax,
 * so that words in notes do not count and minified calls do. Browsers enforce much of it on our own pages by the policy
 * in the manifest; on the pages of others, this is what there is.
 */
import { parse, type Node } from 'acorn';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Ways to the network, or to a program that has one, under any name by which a script could reach them. */
const NETWORK = words(
  'fetch fetchLater XMLHttpRequest WebSocket WebSocketStream EventSource sendBeacon importScripts WebTransport ' +
    'RTCPeerConnection webkitRTCPeerConnection Worker SharedWorker serviceWorker Image Audio FontFace caches ' +
    'backgroundFetch downloads connectNative sendNativeMessage onMessageExternal onConnectExternal',
);
const CODE = words('eval Function execScript userScripts');
const MARKUP = words('insertAdjacentHTML createContextualFragment DOMParser setHTMLUnsafe parseHTMLUnsafe');
/** Set to a text, these make markup of it. They may be read: Preact compares. */
const MARKUP_WHEN_SET = words('innerHTML outerHTML srcdoc');
/** Set to an address, these load it. `href` is a link: it is followed when the reader presses it. */
const LOADS = words('src srcset poster ping background formAction action');
const LOADING_ELEMENTS = words('script iframe frame object embed link img video audio source form base meta');

type Any = Node & Record<string, unknown>;

const isNode = (value: unknown): value is Any =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Name of an identifier, text of a literal, name of the property of a member; '' for anything else. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return String(node['name']);
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : '';
  if (node.type !== 'MemberExpression') return '';
  const { property } = node;
  return node['computed'] && isNode(property) && property.type === 'Identifier' ? '' : nameOf(property);
}

/** The name by which a node reaches for something: `x`, `a.x`, `a['x']`, `{ x } = a`; '' where it does not. */
function reach(node: Any, parent: Any): string {
  if (node.type === 'MemberExpression') return nameOf(node);
  if (node.type === 'Property')
    return parent.type === 'ObjectPattern' && !node['computed'] ? nameOf(node['key']) : '';
  if (node.type !== 'Identifier') return '';
  // Names of members and keys are no names of things; they are seen with their parents.
  const isName = parent['property'] === node || parent['key'] === node;
  return isName && !parent['computed'] && !parent['shorthand'] ? '' : nameOf(node);
}

function faultOfCall(node: Any): string | null {
  const { callee } = node;
  const [first, , third] = node['arguments'] as unknown[];
  const name = nameOf(callee);
  if (/^set(?:Timeout|Interval)$/.test(name) && isNode(first) && first.type.endsWith('Literal'))
    return 'runs text as code';
  if (name === 'createElement' && LOADING_ELEMENTS.has(nameOf(first).toLowerCase()))
    return `makes an element: ${nameOf(first)}`;
  if (name === 'setAttribute' && (LOADS.has(nameOf(first)) || nameOf(first).startsWith('on')))
    return `sets ${nameOf(first)}`;
  const owner = isNode(callee) ? nameOf(callee['object']) : '';
  if (/^write(?:ln)?$/.test(name) && owner === 'document') return 'makes markup from text: write';
  if (/^(?:assign|replace)$/.test(name) && owner === 'location') return 'goes to another address';
  if (name === 'open' && owner === 'window' && !/noopener/.test(nameOf(third)))
    return 'opens a page that can reach back';
  return null;
}

function faultOfSetting(node: Any): string | null {
  const left = node['left'] as Any;
  const name = nameOf(left);
  const owner = nameOf(left['object']);
  if (name === 'location' || (name === 'href' && owner === 'location')) return 'goes to another address';
  if (left.type !== 'MemberExpression') return null;
  if (MARKUP_WHEN_SET.has(name)) return `makes markup from text: ${name}`;
  return LOADS.has(name) ? `sets ${name}` : null;
}

function faultOf(node: Any, parent: Any): string | null {
  if (/^Import(?:Expression|Declaration)$/.test(node.type)) return 'loads code';
  const special =
    node.type === 'CallExpression'
      ? faultOfCall(node)
      : node.type === 'AssignmentExpression'
        ? faultOfSetting(node)
        : null;
  if (special) return special;
  // What JSX becomes: { src: 'https://…' }
  if (
    node.type === 'Property' &&
    LOADS.has(nameOf(node['key'])) &&
    /^(?:[a-z]+:)?\/\//i.test(nameOf(node['value']))
  )
    return `sets ${nameOf(node['key'])}`;
  const name = reach(node, parent);
  // `Function.call` and `Function.prototype` make nothing.
  if (name === 'Function' && parent.type === 'MemberExpression' && parent['object'] === node) return null;
  if (NETWORK.has(name)) return `reaches for the network: ${name}`;
  if (CODE.has(name)) return `runs text as code: ${name}`;
  return MARKUP.has(name) ? `makes markup from text: ${name}` : null;
}

/**
 * @param source a classic script
 * @returns each fault once, with the offset of its first place; [] is what we want
 * @throws SyntaxError when it is no script
 */
export function scriptFaults(source: string): string[] {
  const found = new Map<string, number>();
  const program = parse(source, { ecmaVersion: 'latest', sourceType: 'script' }) as unknown as Any;
  const stack: [node: Any, parent: Any][] = [[program, program]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [node, parent] = next;
    const fault = faultOf(node, parent);
    if (fault !== null) found.set(fault, Math.min(node.start, found.get(fault) ?? Infinity));
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value])
        if (isNode(child)) stack.push([child, node]);
  }
  return [...found].map(([fault, at]) => `${fault} (at ${at})`);
}

const LOADING_TAG = new RegExp(`<(?:${[...LOADING_ELEMENTS].join('|')})\\b[^>]*>`, 'gi');

/** What a style sheet would load; it may load nothing. */
export const styleFaults = (css: string): string[] =>
  (css.match(/@import|url\(|image-set\(/gi) ?? []).map((word) => `its style loads: ${word}`);

/** Own files beside the page, and what says how to read it. */
const ALLOWED =
  /^<script src="[a-z]+\.js"( defer)?>$|^<link rel="stylesheet" href="[a-z]+\.css" \/>$|^<meta (?:charset|name)=/;

/** A page may load the one script and the one style sheet beside it, and nothing else. */
export function pageFaults(html: string): string[] {
  const tags = [...html.matchAll(LOADING_TAG)].map(([tag]) => tag);
  const handler = /<[^>]*\s(on[a-z]+)\s*=/i.exec(html);
  return [
    ...tags.filter((tag) => !ALLOWED.test(tag)).map((tag) => `loads or leads elsewhere: ${tag}`),
    ...[...html.matchAll(/<script\b[^>]*>([^<]+)/gi)].map(
      ([, inside]) => `has a script inside: ${inside?.slice(0, 40)}`,
    ),
    ...styleFaults(html),
    ...(handler ? [`runs text as code: ${handler[1]}`] : []),
  ];
}
