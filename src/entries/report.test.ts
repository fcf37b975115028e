import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../cli/load-facts.ts';
import { reportAddress } from './report.ts';

const FORMS = join(ROOT, '.github/ISSUE_TEMPLATE');
interface Form {
  name: string;
  description: string;
  title: string;
  body: { type: string; id?: string; attributes: { label?: string } }[];
}
const form = (file: string): Form => parse(readFileSync(join(FORMS, file), 'utf8')) as Form;

const card = {
  id: 'bakanov-dmitry',
  name: 'Dmitry Bakanov',
  checked: '2026-11-22',
  note: 'A “note” & more.',
};
const query = new URL(reportAddress(card)).searchParams;

describe('the address of a report', () => {
  it('leads to a form that is there, and fills fields that it has', () => {
    const file = query.get('template') ?? '';
    expect(readdirSync(FORMS)).toContain(file);
    const ids = form(file).body.flatMap(({ id }) => (id ? [id] : []));
    for (const key of query.keys()) if (key !== 'template' && key !== 'title') expect(ids).toContain(key);
    expect(query.get('title')).toBe(`${form(file).title}${card.name}`);
  });
  it('says which note, and nothing else', () => {
    expect(Object.fromEntries(query)).toEqual({
      template: 'wrong-fact.yml',
      title: 'Wrong fact: Dmitry Bakanov',
      note: 'Dmitry Bakanov (bakanov-dmitry)',
      checked: '2026-11-22',
      text: 'A “note” & more.',
    });
  });
  it('is short enough for any note', () => {
    // GitHub answers 414 to addresses above about 8,000 bytes.
    expect(reportAddress({ ...card, note: 'ы'.repeat(5000) }).length).toBeLessThan(8000);
    expect(reportAddress({ ...card, note: null })).toContain('text=');
  });
});

describe('issue forms', () => {
  it.each(readdirSync(FORMS).filter((file) => file !== 'config.yml'))('%s is one GitHub takes', (file) => {
    const { name, description, body } = form(file);
    expect(name && description).toBeTruthy();
    const fields = body.filter(({ type }) => type !== 'markdown');
    expect(fields.length).toBeGreaterThan(2);
    for (const { type, id, attributes } of fields) {
      expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      expect(id).toMatch(/^[\w-]+$/);
      expect(attributes.label).toBeTruthy();
    }
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
  });
});

describe('workflows', () => {
  const folder = join(ROOT, '.github/workflows');
  it.each(readdirSync(folder))('%s names actions by hash and asks for no more than it needs', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const uses = [...text.matchAll(/uses: (.*)/g)].map((m) => m[1]);
    expect(uses.length).toBeGreaterThan(0);
    for (const use of uses) expect(use).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    const { permissions } = parse(text) as { permissions: unknown };
    expect(permissions).toEqual({ contents: 'read' });
  });
});
