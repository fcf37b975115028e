/** German: adjective endings, the genitive and the plain plurals; compounds need hyphens or an alias of their own. */
import type { Grammar, Paradigm } from './paradigm.ts';

const p = (ends: RegExp, cut: number, ...cases: string[]): Paradigm => ({ ends, cut, cases });

// nominative; other cases of the singular; genitive of the masculine and neuter; plural
const adjective: Paradigm[] = [
  p(/[a-zäöü]e$/, 1, 'e', 'en|er', 'en|es', 'en|er'),
  p(/(isch|al|iv|ig|lich)es$/, 2, 'es', 'en|em', 'en', 'en|e'),
  p(/(isch|al|iv|ig|lich)er$/, 2, 'er', 'en|em', 'en', 'en|e'),
];
const noun: Paradigm[] = [
  p(/(station|union|mission|ung|heit|keit|schaft)$/i, 0, '', '', '', 'en'),
  p(/agentur$/i, 0, '', '', '', 'en'),
  p(/e$/, 0, '', '', 'n', 'n'), // a feminine one keeps its form in the singular: der Behörde
  p(/[sßxz]$/, 0, '', '', 'es', 'e'),
  p(/[a-zäöü]$/, 0, '', '', 's|es', 'e'),
];
const person: Paradigm[] = [p(/[sßxz]$/, 0, ''), p(/[a-zäöü]$/, 0, '', 's')];

export const german: Grammar = {
  adjective,
  noun,
  masculine: person,
  feminine: person,
  singular: 3,
  lastNameOnly: true,
  isFeminine: () => false,
};
