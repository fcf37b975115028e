import type { CardRole } from '../../match/card.ts';
import { useUi } from '../context.ts';

/** Offices held, newest first; each opens the office's own record. Nothing when there are none. */
export function Roles({ roles, open }: { roles: readonly CardRole[]; open(id: string): void }) {
  const { say, span } = useUi();
  if (!roles.length) return null;
  return (
    <section>
      <h3>{say('card.roles')}</h3>
      <ul class="sb-rows">
        {roles.map((r) => (
          <li key={`${r.officeId} ${r.from}`}>
            <span class="sb-when">{span(r.from, r.to, 'short')}</span>
            <button type="button" class="sb-link" onClick={() => open(r.officeId)}>
              {r.acting ? say('card.acting', { who: r.office }) : r.office}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
