import type { SearchHit } from '../../match/search.ts';
import { isPartialDate } from '../../facts/dates.ts';
import { useUi } from '../context.ts';
import { firstSentence } from '../format.ts';
import { KindWord } from '../record/KindWord.tsx';

/** Records found, each a button: name, kind, and one line. */
export function HitList({ hits, open }: { hits: readonly SearchHit[]; open(id: string): void }) {
  const { date, noteLang } = useUi();
  return (
    <ul class="sb-hits">
      {hits.map((hit) => (
        <li key={hit.id}>
          <button type="button" class="sb-fold" onClick={() => open(hit.id)}>
            <span class="sb-hit-head">
              <span class="sb-fold-name" lang={noteLang}>
                {hit.name}
              </span>
              <KindWord kind={hit.kind} />
            </span>
            <span class="sb-fold-line" lang={noteLang}>
              {isPartialDate(hit.line) ? date(hit.line) : firstSentence(hit.line)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
