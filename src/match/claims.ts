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

/**
 * At most one hit per claim and sentence, in order of place; where spans overlap the first claim listed wins.
 */
export function findClaims(tokens: Tokens, hits: readonly Hit[], matcher: Matcher, context: ClaimContext): ClaimHit[] {
  const lines = bySentence(tokens, hits);
  if (!lines.size) return [];
  const found: ClaimHit[] = [];
  matcher.index.claims.forEach(([, rules], claim) => {
    for (const rule of rules) {
      if (rule.lang !== context.lang || !applies(rule, context)) continue;
      for (const [, sentence] of lines) {
        const span = meets(rule, sentence, tokens);
        if (span) found.push({ claim, first: span[0], last: span[1] });
      }
    }
  });
  return firstOfEach(found);
}

function applies(rule: RuleRow, { published, mentioned }: ClaimContext): boolean {
  if (!rule.needs.every((id) => mentioned.has(id))) return false;
  if (rule.from && (!published || lastDay(published) < firstDay(rule.from))) return false;
  return !(rule.to && (!published || firstDay(published) > lastDay(rule.to)));
}

function bySentence(tokens: Tokens, hits: readonly Hit[]): Map<number, Hit[]> {
  const out = new Map<number, Hit[]>();
  for (const hit of hits) {
    if (hit.target.kind !== 'line') continue;
    const sentence = tokens.sentence[hit.first] as number;
    const list = out.get(sentence);
    if (list) list.push(hit);
    else out.set(sentence, [hit]);
  }
  return out;
}

/** The shortest span in which every line is met, as tokens [first, last]; null when a line is missing or too far. */
function meets(rule: RuleRow, sentence: readonly Hit[], tokens: Tokens): [number, number] | null {
  const of = (line: number) => sentence.filter((h) => h.target.at === line).sort((a, b) => a.first - b.first);
  if (rule.none.some((line) => of(line).length)) return null;
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
  // A line met twenty times in one sentence is a list or an attack; the first few tell enough.
  for (const list of lists) list.splice(6);
  for (const hit of lists[0] as Hit[]) {
    if (rule.own && tokens.quoted[hit.first] === 1) continue;
    go(1, hit.first, hit.last, hit.last);
  }
  return best;
}

function firstOfEach(found: readonly ClaimHit[]): ClaimHit[] {
  const kept: ClaimHit[] = [];
  for (const hit of found) {
    const clash = kept.some((k) => k.claim === hit.claim || (k.first <= hit.last && hit.first <= k.last));
    if (!clash) kept.push(hit);
  }
  return kept.sort((a, b) => a.first - b.first);
}
