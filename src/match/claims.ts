/** Statements that the record qualifies, noticed by rules kept with each claim. Silent when in doubt. */
import { firstDay, lastDay } from '../facts/dates.ts';
import type { RuleRow } from './compile.ts';
import type { Candidate, Hit, Matcher } from './matcher.ts';
import type { Tokens } from './tokens.ts';

/** A claim met in the text: token `first` to `last`, inclusive. */
export interface ClaimHit {
  claim: number;
  first: number;
  last: number;
}

export interface ClaimContext {
  lang: string;
  /** article's date; a rule with `from` or `to` is silent when it is unknown */
  published: string | null;
  /** ids of records the article mentions */
  mentioned: ReadonlySet<string>;
}

/**
 * The first place of each claim in the article, in order of place; where spans overlap the first claim listed wins.
 * @param hits of the trie of cues, ascending
 */
export function findClaims(
  tokens: Tokens,
  hits: readonly Hit[],
  matcher: Matcher,
  context: ClaimContext,
): ClaimHit[] {
  const rules = matcher.rules(context.lang);
  if (!rules.size) return [];
  const found: ClaimHit[] = [];
  const lines = hits.filter((hit) => hit.target.lines);
  const { sentence } = tokens;
  /** line to the sentence it was last met in, + 1: whether a sentence has all parts of a rule is told without lists */
  const metIn = new Int32Array(matcher.index.lines.length);
  for (let from = 0, to = 0; from < lines.length; from = to) {
    const number = (sentence[(lines[from] as Hit).first] as number) + 1;
    const present: number[] = [];
    for (; to < lines.length; to++) {
      const { first, target } = lines[to] as Hit;
      if (sentence[first] !== number - 1) break;
      for (const line of target.lines ?? []) {
        if (metIn[line] === number) continue;
        metIn[line] = number;
        if (rules.has(line)) present.push(line);
      }
    }
    const isMet = (line: number) => metIn[line] === number;
    for (const line of present) {
      for (const { claim, rule } of rules.get(line) as readonly Candidate[]) {
        if (!rule.all.every(isMet) || rule.none.some(isMet) || !applies(rule, context)) continue;
        const span = shortest(
          rule,
          rule.all.map((part) => placesOf(part, lines, from, to)),
          tokens,
        );
        if (span) found.push({ claim, first: span[0], last: span[1] });
      }
    }
  }
  return firstOfEach(found);
}

function applies(rule: RuleRow, { published, mentioned }: ClaimContext): boolean {
  if (!rule.needs.every((id) => mentioned.has(id))) return false;
  if (rule.from && (!published || lastDay(published) < firstDay(rule.from))) return false;
  return !(rule.to && (!published || firstDay(published) > lastDay(rule.to)));
}

/** A line met twenty times in one sentence is a list or an attack; the first few tell enough. */
const MOST_HITS = 6;

/** The hits of a line among those of one sentence, `lines[from, to)`. */
function placesOf(line: number, lines: readonly Hit[], from: number, to: number): Hit[] {
  const places: Hit[] = [];
  for (let i = from; i < to && places.length < MOST_HITS; i++) {
    const hit = lines[i] as Hit;
    if (hit.target.lines?.includes(line)) places.push(hit);
  }
  return places;
}

/** The shortest span in which every line is met, as tokens [first, last]; null when they stand too far apart. */
function shortest(
  rule: RuleRow,
  lists: readonly (readonly Hit[])[],
  tokens: Tokens,
): [number, number] | null {
  let best: [number, number] | null = null;
  const signs = rule.lang === 'ja' || rule.lang === 'zh' ? 2.5 : 1; // a sign is a token there
  const within = rule.within * signs;
  const go = (at: number, first: number, last: number, end: number): void => {
    if (at === lists.length) {
      if (!best || last - first < best[1] - best[0]) best = [first, last];
      return;
    }
    for (const hit of lists[at] as Hit[]) {
      if (rule.ordered && hit.first <= end) continue;
      if (rule.own && tokens.quoted[hit.first] === 1) continue;
      const [from, to] = [Math.min(first, hit.first), Math.max(last, hit.last)];
      if (to - from >= within) continue;
      go(at + 1, from, to, hit.last);
    }
  };
  for (const hit of lists[0] as Hit[]) {
    if (rule.own && tokens.quoted[hit.first] === 1) continue;
    go(1, hit.first, hit.last, hit.last);
  }
  return best;
}

function firstOfEach(found: readonly ClaimHit[]): ClaimHit[] {
  const kept: ClaimHit[] = [];
  for (const hit of [...found].sort((a, b) => a.claim - b.claim || a.first - b.first)) {
    const clash = kept.some((k) => k.claim === hit.claim || (k.first <= hit.last && hit.first <= k.last));
    if (!clash) kept.push(hit);
  }
  return kept.sort((a, b) => a.first - b.first);
}
