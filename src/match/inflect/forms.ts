/** Which languages inflect, and how; a language not named here is taken as written. */
import type { NameLang } from '../../facts/schema.ts';
import { german } from './de.ts';
import { englishPlural } from './en.ts';
import { inflect, type Grammar } from './paradigm.ts';
import { polish } from './pl.ts';
import { russian } from './ru.ts';
import { ukrainian } from './uk.ts';

const GRAMMARS: Partial<Record<NameLang, Grammar>> = { ru: russian, uk: ukrainian, pl: polish, de: german };

/** All forms of a name in running text, the dictionary form first. */
export function formsOf(name: string, lang: NameLang, person: boolean, plural = true): string[] {
  if (lang === 'en' && plural && !person) return [name, ...[englishPlural(name) ?? []].flat()];
  const grammar = GRAMMARS[lang];
  // A Latin acronym or name inside Russian text does not change.
  if (!grammar || ((lang === 'ru' || lang === 'uk') && !/[\u0400-\u04ff]/.test(name))) return [name];
  return inflect(name, grammar, person, plural);
}
