/** The hover card on a real page: when it opens, where it stands, how it goes, and what it leaves alone. */
import type { Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';
import { cardBox, cardText, restOn, waitForCard, waitForMarks, waitForNoCard } from '../../src/cli/drive.ts';
import { addressOf, answerSamples, sampleNamed } from './pages.ts';
import { inBothBrowsers, type Tab } from './session.ts';

inBothBrowsers('card', answerSamples(), (session) => {
  const sample = sampleNamed('partnership-2025.html');
  let tab: Tab;
  let page: Page;
  beforeEach(async () => {
    tab = await session.open(addressOf(sample));
    page = tab.page;
    await waitForMarks(page, 10);
  });
  const card = () => cardText(session.launched, page);

  test('rests open, shows a sourced note, and closes when the pointer leaves', async () => {
    await restOn(page, 'Sean Duffy');
    const text = await waitForCard(session.launched, page);
    expect(text).toContain('Sean Duffy');
    expect(text).toContain('person');
    expect(text).toContain('Jared Isaacman'); // who holds the office now
    expect(text).toMatch(/checked \d+ \w+ 20\d\d/);
    expect(text).toMatch(/NASA/);
    await page.mouse.move(4, 4, { steps: 8 });
    await waitForNoCard(session.launched, page);
    expect(tab.errors).toEqual([]);
  });

  test('stays while the pointer is on the card', async () => {
    const mark = await restOn(page, 'Sean Duffy');
    await waitForCard(session.launched, page);
    const box = await cardBox(session.launched, page);
    await page.mouse.move(box.x + box.width / 2, box.y + 40, { steps: 12 });
    await new Promise((done) => setTimeout(done, 900)); // longer than rest and grace together
    expect(await card()).toContain('Sean Duffy');
    expect(mark.text).toBe('Sean Duffy');
  });

  test('never covers the line being read, and stays inside the window', async () => {
    for (const text of ['Sean Duffy', 'Apollo-Soyuz']) {
      const mark = await restOn(page, text);
      await waitForCard(session.launched, page);
      const box = await cardBox(session.launched, page);
      expect(
        box.y >= mark.y || box.y + box.height <= mark.y,
        `${text} at ${mark.y}, card ${JSON.stringify(box)}`,
      ).toBe(true);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(1280);
      expect(box.y + box.height).toBeLessThanOrEqual(900);
      await page.mouse.move(4, 4);
      await waitForNoCard(session.launched, page);
    }
  });

  test('flips above at the lower edge', async () => {
    const mark = await restOn(page, 'Apollo-Soyuz', 0.9);
    await waitForCard(session.launched, page);
    const box = await cardBox(session.launched, page);
    expect(box.y + box.height).toBeLessThanOrEqual(mark.y + 1);
  });

  test('Escape closes it, and reaches the page only when no card is open', async () => {
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      document.addEventListener('keydown', (e) => seen.push(e.key));
    });
    await restOn(page, 'Sean Duffy');
    await waitForCard(session.launched, page);
    await page.keyboard.press('Escape');
    await waitForNoCard(session.launched, page);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(['Escape']);
  });

  test('a click pins it until it is dismissed', async () => {
    const mark = await restOn(page, 'Sean Duffy');
    await page.mouse.click(mark.x, mark.y);
    await waitForCard(session.launched, page);
    await page.mouse.move(4, 4, { steps: 8 });
    await new Promise((done) => setTimeout(done, 900));
    expect(await card()).toContain('Sean Duffy');
    await page.keyboard.press('Escape');
    await waitForNoCard(session.launched, page);
  });

  test('does nothing while text is being selected', async () => {
    await page.evaluate(() => {
      const paragraph = document.querySelector('article p, main p') ?? document.body;
      getSelection()?.selectAllChildren(paragraph);
    });
    await restOn(page, 'Sean Duffy');
    await new Promise((done) => setTimeout(done, 900));
    expect(await card()).toBeNull();
  });

  test('opening it leaves the article as it was', async () => {
    const article = () => page.evaluate(() => document.body.outerHTML);
    const before = await article();
    await restOn(page, 'Sean Duffy');
    await waitForCard(session.launched, page);
    expect(await article()).toBe(before);
  });
});
