import { expect, it } from 'vitest';
import { pageFaults, scriptFaults, styleFaults } from './shipped.ts';

it.each([
  ['a call', 'fetch("https://a.example")', 'reaches for the network: fetch'],
  ['a member of a minified global', 'var a=globalThis;a.fetch(b)', 'reaches for the network: fetch'],
  ['a name in brackets', 'self["WebSocket"]', 'reaches for the network: WebSocket'],
  ['taken apart', 'const { sendBeacon: a } = navigator', 'reaches for the network: sendBeacon'],
  ['a constructor', 'new XMLHttpRequest', 'reaches for the network: XMLHttpRequest'],
  ['a worker', 'new Worker("https://a.example/w.js")', 'reaches for the network: Worker'],
  [
    'another extension',
    'chrome.runtime.onMessageExternal.addListener(a)',
    'reaches for the network: onMessageExternal',
  ],
  ['code brought at run time', 'import("https://a.example/m.js")', 'loads code'],
  ['a script element', 'document.createElement("script")', 'makes an element: script'],
  ['a picture', 'a.src = "https://a.example/p.png"', 'sets src'],
  ['a picture in JSX', 'h("img", { src: "https://a.example/p.png" })', 'sets src'],
  ['a handler in an attribute', 'a.setAttribute("onclick", b)', 'sets onclick'],
  ['text as code', 'eval(a)', 'runs text as code: eval'],
  ['text as code, aside', '(0, eval)(a)', 'runs text as code: eval'],
  ['text as code, later', 'setTimeout("go()", 5)', 'runs text as code'],
  ['text as a function', 'new Function("return 1")', 'runs text as code: Function'],
  ['text as markup', 'a.innerHTML = b', 'makes markup from text: innerHTML'],
  [
    'text as markup, beside',
    'a.insertAdjacentHTML("beforeend", b)',
    'makes markup from text: insertAdjacentHTML',
  ],
  ['text as markup, written', 'document.write(a)', 'makes markup from text: write'],
  ['another address', 'location.href = a', 'goes to another address'],
  ['another address, called', 'window.location.replace(a)', 'goes to another address'],
  ['a page that can reach back', 'window.open(a, "_blank")', 'opens a page that can reach back'],
])('a script with %s is refused', (_what, source, fault) => {
  expect(scriptFaults(source).map((f) => f.replace(/ \(at \d+\)$/, ''))).toContain(fault);
});

it.each([
  ['words in a note', 'var a = "They fetch the innerHTML of a WebSocket, eval(it)"'],
  ['a list of names as data', 'var a = { eval: { minArgs: 1 }, fetch: 2 }'],
  ['functions called by others', 'Function.call.bind(Function.prototype)'],
  ['markup compared', 'a.__html == b.innerHTML'],
  ['a link for the reader to press', 'a.href = b; h("a", { href: "https://a.example" })'],
  ['a page opened and let go', 'window.open(a, "_blank", "noopener,noreferrer")'],
  ['a timer', 'setTimeout(() => a(), 5); setTimeout(b, 5)'],
  ['text', 'a.textContent = b; document.createElement("a")'],
])('a script with %s is let be', (_what, source) => expect(scriptFaults(source)).toEqual([]));

it('says where', () =>
  expect(scriptFaults('var a = 1; fetch(a)')).toEqual(['reaches for the network: fetch (at 11)']));

const PAGE = '<html><head><meta charset="utf-8" /><style>p{}</style></head><body><div id="root"></div>';
it.each([
  ['of its own', `${PAGE}<script src="popup.js"></script></body>`, 0],
  ['from elsewhere', `${PAGE}<script src="https://a.example/popup.js"></script></body>`, 1],
  ['inside', `${PAGE}<script>go()</script></body>`, 2],
  ['in a handler', `${PAGE}<p onclick="go()"></p></body>`, 1],
])('a page with a script %s', (_what, html, faults) => expect(pageFaults(html)).toHaveLength(faults));
it.each([
  '<img src="https://a.example/p.png">',
  '<link rel="preconnect" href="https://a.example">',
  '<link rel="stylesheet" href="https://a.example/a.css" />',
  '<meta http-equiv="refresh" content="0;https://a.example">',
  '<style>p{background:url(https://a.example/p.png)}</style>',
  '<iframe src="//a.example"></iframe>',
])('a page with %s is refused', (tag) => expect(pageFaults(`${PAGE}${tag}</body>`)).toHaveLength(1));
it.each([
  ['a picture', 'p { background: url(p.png) }', 1],
  ['another sheet', '@import "a.css"; p { color: red }', 1],
  ['nothing', ':root { color: red }', 0],
])('a style sheet with %s', (_what, css, faults) => expect(styleFaults(css)).toHaveLength(faults));
