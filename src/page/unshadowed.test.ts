// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { documentOf } from './test-document.ts';
import { unshadowed } from './unshadowed.ts';

// jsdom has no named properties of documents, so they are made by hand.
const doc = documentOf('<title>old</title><p id="first">x</p>');
const names = ['body', 'createElement', 'documentElement', 'nodeType', 'title'];
for (const name of names) Object.defineProperty(doc, name, { value: 'shadow', configurable: true });
const plain = unshadowed(doc);

it.each([
  ['body', () => plain.body.localName, 'body'],
  ['documentElement', () => plain.documentElement.localName, 'html'],
  ['createElement', () => plain.createElement('p').localName, 'p'],
  ['nodeType, from further up', () => plain.nodeType, 9],
  ['getElementById, not shadowed', () => plain.getElementById('first')?.textContent, 'x'],
  ['a name that nothing has', () => (plain as unknown as Record<string, unknown>)['nothing'], undefined],
])('%s is the browser’s own', (name, read, expected) => {
  const isShadowed = names.includes(name.split(',')[0] ?? '');
  expect(isShadowed ? (doc as unknown as Record<string, unknown>)[name.split(',')[0] ?? ''] : 'shadow').toBe(
    'shadow',
  );
  expect(read()).toBe(expected);
});

it('is written through', () => {
  plain.dir = 'rtl';
  expect(plain.documentElement.getAttribute('dir')).toBe('rtl');
});

it('hears what the document hears', () => {
  let heard = 0;
  plain.addEventListener('own', () => heard++);
  doc.dispatchEvent(new Event('own'));
  expect(heard).toBe(1);
});
