import type { CardData } from '../../match/card.ts';
import { Details } from '../card/Details.tsx';
import { useUi } from '../context.ts';
import { firstSentence } from '../format.ts';
import { NoteText } from '../record/NoteText.tsx';
import { Freshness, Sources } from '../record/Sources.tsx';
import { useFold } from '../record/fold.ts';
import { MoreList } from './MoreList.tsx';
import { Section } from './Section.tsx';

interface Props {
  notes: readonly CardData[];
  open(id: string): void;
  /** the note whose positions the popup shows in a part of their own */
  apart?: string | undefined;
  /** what the popup has said already: a line that repeats it is left out */
  said?: string | undefined;
}

/** Notes shown before “more”. */
export const FIRST_NOTES = 5;

/** Background notes: name and first line each, opened in place. Nothing when there are none. */
export function Background({ notes, open, apart, said }: Props) {
  const { say } = useUi();
  if (!notes.length) return null;
  return (
    <Section title={say('popup.background')}>
      <MoreList items={notes} first={FIRST_NOTES} more={(n) => say('popup.moreNotes', { n })}>
        {(shown) => (
          <ul class="sb-stack">
            {shown.map((note) => (
              <FoldedNote
                key={note.id}
                card={note.id === apart ? { ...note, positions: [] } : note}
                open={open}
                said={said}
              />
            ))}
          </ul>
        )}
      </MoreList>
    </Section>
  );
}

function FoldedNote({
  card,
  open,
  said,
}: {
  card: CardData;
  open(id: string): void;
  said: string | undefined;
}) {
  const { noteLang } = useUi();
  const [shown, turn] = useFold();
  const line = card.short ?? firstSentence(card.note ?? '');
  return (
    <li class="sb-folded" lang={noteLang}>
      <button type="button" class="sb-fold" aria-expanded={shown} onClick={turn}>
        <span class="sb-fold-name">{card.name}</span>
        {line === said ? null : <span class="sb-fold-line">{line}</span>}
      </button>
      {shown ? (
        <div class="sb-stack sb-unfolded">
          <NoteText card={card} />
          <Details card={card} openRecord={open} />
          <Sources card={card} />
          <Freshness card={card} />
        </div>
      ) : null}
    </li>
  );
}
