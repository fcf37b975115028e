/** What goes wrong in the extension itself, where a page's console does not show it. */
import type { Launched } from '../launch.ts';
import { inFirefox } from './privileged.ts';

/** @returns a function that gives every error of the extension's own code since the call, or since it was last asked */
export async function watchFaults(launched: Launched): Promise<() => Promise<string[]>> {
  if (launched.kind === 'firefox') {
    await inFirefox(launched, 'async () => { Services.console.reset(); return true; }');
    return () =>
      inFirefox<string[]>(
        launched,
        `async () => {
          const faults = Services.console.getMessageArray()
            .filter((m) => m instanceof Ci.nsIScriptError && !(m.flags & Ci.nsIScriptError.warningFlag))
            .filter((m) => /^moz-extension:/.test(m.sourceName) || /moz-extension:/.test(String(m.errorMessage)))
            // Said of any question still open when its page is put away for “back”; nothing can be done about it there.
            .filter((m) => !/Promise resolved while context is inactive/.test(m.errorMessage))
            .map((m) => m.errorMessage + ' at ' + m.sourceName.split('/').at(-1) + ':' + m.lineNumber + ':' + m.columnNumber);
          Services.console.reset();
          return faults;
        }`,
      );
  }
  const faults: string[] = [];
  const target = await launched.browser.waitForTarget(
    (t) => t.type() === 'service_worker' && t.url().startsWith('chrome-extension://'),
  );
  const session = await target.createCDPSession();
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: e }) =>
    faults.push(e.exception?.description ?? e.text),
  );
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error') faults.push(args.map((a) => String(a.value ?? a.description)).join(' '));
  });
  await session.send('Runtime.enable');
  return () => Promise.resolve(faults.splice(0));
}
