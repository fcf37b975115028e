// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import {
  all,
  attribute,
  bodyOf,
  contains,
  firstChildOf,
  isElement,
  isText,
  localNameOf,
  nextSiblingOf,
  nodeTypeOf,
  parentOf,
  plainText,
  textContentOf,
} from './dom.ts';
import { readText } from './text.ts';
import { documentOf } from './test-document.ts';

const NAMES =
  'querySelector querySelectorAll getAttribute body childNodes firstChild nextSibling parentNode textContent nodeType localName matches closest contains shadowRoot'.split(
    ' ',
  );
const fields = NAMES.map((n) => `<input name="${n}">`).join('');

describe('a form whose fields are named like its properties', () => {
  const doc = documentOf(
    `<div id="box"><form id="f" class="c">${fields}<p>inside</p></form><b>after</b></div>`,
  );
  const form = doc.querySelector('form') ?? expect.fail();
  const box = doc.getElementById('box') ?? expect.fail();

  // jsdom has no named properties of forms and documents, so they are made by hand.
  for (const owner of [form, doc]) {
    for (const name of NAMES) Object.defineProperty(owner, name, { value: form.elements.namedItem(name) });
  }

  it('hides its properties from plain reading', () => expect(typeof form.nodeType).toBe('object'));

  it('is read as it is', () => {
    expect([nodeTypeOf(form), localNameOf(form)]).toEqual([1, 'form']);
    expect(parentOf(form) === box).toBe(true);
    expect(attribute(firstChildOf(form) as Element, 'name')).toBe('querySelector');
    expect(localNameOf(nextSiblingOf(form) as Element)).toBe('b');
    expect([textContentOf(form), plainText(form)]).toEqual(['inside', 'inside']);
    expect([attribute(form, 'class'), attribute(form, 'none')]).toEqual(['c', null]);
    expect(contains(box, form)).toBe(true);
    // jsdom's own selector engine is tricked by this; matches and closest are for real browsers.
    expect([isElement(form), isText(form), isElement(null), isText(null)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('a document likewise', () => {
    expect([nodeTypeOf(doc), localNameOf(bodyOf(doc) ?? expect.fail()), all(doc, 'b').length]).toEqual([
      9,
      'body',
      1,
    ]);
  });

  it('is left out of the text', () => expect(readText(box).text).toBe('after\n'));
});
