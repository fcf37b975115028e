/** Statements that the record qualifies, noticed by rules kept with each claim. Silent when in doubt. */
import { firstDay, lastDay } from '../facts/dates.ts';
import type { RuleRow } from './compile.ts';
import type { Hit, Matcher } from './matcher.ts';
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

/** A rule that may apply, under the line it is looked up by. */
interface Candidate {
  claim: number;
  rule: RuleRow;
}

/** The first place of each claim in the article, in order of place; where spans overlap the first claim listed wins. */
export function findClaims(
  tokens: Tokens,
  hits: readonly Hit[],
  matcher: Matcher,
  context: ClaimContext,
): ClaimHit[] {
  const rules = rulesByFirstLine(matcher, context);
  if (!rules.size) return [];
  const found: ClaimHit[] = [];
  for (const lines of bySentence(tokens, hits)) {
    for (const line of lines.keys()) {
      for (const { claim, rule } of rules.get(line) ?? []) {
        const span = meets(rule, lines, tokens);
        if (span) found.push({ claim, first: span[0], last: span[1] });
      }
    }
  }
  return firstOfEach(found);
}

function rulesByFirstLine(matcher: Matcher, context: ClaimContext): Map<number, Candidate[]> {
  const out = new Map<number, Candidate[]>();
  matcher.index.claims.forEach(([, rules], claim) => {
    for (const rule of rules) {
      const line = rule.all[0];
      if (rule.lang !== context.lang || line === undefined || !applies(rule, context)) continue;
      const list = out.get(line);
      if (list) list.push({ claim, rule });
      else out.set(line, [{ claim, rule }]);
    }
  });
  return out;
}

function applies(rule: RuleRow, { published, mentioned }: ClaimContext): boolean {
  if (!rule.needs.every((id) => mentioned.has(id))) return false;
  if (rule.from && (!published || lastDay(published) < firstDay(rule.from))) return false;
  return !(rule.to && (!published || firstDay(published) > lastDay(rule.to)));
}

/** Line number to its hits in one sentence, in order of place. */
type Lines = Map<number, Hit[]>;

function bySentence(tokens: Tokens, hits: readonly Hit[]): Lines[] {
  const out = new Map<number, Lines>();
  for (const hit of hits) {
    if (!hit.target.lines) continue;
    const sentence = tokens.sentence[hit.first] as number;
    let lines = out.get(sentence);
    if (!lines) out.set(sentence, (lines = new Map()));
    for (const line of hit.target.lines) {
      const list = lines.get(line);
      // A line met twenty times in one sentence is a list or an attack; the first few tell enough.
      if (!list) lines.set(line, [hit]);
      else if (list.length < MOST_HITS) list.push(hit);
    }
  }
  return [...out.values()];
}

const MOST_HITS = 6;

/** The shortest span in which every line is met, as tokens [first, last]; null when a line is missing or too far. */
function meets(rule: RuleRow, sentence: Lines, tokens: Tokens): [number, number] | null {
  const of = (line: number) => sentence.get(line) ?? [];
  if (rule.none.some((line) => sentence.has(line))) return null;
  const lists = rule.all.map(of);
  if (lists.some((list) => list.length === 0)) return null;
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
