import type { CardData } from '../../match/card.ts';
import { useUi } from '../context.ts';
import { Glyph } from './Glyph.tsx';

/** Records this one points to, as buttons that open them in place. Nothing when there are none. */
export function Related({ related, open }: { related: CardData['related']; open(id: string): void }) {
  const { say } = useUi();
  if (!related.length) return null;
  return (
    <section>
      <h3>{say('card.related')}</h3>
      <ul class="sb-related">
        {related.map((r) => (
          <li key={r.id}>
            <button type="button" class="sb-link" onClick={() => open(r.id)}>
              <Glyph kind={r.kind} />
              {r.name}
              <span class="sb-hidden"> ({say(`kind.${r.kind}`)})</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
