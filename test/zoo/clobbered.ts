/** DOM clobbering: fields, forms and images named like the properties that scripts read. */
import { article, html, type ZooPage } from './page.ts';

/** Properties of documents, elements and nodes that any reading or drawing code might touch. */
const NAMES = (
  'activeElement addEventListener adoptedStyleSheets adoptNode append appendChild assignedNodes attachShadow attributes body ' +
  'caretPositionFromPoint caretRangeFromPoint characterSet checkVisibility childElementCount childNodes children classList ' +
  'className cloneNode closest compareDocumentPosition contains contentType cookie createDocumentFragment createElement ' +
  'createElementNS createEvent createRange createTextNode createTreeWalker currentScript data dataset defaultView ' +
  'designMode dir dispatchEvent doctype documentElement domain elementFromPoint elementsFromPoint embeds firstChild ' +
  'firstElementChild focus fonts forms fullscreenElement getAttribute getBoundingClientRect getClientRects getElementById ' +
  'getRootNode getSelection hasAttribute hasFocus head hidden hidePopover href id images implementation importNode ' +
  'innerText insertBefore isConnected isEqualNode lang lastChild lastElementChild lastModified links localName location ' +
  'matches moveBefore namespaceURI nextElementSibling nextSibling nodeName nodeType nodeValue ownerDocument parentElement ' +
  'parentNode popover prepend previousSibling querySelector querySelectorAll readyState referrer remove removeAttribute ' +
  'removeChild removeEventListener replaceWith role scripts scrollIntoView scrollingElement setAttribute shadowRoot ' +
  'showPopover slot style styleSheets tagName textContent timeline title URL visibilityState wasDiscarded'
).split(' ');
/** Names of the window: an element's id is one too. */
const GLOBALS = (
  '__stationBriefReader __stationBriefGate chrome browser Highlight CSS navigation navigator Node Element Document ' +
  'MutationObserver ShadowRoot StaticRange CSSStyleSheet AbortController scheduler performance clipboard'
).split(' ');

const fields = NAMES.map((name) => `<input name="${name}" value="${name}">`).join('');
const ownText = 'A form of this page has fields with odd names, and sends them.';

export const CLOBBERED: ZooPage[] = [
  {
    name: 'clobbered document',
    body: () =>
      html({
        body: `${article()}<div hidden>${NAMES.map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`).join('')}
          ${GLOBALS.map((id) => `<a id="${id}" name="${id}"></a><form id="${id}"></form>`).join('')}</div>`,
      }),
    marks: 4,
    card: ['Oleg Kononenko', 'Kononenko'],
  },
  {
    name: 'clobbered form around the article',
    body: () =>
      html({
        body: `<main><form id="story">${fields}<p>${ownText}</p>${article()}</form></main>`,
        script: () => {
          const form = Document.prototype.getElementById.call(document, 'story') as HTMLFormElement;
          // Its text changes, and the form itself is what changed.
          window.zoo.ready = (async () => {
            await window.zoo.after(300);
            Element.prototype.append.call(form, 'And it grows.');
            Element.prototype.setAttribute.call(form, 'data-grown', '');
          })();
          window.zoo.checks.push(
            () => new FormData(form).get('textContent') !== 'textContent' && 'the form lost a field',
          );
        },
      }),
    // A form is no article, unless the whole story is in it.
    marks: 3,
    card: ['Oleg Kononenko', 'Kononenko'],
  },
];
