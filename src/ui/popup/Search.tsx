import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { SearchHit } from '../../match/search.ts';
import { useUi } from '../context.ts';
import { HitList } from './HitList.tsx';

interface Props {
  search(query: string): Promise<SearchHit[]>;
  open(id: string): void;
  /** narrows what was found; the panel's filters */
  keep?(hit: SearchHit): boolean;
  children?: ComponentChildren;
}

/** Typing is over when this long passes without a key: one question per word, not per letter (ms). */
const PAUSE_MS = 120;

/** A box over the whole base of notes, and what it finds. */
export function Search({ search, open, keep, children }: Props) {
  const { say } = useUi();
  const id = useId();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<{ query: string; hits: SearchHit[] } | null>(null);
  useEffect(() => {
    const wanted = query.trim();
    if (!wanted) return setFound(null);
    let current = true;
    const timer = setTimeout(() => {
      search(wanted).then(
        (hits) => current && setFound({ query: wanted, hits }),
        () => current && setFound({ query: wanted, hits: [] }),
      );
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query]);
  const hits = found ? (keep ? found.hits.filter(keep) : found.hits) : [];
  return (
    <search class="sb-search">
      <label class="sb-small" for={id}>
        {say('search.label')}
      </label>
      <input
        id={id}
        type="search"
        value={query}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      {children}
      <p class="sb-small" role="status">
        {found
          ? hits.length
            ? say('search.count', { n: hits.length })
            : say('search.none', { query: found.query })
          : ''}
      </p>
      {hits.length ? <HitList hits={hits} open={open} /> : null}
    </search>
  );
}
