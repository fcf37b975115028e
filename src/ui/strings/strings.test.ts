import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { KINDS, STATES, VERDICTS } from '../../facts/schema.ts';
import { ERAS } from '../timeline/eras.ts';
import { en } from './en.ts';
import { isKey, pickLang, sayIn, TABLES, UI_LANGS } from './index.ts';
import type { Text } from './text.ts';

const UI = fileURLToPath(new URL('../', import.meta.url));
const keys = Object.keys(en);

function sources(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      if (entry.isDirectory()) return entry.name === 'strings' ? '' : sources(join(folder, entry.name));
      return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.')
        ? readFileSync(join(folder, entry.name), 'utf8')
        : '';
    })
    .join('\n');
}

const forms = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const holes = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map((m) => m[0]).sort();

describe.each(UI_LANGS)('%s', (lang) => {
  const table: Record<string, Text> = TABLES[lang];
  it('has every key and no other', () => expect(Object.keys(table).sort()).toEqual([...keys].sort()));
  it('fills the same holes as English', () => {
    for (const key of keys) {
      const expected = holes(forms((en as Record<string, Text>)[key] ?? '')[0] ?? '');
      for (const form of forms(table[key] ?? '')) expect([key, holes(form)]).toEqual([key, expected]);
    }
  });
  it('has a form for each number its plural rules tell apart', () => {
    const rules = new Intl.PluralRules(lang);
    const used = new Set([0, 1, 2, 5, 11, 21, 22, 25, 101].map((n) => rules.select(n)));
    for (const [key, text] of Object.entries(table)) {
      if (typeof text === 'string') continue;
      for (const rule of used)
        if (rule !== 'zero' && rule !== 'two')
          expect([key, rule, text[rule] !== undefined]).toEqual([key, rule, true]);
    }
  });
  it('never calls a statement false, nor itself a fact check', () => {
    const words = Object.values(table).flatMap(forms).join('\n');
    expect(words).not.toMatch(/\bfalse\b|fact.?check|фейк|ложь|falsch|\bfaux\b|\bfalso\b/i);
  });
});

it('no text is unused', () => {
  const code = sources(UI);
  const unused = keys.filter((key) => {
    if (code.includes(`'${key}'`)) return false;
    const family = key.replace(/[^.]+$/, '');
    return !code.includes(`\`${family}\${`);
  });
  expect(unused).toEqual([]);
});

it.each([
  ['kind', KINDS],
  ['state', STATES],
  ['verdict', VERDICTS],
  ['era', ERAS],
] as const)('every %s has a word', (family, names) => {
  expect(names.filter((name) => !isKey(`${family}.${name}`))).toEqual([]);
});

it('counts as each language counts', () => {
  expect(sayIn('en')('search.count', { n: 1 })).toBe('1 note');
  expect(sayIn('ru')('search.count', { n: 21 })).toBe('21 заметка');
  expect(sayIn('ru')('search.count', { n: 3 })).toBe('3 заметки');
  expect(sayIn('ru')('search.count', { n: 12 })).toBe('12 заметок');
});

it.each([
  [['fr-CA', 'en'], 'fr'],
  [['uk', 'ru-UA'], 'ru'],
  [['ja'], 'en'],
  [[], 'en'],
] as const)('picks a language for %j', (wanted, lang) => expect(pickLang(wanted)).toBe(lang));
