import type { SummaryClaim } from '../../match/summary.ts';
import { verdictWord } from '../card/Card.tsx';
import { useUi } from '../context.ts';
import { NoteText } from '../record/NoteText.tsx';
import { Freshness, Sources } from '../record/Sources.tsx';
import { Section } from './Section.tsx';

interface Props {
  claims: readonly SummaryClaim[];
  goTo(start: number): void;
}

/** Statements of the article beside what the record says, each with its sources. Nothing when there are none. */
export function Claims({ claims, goTo }: Props) {
  const { say } = useUi();
  if (!claims.length) return null;
  return (
    <Section title={say('popup.claims')}>
      <ul class="sb-stack sb-apart">
        {claims.map((claim) => (
          <li key={claim.start} class="sb-stack">
            <p>
              <button
                type="button"
                class="sb-link"
                title={say('popup.goTo')}
                onClick={() => goTo(claim.start)}
              >
                {say('card.words', { text: claim.surface })}
              </button>{' '}
              <span class="sb-small">{verdictWord(claim.verdict, say)}</span>
            </p>
            <NoteText card={claim.card} />
            <Sources card={claim.card} />
            <Freshness card={claim.card} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
