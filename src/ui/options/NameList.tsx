import { useUi } from '../context.ts';

interface Props {
  title: string;
  /** value and the word to show for it */
  items: readonly (readonly [value: string, word: string])[];
  remove(value: string): void;
}

/** Names that can be taken off a list: sites, muted terms. */
export function NameList({ title, items, remove }: Props) {
  const { say } = useUi();
  if (!items.length) return <p class="sb-quiet">{say('options.none')}</p>;
  return (
    <ul class="sb-names" aria-label={title}>
      {items.map(([value, word]) => (
        <li key={value}>
          <span>{word}</span>
          <button
            type="button"
            class="sb-act"
            aria-label={say('options.removeNamed', { name: word })}
            onClick={() => remove(value)}
          >
            {say('options.remove')}
          </button>
        </li>
      ))}
    </ul>
  );
}
