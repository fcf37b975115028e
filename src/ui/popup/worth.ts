/** The one thing worth knowing about this article. Pure. */
import type { PageSummary } from '../../match/summary.ts';
import { firstSentence } from '../format.ts';

export interface Worth {
  /** record to open for the whole of it */
  id: string;
  text: string;
  /** the text corrects or completes words of the article: it is introduced by “The record:” */
  record: boolean;
}

/**
 * What would most change the reading of the article: a statement that events or the record overtook; then why the topic
 * matters; then any other statement; then what the topic is. Null when there is nothing to say.
 */
export function worthKnowing(summary: PageSummary): Worth | null {
  const firm = summary.claims.find((c) => c.verdict === 'false' || c.verdict === 'outdated');
  const topic = summary.topics[0];
  const claim = firm ?? (topic?.why ? undefined : summary.claims[0]);
  if (claim?.card.note) return { id: claim.card.id, text: firstSentence(claim.card.note), record: true };
  if (!topic) return null;
  const text = topic.why ?? topic.short ?? topic.note;
  return text ? { id: topic.id, text: firstSentence(text), record: false } : null;
}
