/**
 * The index made ready to scan, language by language and only as far as a text needs it: a page that names nothing of
 * ours is told by names and words of the lexicon alone, without topics and claims.
 */
import { type FindIndex, type RuleRow } from './compile.ts';
import { CAPS, langBit, type FormRow } from './form.ts';
import { addTo } from './lists.ts';
import { foldText } from './fold.ts';
import { makeTrie, type Target, type TargetKind, type Trie } from './trie.ts';

/** A form met in the text: token `first` to token `last`, both inclusive. */
export interface Hit {
  first: number;
  last: number;
  target: Target;
}

/**
 * Takes a form: `units[0, length)` are its words with spaces between, folded unless flags say that capitals matter.
 * The buffer is used again for the next one, of which so many units are `shared` with the one before.
 */
export type Visit = (
  units: Uint16Array,
  length: number,
  flags: number,
  langs: number,
  shared: number,
) => void;

/** What there is to find, and the forms of each thing for one language at a time. */
export interface Index {
  entities: readonly (readonly [id: string, kind: string, ...more: unknown[]])[];
  topics: readonly (readonly [id: string, ...more: unknown[]])[];
  lexicon: readonly (readonly [name: string, ...more: unknown[]])[];
  lines: readonly unknown[];
  claims: readonly (readonly [id: string, ...more: unknown[]])[];
  /** Visits the forms of a thing that count in texts of a language, given as its bit; -1 for all languages. */
  forms(kind: TargetKind, at: number, bit: number, visit: Visit): void;
  rules(claim: number): readonly RuleRow[];
}

/** A rule of a claim, under the line it is looked up by. */
export interface Candidate {
  claim: number;
  rule: RuleRow;
}

export interface Matcher {
  index: Index;
  /** names of records and words of the lexicon, for texts of a language (ISO 639-1) */
  names(lang: string): Trie;
  /** cues of topics and lines of claims */
  cues(lang: string): Trie;
  /** rules of claims in a language, by their first line */
  rules(lang: string): ReadonlyMap<number, readonly Candidate[]>;
}

/** @param given the packed index, or one as it is compiled: for the command line and for tests */
export function makeMatcher(given: Index | FindIndex): Matcher {
  const index = 'forms' in given ? given : plainIndex(given);
  const trieOf = (kinds: readonly (readonly [TargetKind, number])[], bit: number): Trie =>
    makeTrie((add) => {
      for (const [kind, count] of kinds) {
        for (let at = 0; at < count; at++) {
          let last: Target | undefined;
          index.forms(kind, at, bit, (units, length, flags, langs, shared) => {
            if (flags & CAPS) {
              const written = String.fromCharCode(...units.subarray(0, length));
              const folded = lettersOf(written.split(' ').map(foldText).join(' '));
              add(folded, folded.length, { kind, at, flags, langs, written }, 0);
            } else {
              if (last?.flags !== flags || last.langs !== langs) last = { kind, at, flags, langs };
              add(units, length, last, shared);
            }
          });
        }
      }
    });
  const { entities, lexicon, topics, lines } = index;
  return {
    index,
    names: perLanguage((bit) =>
      trieOf(
        [
          ['entity', entities.length],
          ['lexicon', lexicon.length],
        ],
        bit,
      ),
    ),
    cues: perLanguage((bit) =>
      trieOf(
        [
          ['topic', topics.length],
          ['line', lines.length],
        ],
        bit,
      ),
    ),
    rules: once((lang) => rulesOf(index, lang)),
  };
}

/** Made when first asked for and kept. */
function once<K, T>(make: (key: K) => T): (key: K) => T {
  const kept = new Map<K, T>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    kept.set(key, made);
    return made;
  };
}

/** Languages without forms of their own share what counts in all. */
function perLanguage(make: (bit: number) => Trie): (lang: string) => Trie {
  const byBit = once(make);
  return (lang) => byBit(langBit(lang));
}

function rulesOf(index: Index, lang: string): Map<number, Candidate[]> {
  const out = new Map<number, Candidate[]>();
  for (let claim = 0; claim < index.claims.length; claim++) {
    for (const rule of index.rules(claim)) {
      const line = rule.all[0];
      if (rule.lang !== lang || line === undefined) continue;
      addTo(out, line, { claim, rule });
    }
  }
  return out;
}

const lettersOf = (text: string): Uint16Array => Uint16Array.from(text, (char) => char.charCodeAt(0));

/** Visits rows as {@link Index.forms} does its own. */
export function visitRows(rows: readonly FormRow[], bit: number, visit: Visit): void {
  for (const [text, flags, langs] of rows)
    if (langs === 0 || (langs & bit) !== 0) visit(lettersOf(text), text.length, flags, langs, 0);
}

function plainIndex(index: FindIndex): Index {
  const rowsOf = (kind: TargetKind, at: number) => {
    switch (kind) {
      case 'entity':
        return index.entities[at]?.[2];
      case 'topic':
        return index.topics[at]?.[1];
      case 'lexicon':
        return index.lexicon[at]?.[1];
      case 'line':
        return index.lines[at];
    }
  };
  return {
    ...index,
    forms(kind, at, bit, visit) {
      visitRows(rowsOf(kind, at) ?? [], bit, visit);
    },
    rules: (claim) => index.claims[claim]?.[1] ?? [],
  };
}
