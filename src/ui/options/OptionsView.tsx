/** Settings: every change is handed over at once; there is no “save” to forget. */
import { makeUi, UiContext } from '../context.ts';
import { mount, type Unmount } from '../mount.ts';
import type { Settings, Theme } from '../settings-type.ts';
import { LANG_NAMES, UI_LANGS, type UiLang } from '../strings/index.ts';
import { Choice } from './Choice.tsx';
import { FilePart } from './FilePart.tsx';
import { NameList } from './NameList.tsx';
import { Select } from './Select.tsx';
import { SiteList } from './SiteList.tsx';

export interface OptionsProps {
  settings: Settings;
  /** the language in use: the chosen one, or the browser's for `auto` */
  lang: UiLang;
  today: string;
  theme: Theme;
  /** names of muted records by id; an id without one is shown as it is */
  names: Readonly<Record<string, string>>;
  /** entries that a list of sites or terms may have */
  most: number;
  actions: {
    /** the whole of the settings after a change */
    change(settings: Settings): void;
    saveFile(name: string, text: string): void;
  };
}

export function OptionsView({ settings, lang, today, names, most, actions }: OptionsProps) {
  const ui = makeUi(lang, today);
  const { say } = ui;
  const set = (part: Partial<Settings>) => actions.change({ ...settings, ...part });
  const muted = settings.muted.map((id): [string, string] => [id, names[id] ?? id]);
  return (
    <UiContext.Provider value={ui}>
      <main class="sb-view sb-wide" lang={lang}>
        <h1>{say('options.title')}</h1>
        <section class="sb-section">
          <h2>{say('options.marks')}</h2>
          <Choice
            title={say('options.strength')}
            value={settings.strength}
            choices={(['faint', 'normal', 'strong'] as const).map((v) => [v, say(`options.strength.${v}`)])}
            change={(strength) => set({ strength })}
          />
          <Choice
            title={say('options.which')}
            value={settings.marks}
            choices={(['first', 'all'] as const).map((v) => [v, say(`options.which.${v}`)])}
            change={(marks) => set({ marks })}
          />
          <Choice
            title={say('options.trigger')}
            value={settings.trigger}
            choices={(['hover', 'click', 'key'] as const).map((v) => [v, say(`options.trigger.${v}`)])}
            change={(trigger) => set({ trigger })}
          />
        </section>
        <section class="sb-section">
          <h2>{say('options.look')}</h2>
          <Select
            title={say('options.lang')}
            value={settings.lang}
            choices={[
              ['auto', say('options.lang.auto')],
              ...UI_LANGS.map((l) => [l, LANG_NAMES[l]] as const),
            ]}
            change={(to) => set({ lang: to })}
          />
          <Choice
            title={say('options.theme')}
            value={settings.theme}
            choices={(['system', 'light', 'dark'] as const).map((v) => [v, say(`options.theme.${v}`)])}
            change={(theme) => set({ theme })}
          />
        </section>
        <SiteList title={say('options.off')} hosts={settings.off} change={(off) => set({ off })} />
        <SiteList title={say('options.on')} hosts={settings.on} change={(on) => set({ on })} />
        <section class="sb-section">
          <h2>{say('options.muted')}</h2>
          <NameList
            title={say('options.muted')}
            items={muted}
            remove={(id) => set({ muted: settings.muted.filter((m) => m !== id) })}
          />
        </section>
        <FilePart settings={settings} most={most} change={actions.change} save={actions.saveFile} />
      </main>
    </UiContext.Provider>
  );
}

export const renderOptions = (root: HTMLElement, props: OptionsProps): Unmount =>
  mount(root, props, <OptionsView {...props} />);
