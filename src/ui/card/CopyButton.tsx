import { useState } from 'preact/hooks';
import { useUi } from '../context.ts';

/** Copies the citation; Shift makes it Markdown. The button says what came of it, aloud as well. */
export function CopyButton({
  copy,
  markdown = false,
}: {
  copy(markdown: boolean): Promise<boolean>;
  markdown?: boolean;
}) {
  const { say } = useUi();
  const [done, setDone] = useState<boolean | null>(null);
  const label = markdown ? say('card.copyMarkdown') : say('card.copy');
  const press = (event: MouseEvent) => {
    copy(markdown || event.shiftKey).then(setDone, () => setDone(false));
  };
  return (
    <button
      type="button"
      class="sb-act"
      {...(markdown ? {} : { title: say('card.copyHint') })}
      onClick={press}
      onBlur={() => setDone(null)}
    >
      {/* Both words take their place, so the row does not move when one replaces the other. */}
      <span role="status">{done === null ? label : done ? say('card.copied') : say('card.copyFailed')}</span>
    </button>
  );
}
