/** The DOM's globals, which the page room names as a content script does; from jsdom. Import it before that room. */
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('', { url: 'https://example.org/' });
for (const name of ['Node', 'Element', 'Document', 'NodeFilter', 'StaticRange', 'document'] as const)
  Object.assign(globalThis, { [name]: window[name] });
