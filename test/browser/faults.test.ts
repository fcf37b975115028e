/** What goes wrong in a long life: the background asleep or gone, an update under an open page, storage in ruins. */
import { expect, test } from 'vitest';
import {
  badgeText,
  cardText,
  openPopup,
  paintedMarks,
  restOn,
  storeRaw,
  until,
  waitForCard,
  waitForMarks,
  stopBackground,
  updateExtension,
} from '../../src/cli/drive.ts';
import { addressOf, answerSamples, sampleNamed } from './pages.ts';
import { inBothBrowsers } from './session.ts';

inBothBrowsers('faults', answerSamples(), (session) => {
  const url = addressOf(sampleNamed('partnership-2025.html'));

  test('the background sleeps: a new article is marked all the same, and an open card needs nobody', async () => {
    const { page } = await session.open(url);
    await waitForMarks(page, 10);
    await stopBackground(session.launched);
    await restOn(page, 'Sean Duffy');
    expect(await waitForCard(session.launched, page)).toContain('Sean Duffy');
    await stopBackground(session.launched);
    const again = await session.open(addressOf(sampleNamed('strict-csp.html')));
    await waitForMarks(again.page, 5);
    expect(await badgeText(session.launched, again.page)).not.toBe('');
  });

  test.each([
    ['text where settings should be', '"nonsense"'],
    [
      'wrong types in every field',
      '{"strength":7,"marks":[],"off":"tass.com","muted":[1,2],"lang":{},"theme":null,"trigger":"shout"}',
    ],
    ['a later version with fields we do not know', '{"version":99,"strength":"strong","future":{"a":1}}'],
  ])('storage holds %s: defaults stand in, nothing is lost', async (_what, value) => {
    await storeRaw(session.launched, 'settings', value);
    const { page, errors } = await session.open(url);
    await waitForMarks(page, 10);
    await restOn(page, 'Sean Duffy');
    await waitForCard(session.launched, page);
    expect(errors).toEqual([]);
    await storeRaw(session.launched, 'settings', 'null');
  });

  test('after an update the popup says once what is new in the notes', async () => {
    const { page } = await session.open(url);
    await waitForMarks(page, 10);
    const read = async (): Promise<string> => {
      const popup = await openPopup(session.launched, page);
      const text = await until('the popup', async () => {
        const seen = await popup.text();
        return seen.includes('In this article') ? seen : null;
      });
      await popup.close();
      return text;
    };
    expect(await read()).not.toContain('See which');
    await storeRaw(session.launched, 'seen-notes', '{"shape":1,"version":"0.0.1","digest":"AAAAABBBBB"}');
    expect(await read()).toMatch(/[\d,]+ notes are new\.\s*See which/);
    expect(await read()).not.toContain('See which');
  });

  test('updated under an open page: nothing is thrown into it, and the new version takes over', async () => {
    const { page, errors } = await session.open(url);
    await waitForMarks(page, 10);
    await updateExtension(session.launched);
    await page.mouse.move(10, 10);
    await restOn(page, 'Dmitry Bakanov').catch(() => undefined); // Firefox takes the marks away with the old version
    await new Promise((done) => setTimeout(done, 700));
    await page.evaluate(() => document.querySelector('article, main')?.append(document.createElement('p')));
    await new Promise((done) => setTimeout(done, 700));
    expect(errors).toEqual([]);
    const popup = await openPopup(session.launched, page);
    // The popup loads the new version's script beside the old one, which sees that it is replaced and goes.
    await until('the popup', async () => /In this article|reload/i.test(await popup.text()));
    await popup.close();
    await waitForMarks(page, 10);
    await page.mouse.move(4, 4);
    await restOn(page, 'Sean Duffy');
    expect(await waitForCard(session.launched, page)).toContain('Sean Duffy');
    expect(
      await page.evaluate(() => document.querySelectorAll('station-brief-card:popover-open').length),
    ).toBe(1);
    expect(errors).toEqual([]);
    await page.reload({ waitUntil: 'domcontentloaded' });
    await waitForMarks(page, 10);
  });

  test('a page that renders itself anew keeps its marks, and a click of its own still works', async () => {
    const { page, errors } = await session.open(addressOf(sampleNamed('rerender.html')));
    await waitForMarks(page, 3);
    await page.waitForSelector('html[data-settled]');
    const marks = await until('marks at rest', async () => {
      const seen = await paintedMarks(page);
      return seen.length > 5 && seen.every((m) => m.visible) ? seen : null;
    });
    expect(marks.length).toBeGreaterThan(5);
    expect(await cardText(session.launched, page)).toBeNull();
    expect(errors).toEqual([]);
  });
});
