import { useId } from 'preact/hooks';
import type { Kind } from '../../facts/schema.ts';
import { useUi } from '../context.ts';
import { yearOf, type Filters } from './filters.ts';

interface Props {
  kinds: readonly Kind[];
  filters: Filters;
  change(filters: Filters): void;
}

/** Kind and years, in one row. */
export function FilterBar({ kinds, filters, change }: Props) {
  const { say } = useUi();
  const id = useId();
  const year = (name: 'from' | 'to', word: string) => (
    <label class="sb-field">
      <span class="sb-small">{word}</span>
      <input
        class="sb-year"
        inputMode="numeric"
        maxLength={4}
        autocomplete="off"
        onInput={(e) => change({ ...filters, [name]: yearOf(e.currentTarget.value) })}
      />
    </label>
  );
  return (
    <div class="sb-filters">
      <label class="sb-field" for={id}>
        <span class="sb-small">{say('search.kind')}</span>
        <select
          id={id}
          value={filters.kind ?? ''}
          onChange={(e) =>
            change({ ...filters, kind: kinds.find((k) => k === e.currentTarget.value) ?? null })
          }
        >
          <option value="">{say('search.anyKind')}</option>
          {kinds.map((k) => (
            <option key={k} value={k}>
              {say(`kind.${k}`)}
            </option>
          ))}
        </select>
      </label>
      {year('from', say('search.from'))}
      {year('to', say('search.to'))}
    </div>
  );
}
