import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface Props<T> {
  items: readonly T[];
  /** shown at first; one item more than that is shown too, for a button would take its room */
  first: number;
  more(n: number): string;
  children(items: readonly T[]): ComponentChildren;
}

/** The first few, and the rest on request. */
export function MoreList<T>({ items, first, more, children }: Props<T>) {
  const [all, setAll] = useState(false);
  const left = items.length - first;
  const cut = !all && left > 1;
  return (
    <>
      {children(cut ? items.slice(0, first) : items)}
      {cut ? (
        <button type="button" class="sb-act" onClick={() => setAll(true)}>
          {more(left)}
        </button>
      ) : null}
    </>
  );
}
