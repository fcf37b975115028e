/** The settings page. */
import { send } from '../shell/messages.ts';
import { today } from '../shell/lifecycle.ts';
import { getSettings, onSettings, setSettings } from '../shell/settings.ts';
import { saveFile } from '../shell/files.ts';
import { renderOptions } from '../ui/mount.ts';
import type { Settings } from '../ui/settings-type.ts';
import { langOf } from './page-link.ts';

/** Names of muted records, to show them as a reader knows them. */
async function namesOf(settings: Settings): Promise<Record<string, string>> {
  const cards = await Promise.all(settings.muted.map((id) => send('card:get', { id, published: null }).catch(() => null)));
  return Object.fromEntries(cards.flatMap((card) => (card ? [[card.id, card.name]] : [])));
}

async function open(root: HTMLElement): Promise<void> {
  const draw = async (settings: Settings) => {
    renderOptions(root, {
      settings,
      lang: langOf(settings),
      today: today(),
      theme: settings.theme,
      names: await namesOf(settings),
      actions: {
        change: (next) => void setSettings(next).catch(() => draw(settings)),
        saveFile: (name, text) => saveFile(document, name, text, 'application/json'),
      },
    });
  };
  onSettings((settings) => void draw(settings));
  await draw(await getSettings());
}

const root = document.getElementById('root');
if (root) void open(root);
