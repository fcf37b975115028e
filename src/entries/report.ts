/** Where a reader can tell us that a note is wrong: a prefilled page, opened only by the reader's own click. */
import type { CardData } from '../match/card.ts';

const ISSUES = 'https://github.com/station-brief/station-brief/issues/new';

/** The address names the note and when it was checked; nothing about the reader or the page being read. */
export function reportAddress(card: Pick<CardData, 'id' | 'name' | 'checked' | 'note'>): string {
  const body = `Note: ${card.name} (${card.id})\nChecked: ${card.checked}\n\n> ${card.note ?? ''}\n\nWhat is wrong, and which source says so?\n`;
  return `${ISSUES}?${new URLSearchParams({ template: 'wrong-fact.md', title: `Wrong fact: ${card.name}`, body }).toString()}`;
}
