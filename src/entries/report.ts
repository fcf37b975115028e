/** Where a reader can tell us that a note is wrong: a prefilled form, opened only by the reader's own click. */
import type { CardData } from '../match/card.ts';

const ISSUES = 'https://github.com/station-brief/station-brief/issues/new';

/** Letters of a note that go into the address: Russian ones take six bytes each, and GitHub takes about 8,000. */
const LONGEST = 1000;

/**
 * The address names the note and when it was checked; nothing about the reader or the page being read. Fields are those
 * of .github/ISSUE_TEMPLATE/wrong-fact.yml.
 */
export function reportAddress(card: Pick<CardData, 'id' | 'name' | 'checked' | 'note'>): string {
  const fields = {
    template: 'wrong-fact.yml',
    title: `Wrong fact: ${card.name}`,
    note: `${card.name} (${card.id})`,
    checked: card.checked,
    text: (card.note ?? '').slice(0, LONGEST),
  };
  return `${ISSUES}?${new URLSearchParams(fields).toString()}`;
}
