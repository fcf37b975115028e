import type { CardState } from '../../match/card.ts';
import { isKey, type Say } from '../strings/index.ts';
import { useUi } from '../context.ts';

/** How it stands and stood: “in force since 3 April 2021”. Nothing when no state is known. */
export function States({ states }: { states: readonly CardState[] }) {
  const { say, span } = useUi();
  if (!states.length) return null;
  return (
    <section>
      <h3>{say('card.states')}</h3>
      <ul class="sb-rows">
        {states.map((s) => (
          <li key={`${s.state} ${s.from}`}>
            <span class="sb-when">{span(s.from, s.to, 'short')}</span>
            <span>{wordOf(s.state, say)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A state added to the schema before it has a word here is shown as it is written there. */
const wordOf = (state: string, say: Say): string => {
  const key = `state.${state}`;
  return isKey(key) ? say(key) : state.replaceAll('-', ' ');
};
