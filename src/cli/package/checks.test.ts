import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { checkPackage, differences, minified, MOST_BYTES, type Files } from './checks.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const CODE = Array.from(
  { length: 60 },
  (_, i) => `function step${i}(value) {\n  const next = value + ${i};\n  return next > 10 ? next : value;\n}`,
).join('\n');
const files = (more: Record<string, string> = {}): Files =>
  Object.fromEntries(
    Object.entries({
      'manifest.json':
        '{"default_locale":"en","background":{"scripts":["background.js"]},"icons":{"16":"icons/a.png"}}',
      'background.js': `${CODE}\nload("/reader.js");`,
      'reader.js': CODE,
      'icons/a.png': '',
      '_locales/en/messages.json': '{}',
      LICENSE: 'MIT',
      ...more,
    }).map(([name, text]) => [name, bytes(text)]),
  );

describe('a package', () => {
  it('that is sound has no problems', () => expect(checkPackage(files(), 1000)).toEqual([]));

  it.each<[string, Record<string, string>, RegExp]>([
    ['a source map', { 'reader.js.map': '{}' }, /^reader\.js\.map: nothing/],
    [
      'the name of one',
      { 'reader.js': `${CODE}\n//# sourceMappingURL=x` },
      /^reader\.js: names a source map/,
    ],
    ['a stray file', { '.DS_Store': 'x' }, /^\.DS_Store: nothing/],
    ['a script nobody loads', { 'old.js': CODE }, /^old\.js: nothing/],
    [
      'minified code',
      { 'reader.js': transformSync(CODE, { minify: true }).code.replaceAll('\n', '') },
      /^reader\.js: looks minified/,
    ],
  ])('with %s has one', (_, more, problem) => {
    const problems = checkPackage(files(more), 1000);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });

  it('may name its files by a template', () =>
    expect(
      checkPackage(
        files({ 'icons/b-16.png': '', 'reader.js': `${CODE}\nset(\`/icons/\${icon}-16.png\`)` }),
        1,
      ),
    ).toEqual([]));
  it('of a byte too many has one', () => {
    expect(checkPackage(files(), MOST_BYTES)).toEqual([]);
    expect(checkPackage(files(), MOST_BYTES + 1)).toHaveLength(1);
  });
  it('with a locale folder but no default locale has strays', () =>
    expect(checkPackage(files({ 'manifest.json': '{"a":["background.js","icons/a.png"]}' }), 1)[0]).toContain(
      '_locales',
    ));
  it('does not take long strings for minified code', () =>
    expect(minified(`const data = "${'x'.repeat(50_000)}";\n${CODE}`)).toBeNull());
  it('takes a quote in a regular expression for no string', () =>
    expect(
      minified(`const plain = (text) => text.replace(/[\\\\\`"']/g, '');\n${CODE}\n${CODE}`),
    ).toBeNull());
  it('takes short lines joined for minified code', () =>
    expect(minified(CODE.replaceAll('\n', ' ').repeat(3))).toContain('line of'));
});

describe('differences', () => {
  it.each<[string, Files, Files, string[]]>([
    ['none', { a: bytes('x') }, { a: bytes('x') }, []],
    ['one byte', { a: bytes('x') }, { a: bytes('y') }, ['a: differs']],
    ['a file more', { a: bytes('x') }, { a: bytes('x'), b: bytes('') }, ['b: only in one']],
    ['a file less', { a: bytes('x'), b: bytes('') }, { a: bytes('x') }, ['b: only in one']],
  ])('%s', (_, a, b, expected) => expect(differences(a, b)).toEqual(expected));
});
