/** The texts for the stores' forms as one would paste them, field by field. */
import type { UiLang } from '../../ui/strings/index.ts';
import { PICTURES, readListing, readReviewers, readSummary, type Answers, type Counts } from './listing.ts';

const part = (title: string, text: string): string => `── ${title} ──\n${text.trim()}\n`;

/** A store page: summary, description, captions. */
export function pageText(lang: UiLang, counts: Counts): string {
  const { description, captions } = readListing(lang, counts);
  return [
    part('Summary', readSummary(lang)),
    part('Description', description),
    part('Pictures', PICTURES.map((name, at) => `${at + 1}-${name}: ${captions[name]}`).join('\n')),
  ].join('\n');
}

export function answersText(answers: Answers): string {
  const { dataUse } = answers;
  return [
    part('Single purpose', answers.singlePurpose),
    ...Object.entries(answers.permissions).map(([name, why]) => part(`Permission: ${name}`, why)),
    part('Remote code', answers.remoteCode),
    part('Data usage: what is collected', dataUse.collected.join('\n') || 'Nothing: leave every box empty.'),
    part('Data usage: explanation', dataUse.explanation),
    part('Data usage: certify', dataUse.certifications.join('\n')),
    part('addons.mozilla.org: data collection', answers.firefoxDataCollection),
    part('Category', `Chrome: ${answers.categories.chrome}\nFirefox: ${answers.categories.firefox}`),
    part('Tags (addons.mozilla.org)', answers.tags.join(', ')),
  ].join('\n');
}

/** @param libraries a Markdown list */
export const reviewersText = (libraries: string): string =>
  readReviewers({ node: `Node.js ${process.version.slice(1)}`, libraries });
