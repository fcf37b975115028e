/** The real toolbar popup, opened as a click on the button opens it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  badgeText,
  openPopup,
  until,
  waitForMarks,
  paintedMarks,
  waitForCard,
  type Popup,
} from '../../src/cli/drive.ts';
import { ownTab } from './extension-page.ts';
import { addressOf, answerSamples, sampleNamed, samplePages, UNLISTED } from './pages.ts';
import { inBothBrowsers } from './session.ts';

inBothBrowsers('popup', answerSamples([...samplePages(), UNLISTED]), (session) => {
  let popup: Popup | undefined;
  beforeEach(() => {
    popup = undefined;
  });
  afterEach(async () => {
    await popup?.close();
  });
  const textWith = (words: string) =>
    until(`“${words}” in the popup`, async () => {
      const text = await popup?.text();
      return text?.includes(words) ? text : null;
    });

  test('an article: notes, dates with the article marked, then and now, terms', async () => {
    const { page } = await session.open(addressOf(sampleNamed('partnership-2025.html')));
    await waitForMarks(page, 10);
    popup = await openPopup(session.launched, page);
    const text = await textWith('In this article');
    for (const words of [
      'Background',
      'Key dates',
      'this article',
      'Then and now',
      'Sean Duffy (acting)',
      'Jared Isaacman',
      'Dmitry Bakanov',
      'International Space Station',
      'Article of 1 August 2025',
    ]) {
      expect(text).toContain(words);
    }
    expect(Number(await badgeText(session.launched, page))).toBeGreaterThan(0);
  });

  test('choosing a term goes to it and opens its card', async () => {
    const { page } = await session.open(addressOf(sampleNamed('partnership-2025.html')));
    await waitForMarks(page, 10);
    popup = await openPopup(session.launched, page);
    await textWith('In this article');
    await popup.press('.sb-terms li:nth-child(2) .sb-link');
    const card = await waitForCard(session.launched, page);
    const name = card.split('\n')[0] ?? '';
    const mark = (await paintedMarks(page)).find((m) => m.text.includes(name));
    expect(name.length).toBeGreaterThan(2);
    expect(mark?.y).toBeGreaterThan(0);
    expect(mark?.y).toBeLessThan(900);
  });

  test('an article without a date says so', async () => {
    const { page } = await session.open(addressOf(sampleNamed('no-date.html')));
    await waitForMarks(page, 3);
    popup = await openPopup(session.launched, page);
    expect(await textWith('In this article')).toMatch(
      /date[^.]*(unknown|not known|not found|no date)|no date/i,
    );
  });

  test('another subject: one calm sentence, search and the timeline', async () => {
    const { page } = await session.open(addressOf(sampleNamed('quiet-astronomy.html')));
    popup = await openPopup(session.launched, page);
    const text = await textWith('Search all notes');
    expect(text).toContain('Whole timeline');
    expect(text).not.toContain('Background');
    expect(await badgeText(session.launched, page)).toBe('');
    expect(await paintedMarks(page)).toEqual([]);
  });

  test('off on this site takes the marks away at once, and on brings them back', async () => {
    const { page } = await session.open(addressOf(sampleNamed('partnership-2025.html')));
    await waitForMarks(page, 10);
    popup = await openPopup(session.launched, page);
    await textWith('In this article');
    await popup.press('Off on this site');
    await until('no marks', async () => (await paintedMarks(page)).length === 0);
    await textWith('theguardian.com');
    await popup.press('Turn on');
    await waitForMarks(page, 10);
  });

  test('a press counts also when the popup closes under it', async () => {
    const { page } = await session.open(addressOf(sampleNamed('partnership-2025.html')));
    await waitForMarks(page, 10);
    const pressAndClose = async (words: string) => {
      popup = await openPopup(session.launched, page);
      await textWith(words);
      await (await ownTab(session.launched, 'popup.html')).pressAndClose(words);
      await popup.close();
      popup = undefined;
    };
    await pressAndClose('Off on this site');
    await until('no marks', async () => (await paintedMarks(page)).length === 0);
    await pressAndClose('Turn on again');
    await waitForMarks(page, 10);
  });

  test('a site that is not listed is read when asked', async () => {
    const { page } = await session.open(addressOf(UNLISTED));
    popup = await openPopup(session.launched, page);
    await textWith('small-paper.example');
    expect(await paintedMarks(page)).toEqual([]);
    await popup.press('Read this page');
    await waitForMarks(page, 10);
    await textWith('In this article');
  });
});
