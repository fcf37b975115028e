import { useRef, useState } from 'preact/hooks';
import { useUi } from '../context.ts';
import type { Settings } from '../settings-type.ts';
import type { Say } from '../strings/index.ts';
import { parseSettings, settingsText, type Parsed } from './parse.ts';

interface Props {
  settings: Settings;
  /** entries a list may have */
  most: number;
  change(settings: Settings): void;
  /** hands a file to the browser */
  save(name: string, text: string): void;
}

/** Settings out to a file and in from one. A bad file changes nothing and is told what is wrong with it. */
export function FilePart({ settings, most, change, save }: Props) {
  const { say, today } = useUi();
  const [word, setWord] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined) => {
    if (!file) return;
    const parsed = parseSettings(await file.text().catch(() => ''), most);
    if (parsed.ok) change(parsed.settings);
    setWord(parsed.ok ? say('options.imported') : say('options.badFile', { reason: reasonOf(parsed, say) }));
    // The same file chosen again is a new attempt.
    if (input.current) input.current.value = '';
  };
  return (
    <section class="sb-section">
      <h2>{say('options.file')}</h2>
      <p class="sb-buttons">
        <button
          type="button"
          class="sb-button"
          onClick={() => save(`station-brief-settings-${today}.json`, settingsText(settings))}
        >
          {say('options.export')}
        </button>
        <button type="button" class="sb-button" onClick={() => input.current?.click()}>
          {say('options.import')}
        </button>
      </p>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        tabIndex={-1}
        aria-hidden="true"
        onChange={(e) => void read(e.currentTarget.files?.[0])}
      />
      <p role="status">{word}</p>
    </section>
  );
}

function reasonOf(parsed: Exclude<Parsed, { ok: true }>, say: Say): string {
  return parsed.problem === 'field'
    ? say('options.bad.field', { field: parsed.field })
    : say(`options.bad.${parsed.problem}`);
}
