/** The card under a pointer and under keys, on a real page: how long it waits, how it is reached, dismissed and walked. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import {
  cardBox,
  cardText,
  clickInCard,
  inCard,
  paintedMarks,
  pressCommand,
  restOn,
  storeRaw,
  until,
  waitForCard,
  waitForMarks,
  waitForNoCard,
} from '../../src/cli/drive.ts';
import { GRACE_MS, REST_MS } from '../../src/ui/card/state.ts';
import { answerStories, at } from './card-pages.ts';
import { inBothBrowsers } from './session.ts';

/** When the card's host came and went, and the pointer's last move before that; ms of the page's clock. */
interface Log {
  came: number[];
  went: number[];
  moved: number;
}

inBothBrowsers('card, read', answerStories, (session) => {
  let page: Page;
  const open = async (path: string): Promise<void> => {
    ({ page } = await session.open(at(path)));
    await waitForMarks(page, 6);
    await page.evaluate(() => {
      const log = { came: [] as number[], went: [] as number[], moved: 0, keys: [] as string[] };
      Object.assign(window, { log });
      const isCard = (node: Node) => node.nodeName.toLowerCase() === 'station-brief-card';
      new MutationObserver((records) => {
        for (const r of records) {
          if ([...r.addedNodes].some(isCard)) log.came.push(performance.now());
          if ([...r.removedNodes].some(isCard)) log.went.push(performance.now());
        }
      }).observe(document.documentElement, { childList: true });
      addEventListener('pointermove', () => (log.moved = performance.now()), {
        capture: true,
        passive: true,
      });
      document.addEventListener('keydown', (e) => log.keys.push(e.key));
    });
  };
  const log = () => page.evaluate(() => (window as unknown as { log: Log }).log);
  const keys = () => page.evaluate(() => (window as unknown as { log: { keys: string[] } }).log.keys);
  const card = () => cardText(session.launched, page);
  const opened = () => waitForCard(session.launched, page);
  const gone = () => waitForNoCard(session.launched, page);
  /** Moves a mark to a height of the window without touching it, and says where it is. */
  const bring = async (text: string, height = 0.3) => {
    const mark = await restOn(page, text, height);
    await page.mouse.move(2, 2);
    await gone();
    return mark;
  };
  /** What has focus in the page, or, within the card, its role and name. */
  const focused = async (): Promise<string> => {
    const inside = await inCard<string>(
      session.launched,
      page,
      `const el = root.activeElement; return el && (el.getAttribute('role') || el.textContent.trim());`,
    );
    return (
      inside ?? page.evaluate(() => document.activeElement?.id || document.activeElement?.nodeName || '')
    );
  };

  test('intent: the card waits as long as its constant says, and so does its leaving', async () => {
    await open('/undated');
    const mark = await bring('Sergei Krikalev');
    await page.mouse.move(mark.x, mark.y);
    await opened();
    const { came, moved } = await log();
    expect(came.at(-1)).toBeGreaterThanOrEqual(moved + REST_MS - 5);
    await page.mouse.move(2, 2);
    await gone();
    const after = await log();
    expect(after.went.at(-1)).toBeGreaterThanOrEqual(after.moved + GRACE_MS - 5);
  });

  test('intent: a pointer that only crosses a term opens nothing', async () => {
    await open('/undated');
    const crossed = await bring('Sergei Krikalev');
    const wanted = (await paintedMarks(page)).find((m) => m.text === 'seat swap deal');
    const before = (await log()).came.length;
    await page.mouse.move(crossed.x, crossed.y);
    await page.mouse.move(wanted?.x ?? 0, wanted?.y ?? 0);
    expect(await opened()).toContain('Integrated crew agreement');
    expect((await log()).came.length).toBe(before + 1);
  });

  test('a term is under the pointer only where its letters are: not beside its line, not between paragraphs', async () => {
    await open('/undated');
    const mark = await bring('Prichal');
    const before = (await log()).came.length;
    for (const [dx, dy] of [
      [120, 0],
      [0, 26],
      [0, -26],
    ] as const) {
      const end = Date.now() + 2 * REST_MS;
      for (let i = 0; Date.now() < end; i++) await page.mouse.move(mark.x + dx + (i % 2), mark.y + dy);
    }
    expect((await log()).came.length).toBe(before);
    await page.mouse.move(mark.x, mark.y);
    expect(await opened()).toContain('Prichal');
  });

  test('selecting by mouse across a term opens nothing, keeps the selection, and copies the article’s words', async () => {
    await open('/undated');
    const mark = await bring('Sergei Krikalev');
    await page.mouse.move(1, mark.y);
    await page.mouse.down();
    await page.mouse.move(mark.x, mark.y, { steps: 3 });
    const end = Date.now() + 2 * REST_MS;
    for (let i = 0; Date.now() < end; i++) await page.mouse.move(mark.x + (i % 2), mark.y);
    await page.mouse.move(mark.x + 200, mark.y);
    await page.mouse.up();
    await page.mouse.move(mark.x, mark.y);
    const after = Date.now() + 2 * REST_MS;
    for (let i = 0; Date.now() < after; i++) await page.mouse.move(mark.x + (i % 2), mark.y);
    expect(await card()).toBeNull();
    expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/^Sergei Krikalev of /);
  });

  test('a click on a term that is a link is the link’s', async () => {
    await open('/undated');
    const mark = await restOn(page, 'Crew-11');
    await opened();
    await page.mouse.click(mark.x, mark.y);
    await until('the other page', () => Promise.resolve(page.url().endsWith('/elsewhere')));
  });

  test('marks are underlines and nothing else; the pointer and the card write nothing into the page', async () => {
    await open('/undated');
    const properties = await page.evaluate(() => {
      const rules = (list: CSSRuleList): CSSStyleRule[] =>
        [...list].flatMap((r) =>
          'selectorText' in r ? [r as CSSStyleRule] : rules((r as CSSMediaRule).cssRules),
        );
      return [...document.adoptedStyleSheets]
        .flatMap((s) => rules(s.cssRules))
        .flatMap((r) => [r.selectorText, ...r.style]);
    });
    expect(properties.length).toBeGreaterThan(4);
    expect(
      properties.filter(
        (p) => !/^(::highlight\(station-brief-|text-decoration|text-underline-offset)/.test(p),
      ),
    ).toEqual([]);
    await page.evaluate(() => {
      const touched: string[] = [];
      Object.assign(window, { touched });
      const ours = (node: Node) => node.nodeName.toLowerCase() === 'station-brief-card';
      new MutationObserver((records) => {
        for (const r of records)
          if (!ours(r.target) && ![...r.addedNodes, ...r.removedNodes].some(ours))
            touched.push(`${r.type} ${r.target.nodeName}`);
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await restOn(page, 'Sergei Krikalev');
    await opened();
    const box = await cardBox(session.launched, page);
    await page.mouse.move(box.x + 50, box.y + 30, { steps: 5 });
    await page.mouse.move(2, 2, { steps: 5 });
    await gone();
    expect(await page.evaluate(() => (window as unknown as { touched: string[] }).touched)).toEqual([]);
  });

  test('1.4.13 dismissible: Escape closes it under a resting pointer, and it does not come back by a tremble', async () => {
    await open('/undated');
    const mark = await restOn(page, 'Sergei Krikalev');
    await opened();
    await page.keyboard.press('Escape');
    await gone();
    const { came } = await log();
    // Longer than a card needs to open: a hand is never quite still.
    const end = Date.now() + 2 * REST_MS + 300;
    for (let i = 0; Date.now() < end; i++) await page.mouse.move(mark.x + (i % 3), mark.y);
    expect((await log()).came.length).toBe(came.length);
    // Meant anew: the pointer left and came back.
    const away = Date.now() + GRACE_MS;
    for (let i = 0; Date.now() < away; i++) await page.mouse.move(mark.x + (i % 2), mark.y + 200);
    await page.mouse.move(mark.x, mark.y, { steps: 3 });
    expect(await opened()).toContain('Krikalev');
  });

  test('1.4.13 dismissible: Escape is the card’s only while one is open', async () => {
    await open('/undated');
    await restOn(page, 'Sergei Krikalev');
    await opened();
    await page.keyboard.press('a');
    await page.keyboard.press('Escape');
    await gone();
    expect(await keys()).toEqual(['a']);
    await page.keyboard.press('Escape');
    expect(await keys()).toEqual(['a', 'Escape']);
  });

  test('1.4.13 hoverable: the pointer reaches the card by a path slower than the grace, and the card stays', async () => {
    await open('/undated');
    const mark = await restOn(page, 'Sergei Krikalev');
    await opened();
    const box = await cardBox(session.launched, page);
    expect(box.y).toBeGreaterThan(mark.y);
    // To and fro in the gap between line and card, inside the triangle that leads to the card.
    const [top, middle] = [box.y - 4, box.y - 2];
    const end = Date.now() + 3 * GRACE_MS;
    for (let i = 0; Date.now() < end; i++) await page.mouse.move(mark.x + (i % 2), i % 2 ? top : middle);
    await page.mouse.move(box.x + 60, box.y + 30);
    const inside = Date.now() + 2 * GRACE_MS;
    for (let i = 0; Date.now() < inside; i++) await page.mouse.move(box.x + 60 + (i % 2), box.y + 30);
    expect(await card()).toContain('Krikalev');
    expect((await log()).went.length).toBe(0);
  });

  test('1.4.13 persistent: it stays as long as the pointer rests on the term', async () => {
    await open('/undated');
    await restOn(page, 'Sergei Krikalev');
    await opened();
    await new Promise((done) => setTimeout(done, 2500));
    expect(await card()).toContain('Krikalev');
    expect((await log()).went).toEqual([]);
  });

  test('“Keep open” pins it; pressed again, it follows the pointer', async () => {
    await open('/undated');
    await restOn(page, 'Sergei Krikalev');
    await opened();
    await clickInCard(session.launched, page, 'Keep open');
    await page.mouse.move(4, 4);
    await restOn(page, 'Zvezda');
    await new Promise((done) => setTimeout(done, 2 * REST_MS));
    expect(await card()).toContain('Krikalev');
    await clickInCard(session.launched, page, 'Keep open');
    await page.mouse.move(4, 4);
    await gone();
  });

  test.each(['click', 'key'])('set to open by %s: resting opens nothing, that does', async (trigger) => {
    await storeRaw(session.launched, 'settings', JSON.stringify({ trigger }));
    await open('/undated');
    const mark = await restOn(page, 'Sergei Krikalev');
    if (trigger === 'key') await page.mouse.click(mark.x, mark.y);
    const end = Date.now() + 2 * REST_MS;
    for (let i = 0; Date.now() < end; i++) await page.mouse.move(mark.x + (i % 2), mark.y);
    expect(await card()).toBeNull();
    if (trigger === 'key') await pressCommand(session.launched, 'next-term');
    else await page.mouse.click(mark.x, mark.y);
    await opened();
    await storeRaw(session.launched, 'settings', '{}');
  });

  test('is spoken politely, and takes no focus from the reader', async () => {
    await open('/undated');
    await page.focus('#search');
    await restOn(page, 'Sergei Krikalev');
    await opened();
    const said = await until('the announcement', () =>
      inCard<string>(
        session.launched,
        page,
        `return root.querySelector('[role=status].sb-hidden').textContent || null`,
      ),
    );
    expect(said).toMatch(/^Sergei Krikalev\. ./);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
  });

  test('keys walk from term to term, focus goes into each card and returns where it was', async () => {
    await open('/undated');
    await page.focus('#before');
    const walked: string[] = [];
    for (let i = 0; i < 3; i++) {
      await pressCommand(session.launched, 'next-term');
      const text = await until('the next card', async () => {
        const name = (await card())?.split('\n')[0];
        return name && name !== walked.at(-1) ? name : null;
      });
      walked.push(text);
      expect(await focused(), text).toBe('dialog');
      expect(
        await inCard(session.launched, page, `return root.querySelector('[role=dialog] h2').textContent`),
      ).toBe(text);
    }
    await pressCommand(session.launched, 'previous-term');
    await until('the card before', async () => (await card())?.startsWith(walked[1] ?? '-'));
    await page.keyboard.press('Escape');
    await gone();
    expect(await focused()).toBe('before');
    expect(await keys()).toEqual([]);
  });

  test('keys pass over terms that were folded away since', async () => {
    await open('/undated');
    const texts = (await paintedMarks(page)).map((m) => m.text);
    const folded = texts.slice(1, -1);
    // All but the first and the last, by the paragraphs they stand in.
    await page.evaluate(() => {
      const paragraphs = [...document.querySelectorAll<HTMLElement>('article p')].filter(
        (p) => p.textContent,
      );
      for (const p of paragraphs.slice(1, -1)) p.style.display = 'none';
    });
    const left = (await paintedMarks(page)).filter((m) => m.visible).map((m) => m.text);
    expect(left.length).toBeLessThan(folded.length);
    const first = (await paintedMarks(page)).filter((m) => m.visible).length;
    const seen: string[] = [];
    for (let i = 0; i < first; i++) {
      await pressCommand(session.launched, 'next-term');
      seen.push(
        await until('another card', async () => {
          const name = (await card())?.split('\n')[0];
          return name && name !== seen.at(-1) ? name : null;
        }),
      );
    }
    expect(new Set(seen).size).toBe(first);
  });

  test('Tab goes through the card’s controls, and single keys typed there do not reach the page', async () => {
    await open('/undated');
    await pressCommand(session.launched, 'next-term');
    await opened();
    const reached: string[] = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Tab');
      reached.push(await focused());
    }
    expect(new Set(reached).size).toBe(4);
    await page.keyboard.press('j');
    expect(await keys()).toEqual([]);
    await page.keyboard.press('Escape');
    await gone();
  });

  test('a related record opens in place with a way back, and focus stays in the card', async () => {
    await open('/undated');
    await pressCommand(session.launched, 'next-term');
    const first = (await opened()).split('\n')[0] ?? '';
    await clickInCard(session.launched, page, 'More');
    await until('related records', () =>
      inCard(session.launched, page, `return root.querySelector('.sb-related') !== null`),
    );
    // Only the note scrolls: sources and actions stay in sight.
    expect(
      await inCard(
        session.launched,
        page,
        `const box = root.querySelector('.sb-card').getBoundingClientRect(); const last = root.querySelector('.sb-more').getBoundingClientRect(); return [root.querySelector('[data-tight]'), last.bottom <= box.bottom]`,
      ),
    ).toEqual([null, true]);
    const related = await inCard<string>(
      session.launched,
      page,
      `const b = root.querySelector('.sb-related button'); b.focus(); return b.firstChild.nextSibling.textContent`,
    );
    await page.keyboard.press('Enter');
    await until(
      'the related record',
      async () => (await card())?.includes('‹') && !(await card())?.startsWith(first),
    );
    expect((await card())?.split('\n')).toContain(related);
    expect(await page.evaluate(() => document.activeElement?.nodeName.toLowerCase())).toBe(
      'station-brief-card',
    );
    await clickInCard(session.launched, page, 'Back');
    await until('the first record', async () => (await card())?.split('\n').includes(first));
    expect(await page.evaluate(() => document.activeElement?.nodeName.toLowerCase())).toBe(
      'station-brief-card',
    );
  });

  test.each([
    ['/undated', 'Sergei Krikalev', 0.02],
    ['/undated', 'Sergei Krikalev', 0.9],
    ['/undated', 'Zvezda', 0.02],
    ['/undated', 'Zvezda', 0.9],
    ['/rtl', 'Sergei Krikalev', 0.02],
    ['/rtl', 'Zvezda', 0.9],
  ])(
    '%s: by “%s” at %d of the height it stands inside the window and off the line',
    async (path, text, height) => {
      await open(path);
      const mark = await restOn(page, text, height);
      await opened();
      const box = await until('the card at rest', async () => {
        const [one, two] = [await cardBox(session.launched, page), await cardBox(session.launched, page)];
        return one.y === two.y && one.x === two.x && one.y > 0 ? one : null;
      });
      expect([box.x >= 0, box.y >= 0, box.x + box.width <= 1280, box.y + box.height <= 900]).toEqual([
        true,
        true,
        true,
        true,
      ]);
      const lineHeight = 12;
      expect(box.y >= mark.y + lineHeight - 4 || box.y + box.height <= mark.y - lineHeight + 4).toBe(true);
      expect(box.y > mark.y).toBe(height < 0.5);
      // The card's own direction is that of its language.
      expect(
        await inCard(
          session.launched,
          page,
          `const view = root.ownerDocument.defaultView; const card = root.querySelector('.sb-card'); return [view.getComputedStyle(card).direction, root.querySelector('.sb').lang, view.getComputedStyle(card.querySelector('h2')).textAlign]`,
        ),
      ).toEqual(['ltr', 'en', 'start']);
    },
  );
});
