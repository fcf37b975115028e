/** Keyboard shortcuts named in the manifest. The reader can change the keys in the browser's own page for that. */
import { browser } from './browser.ts';
import { activeTab } from './tabs.ts';

/** Missing in Firefox on a phone. */
const commands = (): Pick<typeof browser.commands, 'onCommand'> | undefined => browser.commands;

/** Calls back with the command's name in the manifest and the tab in front of the reader. Call once, synchronously at start. */
export function onCommand(run: (name: string, tabId: number) => void): void {
  commands()?.onCommand.addListener((name, tab) => {
    if (tab?.id !== undefined) return run(name, tab.id);
    // Firefox before 126 does not say which tab.
    void activeTab().then((active) => active && run(name, active.id));
  });
}
