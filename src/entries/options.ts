/** The settings page. */
import { saveFile } from '../shell/files.ts';
import { release, today } from '../shell/lifecycle.ts';
import { send } from '../shell/messages.ts';
import { changedFields, getSettings, onSettings, setSettings, MOST_ENTRIES } from '../shell/settings.ts';
import { askFor } from '../shell/sites.ts';
import { rememberTheme } from '../shell/theme.ts';
import { renderOptions } from '../ui/options/OptionsView.tsx';
import type { Settings } from '../ui/settings-type.ts';
import { sayIn } from '../ui/strings/index.ts';
import { langOf } from './lang.ts';

/** Names of muted records, to show them as a reader knows them. */
async function namesOf(settings: Settings): Promise<Record<string, string>> {
  const cards = await Promise.all(
    settings.muted.map((id) => send('card:get', { id, published: null }).catch(() => null)),
  );
  return Object.fromEntries(cards.flatMap((card) => (card ? [[card.id, card.name]] : [])));
}

const bare = (hosts: readonly string[]): string[] => [...new Set(hosts.map((h) => h.replace(/^www\./, '')))];

/** Sites as the rest of the extension names them: without `www.`, each once, off winning over on. */
function tidy(settings: Settings): Settings {
  const off = bare(settings.off);
  return { ...settings, off, on: bare(settings.on).filter((h) => !off.includes(h)) };
}

export async function open(root: HTMLElement): Promise<void> {
  let settings = await getSettings();
  let names: Record<string, string> = {};

  const draw = () => {
    rememberTheme(settings.theme);
    const lang = langOf(settings);
    const say = sayIn(lang);
    document.title = `${say('options.title')} · ${say('app.name')}`;
    renderOptions(root, {
      settings,
      lang,
      today: today(),
      theme: settings.theme,
      names,
      most: MOST_ENTRIES,
      actions: {
        change: (next) => void change(tidy(next)),
        saveFile: (name, text) => saveFile(document, name, text, 'application/json'),
      },
    });
  };
  const take = async (next: Settings) => {
    const known = next.lang === settings.lang && next.muted.every((id) => names[id]);
    settings = next;
    draw();
    if (known) return;
    names = await namesOf(next);
    draw();
  };
  const change = async (next: Settings) => {
    const before = settings;
    const added = next.on.filter((host) => !before.on.includes(host));
    const [asked] = added;
    // One site was typed: the browser asks now, on this click. Of a file with several, each is asked for when it is visited.
    const refused = added.length === 1 && asked !== undefined && !(await askFor(asked).catch(() => true));
    try {
      if (refused) draw();
      else await setSettings(changedFields(before, next));
      if (!refused)
        await release(before.on.filter((host) => !next.on.includes(host) && !next.off.includes(host))).catch(
          () => undefined,
        );
    } catch {
      await take(before); // storage is full or gone: show what still holds
    }
  };

  onSettings((changed) => void take(changed));
  draw();
  await take(settings);
}
