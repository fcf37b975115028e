/** What a tab and the background hold on to, counted after the browser was made to collect its garbage. */
import type { CDPSession, Page } from 'puppeteer-core';
import { GECKO_ID, inContent, inFirefox } from '../../src/cli/drive/privileged.ts';
import type { Launched } from '../../src/cli/launch.ts';

/** Counts by name; bytes where the name says so. */
export type Census = Record<string, number>;

/** Kinds of objects that only our own code makes in the reader's world of a page; what it forgets to let go shows here. */
const OWN_OBJECTS = [
  'AbortSignal',
  'MutationObserver',
  'CSSStyleSheet',
  'StaticRange',
  'Highlight',
  'ShadowRoot',
];

/** Live objects of each kind in our own world of a page; 0 throughout where we have none. */
async function ownObjects(cdp: CDPSession): Promise<Census> {
  const worlds: number[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === 'Station Brief') worlds.push(context.id);
  });
  await cdp.send('Runtime.enable');
  const out: Census = { worlds: worlds.length };
  for (const kind of OWN_OBJECTS) {
    out[kind] = 0;
    for (const contextId of worlds) {
      const { result } = await cdp.send('Runtime.evaluate', { expression: `${kind}.prototype`, contextId });
      const { objects } = await cdp.send('Runtime.queryObjects', {
        prototypeObjectId: result.objectId ?? '',
      });
      const { result: length } = await cdp.send('Runtime.callFunctionOn', {
        objectId: objects.objectId ?? '',
        functionDeclaration: 'function () { return this.length; }',
      });
      out[kind] += Number(length.value);
    }
  }
  return out;
}

async function collect(cdp: CDPSession): Promise<void> {
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
}

/** In the process of the page: twice over, since what one pass frees lets the next free more. */
const GECKO_CENSUS = `
  for (let i = 0; i < 3; i++) { Cu.forceGC(); Cu.forceCC(); }
  const memory = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
  const listeners = [doc, doc.defaultView, doc.documentElement, doc.defaultView.navigation].filter(Boolean)
    .reduce((sum, target) => sum + Services.els.getListenerInfoFor(target).length, 0);
  return { 'heap (bytes)': memory.heapAllocated, 'script heap (bytes)': Cu.getJSTestingFunctions().gcparam('gcBytes'), elements: doc.getElementsByTagName('*').length, listeners };`;

/** Of the tab in front. */
export async function censusOfPage(launched: Launched, page: Page): Promise<Census> {
  if (launched.kind === 'firefox')
    return (await inFirefox<Census>(launched, inContent('gBrowser.selectedBrowser', GECKO_CENSUS))) ?? {};
  const cdp = await page.createCDPSession();
  try {
    const own = await ownObjects(cdp);
    await collect(cdp);
    await cdp.send('Performance.enable');
    const { metrics } = await cdp.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((m) => m.name === name)?.value ?? 0;
    return {
      'script heap (bytes)': of('JSHeapUsedSize'),
      nodes: of('Nodes'),
      listeners: of('JSEventListeners'),
      documents: of('Documents'),
      ...own,
    };
  } finally {
    await cdp.detach();
  }
}

const BACKGROUND = `[...WebExtensionPolicy.getByID('${GECKO_ID}').extension.views].find((v) => v.viewType === 'background').xulBrowser`;

/** Of the background; it must be awake. */
export async function censusOfBackground(launched: Launched): Promise<Census> {
  if (launched.kind === 'firefox')
    return (await inFirefox<Census>(launched, inContent(BACKGROUND, GECKO_CENSUS))) ?? {};
  const target = await launched.browser.waitForTarget((t) => t.type() === 'service_worker');
  const cdp = await target.createCDPSession();
  try {
    await collect(cdp);
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    return { 'script heap (bytes)': usedSize };
  } finally {
    await cdp.detach();
  }
}

/** One line: each count before and after. */
export const growthLine = (before: Census, after: Census): string =>
  Object.entries(after)
    .map(([name, value]) => {
      const was = before[name] ?? 0;
      return name.includes('bytes')
        ? `${name.replace(' (bytes)', '')} ${(was / 1e6).toFixed(2)} → ${(value / 1e6).toFixed(2)} MB`
        : `${name} ${was} → ${value}`;
    })
    .join(', ');
