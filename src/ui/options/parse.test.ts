import { expect, it } from 'vitest';
import type { Settings } from '../settings-type.ts';
import { hostOf, parseSettings, settingsText } from './parse.ts';

const settings: Settings = {
  strength: 'faint',
  marks: 'all',
  trigger: 'click',
  off: ['news.example.org'],
  on: [],
  muted: ['soyuz-ms'],
  lang: 'ru',
  theme: 'dark',
};
const without = (field: string, value?: unknown) =>
  JSON.stringify({ ...JSON.parse(settingsText(settings)), [field]: value });

it('reads what it wrote', () =>
  expect(parseSettings(settingsText(settings), 3)).toEqual({ ok: true, settings }));

it.each([
  ['not JSON', '{', { ok: false, problem: 'json' }],
  ['a list', '[]', { ok: false, problem: 'shape' }],
  ['another file', '{"a":1}', { ok: false, problem: 'shape' }],
  ['a missing field', without('theme'), { ok: false, problem: 'field', field: 'theme' }],
  ['an unknown value', without('marks', 'many'), { ok: false, problem: 'field', field: 'marks' }],
  ['a host that is none', without('off', ['a b']), { ok: false, problem: 'field', field: 'off' }],
  [
    'a list of too many',
    without('muted', ['a', 'b', 'c', 'd']),
    { ok: false, problem: 'field', field: 'muted' },
  ],
  ['an id that is none', without('muted', ['<b>']), { ok: false, problem: 'field', field: 'muted' }],
])('refuses %s', (_name, text, expected) => expect(parseSettings(text, 3)).toEqual(expected));

it.each([
  ['News.Example.org', 'news.example.org'],
  ['https://news.example.org/a?b', 'news.example.org'],
  ['news.example.org:8080', 'news.example.org:8080'],
  ['новости.рф', 'xn--b1amnebsh.xn--p1ai'],
  ['javascript:alert(1)', null],
  ['two words', null],
  ['word', null],
  ['', null],
])('host in %s', (text, host) => expect(hostOf(text)).toBe(host));
