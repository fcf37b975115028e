import { expect, it } from 'vitest';
import { sampleCard } from '../sample-card.ts';
import { citationMarkdown, citationText } from './citation.ts';

it('plain text: name, note, sources, dates', () => {
  expect(citationText(sampleCard(), 'en')).toBe(
    [
      'Dmitry Bakanov',
      '',
      'Director general of Roscosmos since 6 February 2025. Met Sean Duffy on 31 July 2025.',
      '',
      'TASS, “Bakanov [named] head”, 6 February 2025, https://tass.com/science/1',
      'Роскосмос, “Встреча”, undated, https://example.org/a_(b)',
      'Station Brief: as of March 2026; checked 22 November 2026.',
    ].join('\n'),
  );
});

it('Markdown: titles cannot become markup, addresses stay whole', () => {
  const text = citationMarkdown(sampleCard({ note: 'A *star* note.' }), 'en');
  expect(text).toContain('**Dmitry Bakanov**\n\nA \\*star\\* note.');
  expect(text).toContain('- TASS, [Bakanov \\[named\\] head](<https://tass.com/science/1>), 6 February 2025');
  expect(text).toContain('(<https://example.org/a_(b)>)');
});

it('a record without a note is cited by its one line', () => {
  expect(citationText(sampleCard({ note: null, asOf: null }), 'ru')).toContain(
    'head of Roscosmos since February 2025',
  );
});
