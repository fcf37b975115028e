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
  const word = done === null ? label : done ? say('card.copied') : say('card.copyFailed');
  return (
    <>
      <button
        type="button"
        class="sb-act"
        {...(markdown ? {} : { title: say('card.copyHint') })}
        onClick={press}
        onBlur={() => setDone(null)}
      >
        {/* Keeps the room of its first word, so the row does not move when another replaces it. */}
        <span class="sb-holds" data-holds={label}>
          {word}
        </span>
      </button>
      {/* Beside it: what is inside a button is part of its name, and no region of its own to a screen reader. */}
      <span class="sb-hidden" role="status">
        {done === null ? '' : word}
      </span>
    </>
  );
}
