/**
 * The zoo, page by page: nothing thrown, the page works as before, its markup is what it is without us, and where there
 * is something to explain, the underline and the card are there.
 */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { cardText, until, waitForCard, waitForNoCard, watchFaults } from '../../src/cli/drive.ts';
import { answerZoo, listed, unlisted, ZOO, type Visit, type ZooPage } from '../zoo/index.ts';
import { inBothBrowsers, type Session, type Tab } from './session.ts';

/** The first script's last look at a page that may still be empty comes after this, in ms. */
const SILENCE = 2200;

inBothBrowsers('zoo', answerZoo, (session, kind) => {
  let faults: () => Promise<string[]>;
  beforeAll(async () => {
    faults = await watchFaults(session.launched);
  });

  test.each(ZOO)('$name', { timeout: 90_000 }, async (animal) => {
    const tab = await session.open(animal.restless ? 'about:blank' : unlisted(animal));
    const without = animal.restless ? '' : await shapeOf(tab.page);
    const complained = new Set(tab.errors.splice(0).map(anywhere));
    await tab.page.goto(listed(animal), { waitUntil: 'domcontentloaded' });
    const visit = visitOf(session, tab, kind, animal.within);
    await (animal.marks
      ? visit.marks(animal.marks)
      : tab.page.evaluate((ms) => window.zoo.after(ms), SILENCE));
    if (!animal.restless) expect(await shapeOf(tab.page)).toBe(without);
    await live(animal, visit);
    await pressOwnButton(tab.page);
    expect((await tab.page.evaluate(() => window.zoo.complaints())).join('\n')).toBe('');
    if (!animal.restless && !animal.act) expect(await shapeOf(tab.page)).toBe(without);
    // What a browser has to say of the page itself, it says without us as well.
    expect(
      tab.errors
        .map(anywhere)
        .filter((e) => !complained.has(e))
        .join('\n'),
    ).toBe('');
    expect((await faults()).join('\n')).toBe('');
  });
});

/** What a browser says of a page names its host. */
const anywhere = (message: string): string => message.replaceAll('zoo.example', 'apnews.com');

async function live(animal: ZooPage, visit: Visit): Promise<void> {
  const { page, launched } = visit;
  if (animal.act) await animal.act(visit);
  if (animal.card) {
    const [term, words] = animal.card;
    expect(await visit.card(term)).toContain(words);
    await page.mouse.move(2, 2, { steps: 2 });
    await page.keyboard.press('Escape');
    await visit.noCard();
  }
  if (!animal.marks) {
    expect(await page.evaluate(() => window.zoo.marks())).toEqual([]);
    expect(await cardText(launched, page)).toBeNull();
  }
}

function visitOf(session: Session, { page }: Tab, kind: Visit['kind'], within?: number): Visit {
  const { launched } = session;
  return {
    page,
    launched,
    kind,
    marks: (least) =>
      until(`${least} marks`, async () => (await page.evaluate(() => window.zoo.count())) >= least, within),
    card: async (term) => {
      const at = await until(`the mark ${term}`, () => page.evaluate((text) => window.zoo.aim(text), term));
      await page.mouse.move(at.x - 20, at.y + 40);
      await page.evaluate(() => window.zoo.after(60)); // pointer moves are looked at this often at most
      await page.mouse.move(at.x, at.y, { steps: 3 });
      return waitForCard(launched, page);
    },
    noCard: () => waitForNoCard(launched, page),
  };
}

const shapeOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    await window.zoo.ready;
    return window.zoo.shape();
  });

async function pressOwnButton(page: Page): Promise<void> {
  const at = await page.evaluate(() => window.zoo.button());
  await page.mouse.click(at.x, at.y);
}
