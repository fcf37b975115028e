/** Underlines as the page's own world sees them, and the pointer on them. */
import type { Page } from 'puppeteer-core';
import { until } from './until.ts';

export interface PaintedMark {
  kind: 'term' | 'claim';
  text: string;
  /** middle of its first line box, CSS px of the viewport */
  x: number;
  y: number;
  visible: boolean;
}

/** Every underline on the page, as the page's own world sees it, in order of place. */
export function paintedMarks(page: Page): Promise<PaintedMark[]> {
  return page.evaluate(() => {
    const registry = (CSS as unknown as { highlights: Map<string, Iterable<StaticRange>> }).highlights;
    const out: (PaintedMark & { range: Range })[] = [];
    for (const kind of ['term', 'claim'] as const) {
      for (const fixed of registry.get(`station-brief-${kind}`) ?? []) {
        if (!fixed.startContainer.isConnected || !fixed.endContainer.isConnected) continue; // rendered anew since
        const range = document.createRange();
        range.setStart(fixed.startContainer, fixed.startOffset);
        range.setEnd(fixed.endContainer, fixed.endOffset);
        const box = range.getClientRects()[0];
        const text = range
          .toString()
          .replace(/\u00ad/g, '')
          .replace(/\s+/g, ' ');
        out.push({
          kind,
          text,
          x: box ? box.x + box.width / 2 : -1,
          y: box ? box.y + box.height / 2 : -1,
          visible: Boolean(box?.width),
          range,
        });
      }
    }
    out.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    return out.map(({ kind, text, x, y, visible }) => ({ kind, text, x, y, visible }));
  });
}

export const waitForMarks = (page: Page, least = 1, within?: number): Promise<PaintedMark[]> =>
  until(
    `${least} marks`,
    async () => {
      const marks = await paintedMarks(page);
      return marks.length >= least ? marks : null;
    },
    within,
  );

/**
 * Scrolls a mark to a height of the window and rests the pointer on it.
 * @param height 0 top, 1 bottom of the window
 */
export async function restOn(page: Page, text: string, height = 0.33): Promise<PaintedMark> {
  await page.evaluate(
    (wanted, share) => {
      const registry = (CSS as unknown as { highlights: Map<string, Iterable<StaticRange>> }).highlights;
      for (const kind of ['term', 'claim']) {
        for (const fixed of registry.get(`station-brief-${kind}`) ?? []) {
          const range = document.createRange();
          range.setStart(fixed.startContainer, fixed.startOffset);
          range.setEnd(fixed.endContainer, fixed.endOffset);
          if (
            range
              .toString()
              .replace(/\u00ad/g, '')
              .replace(/\s+/g, ' ') !== wanted
          )
            continue;
          window.scrollBy(0, range.getBoundingClientRect().top - window.innerHeight * share);
          return;
        }
      }
    },
    text,
    height,
  );
  const mark = await until(`mark “${text}”`, async () =>
    (await paintedMarks(page)).find((m) => m.text === text && m.visible),
  );
  await page.mouse.move(mark.x - 30, mark.y + 60);
  await page.mouse.move(mark.x, mark.y, { steps: 4 });
  return mark;
}
