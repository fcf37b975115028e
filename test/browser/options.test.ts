/** The settings page: every change holds at once, here, on open articles and in the background. */
import { beforeEach, expect, test } from 'vitest';
import { openPopup, paintedMarks, until, waitForMarks } from '../../src/cli/drive.ts';
import { axeFaults, closeTabs, openOwnPage, ownTab, type OwnPage } from './extension-page.ts';
import { addressOf, answerSamples, sampleNamed, samplePages, UNLISTED } from './pages.ts';
import { inBothBrowsers, type Tab } from './session.ts';

const API = '(globalThis.browser ?? chrome)';

const marked = async (tab: Tab, words: string): Promise<boolean> =>
  (await paintedMarks(tab.page)).some((m) => m.text.includes(words));

inBothBrowsers(
  'options',
  answerSamples([...samplePages(), UNLISTED]),
  (session, kind) => {
    let tab: Tab;
    let options: OwnPage;
    beforeEach(async () => {
      for (const page of ['welcome.html', 'options.html']) await closeTabs(session.launched, page);
      tab = await session.open(addressOf(sampleNamed('partnership-2025.html')));
      options = await openOwnPage(session.launched, 'options.html');
      await options.run(`${API}.storage.local.clear()`);
      await options.says('Marks in the text');
      await tab.page.bringToFront();
      await waitForMarks(tab.page, 10);
    });

    const stored = async (field: string): Promise<unknown> =>
      (await options.run<{ settings?: Record<string, unknown> }>(`${API}.storage.local.get('settings')`))
        .settings?.[field];
    const isStored = (field: string, value: unknown) =>
      until(
        `${field} stored`,
        async () => JSON.stringify(await stored(field)) === JSON.stringify(value),
      ).catch(async () => expect(await stored(field)).toEqual(value));
    const choose = (words: string) =>
      options.run(
        `[...document.querySelectorAll('label')].find((l) => l.textContent === ${JSON.stringify(words)}).querySelector('input').click()`,
      );
    /** Types into the box of a list and presses its button. */
    const addTo = async (list: string, host: string): Promise<void> => {
      await options.run(`(() => {
        const box = document.querySelector('input[aria-label^="${list}"]');
        box.value = ${JSON.stringify(host)};
        box.dispatchEvent(new Event('input', { bubbles: true }));
      })()`);
      await until('the box drawn', () =>
        options.run<boolean>(
          `document.querySelector('input[aria-label^="${list}"]').value === ${JSON.stringify(host)}`,
        ),
      );
      await options.run(`document.querySelector('input[aria-label^="${list}"]').form.requestSubmit()`);
    };
    /** Chooses a file, as the browser's dialog would. */
    const chooseFile = (text: string) =>
      options.run(`(() => {
        const input = document.querySelector('input[type=file]');
        const files = new DataTransfer();
        files.items.add(new File([${JSON.stringify(text)}], 'settings.json', { type: 'application/json' }));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      })()`);
    /** Keeps the file that would be saved, instead of saving it. */
    const exported = async (): Promise<{ name: string; text: string }> => {
      await options.run(`(() => {
        window.saved = null;
        let blob;
        URL.createObjectURL = (made) => { blob = made; return 'about:blank'; };
        HTMLAnchorElement.prototype.click = function () { const name = this.download; blob.text().then((text) => { window.saved = { name, text }; }); };
      })()`);
      await options.press('Export');
      return until('the file', () => options.run<{ name: string; text: string } | null>('window.saved'));
    };

    test('every mention, at once, on the article that is open', async () => {
      const before = (await paintedMarks(tab.page)).length;
      await choose('every mention');
      await isStored('marks', 'all');
      const after = await until('more marks', async () => {
        const now = (await paintedMarks(tab.page)).length;
        return now > before ? now : null;
      });
      expect(after).toBeGreaterThan(before);
      await choose('the first mention in each section');
      await until('as before', async () => (await paintedMarks(tab.page)).length === before);
    });

    test('theme and language change under the reader, and hold after a reload', async () => {
      await choose('dark');
      await until('dark', () => options.run<boolean>(`document.documentElement.dataset.theme === 'dark'`));
      expect(await options.run<string>('getComputedStyle(document.body).backgroundColor')).toBe(
        'rgb(28, 29, 32)',
      );
      await options.run(
        `(() => { const list = document.querySelector('select'); list.value = 'de'; list.dispatchEvent(new Event('change', { bubbles: true })); })()`,
      );
      await until('German', () => options.run<boolean>(`document.documentElement.lang === 'de'`));
      expect(await options.run<string>('document.title')).toContain('Einstellungen');
      await options.run('location.reload()').catch(() => undefined);
      await until('German and dark again', () =>
        options
          .run<boolean>(
            `document.documentElement.lang === 'de' && document.documentElement.dataset.theme === 'dark'`,
          )
          .catch(() => false),
      );
    });

    test('a site turned off here is left at once, and taken up again at once', async () => {
      await addTo('Off on these sites', 'https://www.TheGuardian.com/science');
      await isStored('off', ['theguardian.com']);
      await until('no marks', async () => (await paintedMarks(tab.page)).length === 0);
      await options.press('Remove theguardian.com');
      await isStored('off', []);
      expect((await waitForMarks(tab.page, 10)).length).toBeGreaterThanOrEqual(10);
    });

    test('what is not a site is refused in words', async () => {
      await addTo('Off on these sites', 'not a site');
      await options.says('“not a site” is not the name of a site');
      expect(await stored('off')).toBeUndefined();
    });

    test('muted terms stand under their names and come back', async () => {
      await options.run(`${API}.storage.local.set({ settings: { muted: ['duffy-sean'] } })`);
      await options.says('Sean Duffy');
      await until('unmarked', async () => !(await marked(tab, 'Sean Duffy')));
      await options.press('Remove Sean Duffy');
      await isStored('muted', []);
      expect(await until('marked again', () => marked(tab, 'Sean Duffy'))).toBe(true);
    });

    test('what is exported can be imported; a bad file changes nothing and is told why', async () => {
      await choose('strong');
      await addTo('Off on these sites', 'a.example');
      await isStored('off', ['a.example']);
      const file = await exported();
      expect(file.name).toMatch(/^station-brief-settings-\d{4}-\d\d-\d\d\.json$/);
      await options.run(`${API}.storage.local.clear()`);
      await chooseFile('{"format":');
      await options.says('Nothing was changed: the file is not JSON.');
      await chooseFile(file.text.replace('"strong"', '"loud"'));
      await options.says('the field “strength” has a value that is not known');
      expect(await stored('off')).toBeUndefined();
      await chooseFile(file.text);
      await options.says('Settings imported.');
      await isStored('strength', 'strong');
      await options.says('a.example');
    });

    test('an own site is asked for; refused, it does not enter the list', async () => {
      await options.run(
        `(() => { ${API}.permissions.request = (wanted) => { window.wanted = wanted; return Promise.resolve(false); }; })()`,
      );
      await addTo('Also on these sites', 'small-paper.example');
      await until('the question', () => options.run<boolean>('Boolean(window.wanted)'));
      expect(await options.run(`window.wanted`)).toEqual({
        origins: ['*://small-paper.example/*', '*://*.small-paper.example/*'],
      });
      expect(await stored('on')).toBeUndefined();
      expect(await options.text()).not.toContain('small-paper.example');
    });

    // Chromium asks in a window of its own that no protocol reaches; Firefox can be told to grant without asking.
    test.runIf(kind === 'firefox')(
      'an own site that is allowed is read from then on; taken off the list, no longer',
      async () => {
        await addTo('Also on these sites', 'small-paper.example');
        await isStored('on', ['small-paper.example']);
        const allowed = () =>
          options.run<boolean>(`${API}.permissions.contains({ origins: ['*://small-paper.example/*'] })`);
        expect(await allowed()).toBe(true);
        await until('the script registered', () =>
          options.run<boolean>(
            `${API}.scripting.getRegisteredContentScripts().then((all) => all.length === 1)`,
          ),
        );
        await tab.page.goto(addressOf(UNLISTED), { waitUntil: 'domcontentloaded' });
        await waitForMarks(tab.page, 10);
        await options.press('Remove small-paper.example');
        await isStored('on', []);
        await until('the permission gone', async () => !(await allowed()));
        await until('the script gone', () =>
          options.run<boolean>(
            `${API}.scripting.getRegisteredContentScripts().then((all) => all.length === 0)`,
          ),
        );
      },
    );

    test('a page read once offers to be read always', async () => {
      await tab.page.goto(addressOf(UNLISTED), { waitUntil: 'domcontentloaded' });
      const opened = await openPopup(session.launched, tab.page);
      const popup = await ownTab(session.launched, 'popup.html');
      await popup.press('Read this page');
      expect(await popup.says('In this article')).toContain('Always on this site');
      if (kind === 'firefox') {
        await popup.press('Always on this site');
        await isStored('on', ['small-paper.example']);
        await until('no more to ask', async () => !(await popup.text()).includes('Always on this site'));
        await options.run(
          `${API}.permissions.remove({ origins: ['*://small-paper.example/*', '*://*.small-paper.example/*'] })`,
        );
        // Taken back in the browser's own settings, it leaves our list too.
        await isStored('on', []);
      }
      await opened.close();
    });

    test('axe-core finds nothing: empty, full, with an error', async () => {
      expect(await axeFaults(options)).toEqual([]);
      await options.run(
        `${API}.storage.local.set({ settings: { muted: ['duffy-sean'], off: ['a.example'], on: ['b.example'], theme: 'dark' } })`,
      );
      await options.says('Sean Duffy');
      await addTo('Off on these sites', 'not a site');
      await options.says('is not the name of a site');
      expect(await axeFaults(options)).toEqual([]);
    });
  },
  { prefs: { 'extensions.webextOptionalPermissionPrompts': false } },
);
