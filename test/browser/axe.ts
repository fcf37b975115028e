/** axe-core on what readers see: our own pages, and the card behind its closed root in a real page. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { inCard } from '../../src/cli/drive.ts';
import type { Launched } from '../../src/cli/launch.ts';

interface AxeResult {
  passes: number;
  violations: { id: string; impact: string | null; nodes: { html: string }[] }[];
}

export const axeSource = (): string =>
  readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** An expression that checks `context` (an axe context as source text), by all rules or by those named. */
export const axeRun = (context: string, rules: readonly string[] = []): string =>
  `axe.run(${context}, ${JSON.stringify(rules.length ? { runOnly: rules } : {})}).then(({ violations, passes }) => ({ passes: passes.length, violations: violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => ({ html })) })) }))`;

/**
 * Faults, each in one line; [] is what we want.
 * @param least rules that must have had something to look at
 * @throws Error when axe-core saw too little to say anything
 */
export function faultsOf({ violations, passes }: AxeResult, least = 5): string[] {
  if (passes + violations.length < least)
    throw new Error(`axe-core looked at too little: ${passes} rules passed`);
  return violations.map(
    (v) =>
      `${v.id} (${v.impact}): ${v.nodes
        .map((n) => n.html)
        .join(' | ')
        .slice(0, 300)}`,
  );
}

/**
 * Faults of the open card, as built and as it stands in the page. Its root is closed, to axe-core as to any page: for the
 * time of the check the host lends it, which changes nothing in the card.
 */
export async function axeFaultsInCard(launched: Launched, page: Page): Promise<string[]> {
  await page.evaluate(`(() => { ${axeSource()}; return true; })()`);
  await inCard(
    launched,
    page,
    `const bare = (x) => x.wrappedJSObject ?? x; Object.defineProperty(bare(root.host), 'shadowRoot', { value: bare(root), configurable: true }); return true;`,
    'page',
  );
  const result = (await page.evaluate(axeRun(`{ include: [['station-brief-card']] }`))) as AxeResult;
  await page.evaluate(`delete document.querySelector('station-brief-card').shadowRoot`);
  return faultsOf(result);
}
