import { useEffect, useState } from 'preact/hooks';
import type { CardData } from '../../match/card.ts';
import { CopyButton } from '../card/CopyButton.tsx';
import { citationMarkdown, citationText } from '../card/citation.ts';
import { Details } from '../card/Details.tsx';
import { useUi } from '../context.ts';
import { KindWord } from './KindWord.tsx';
import { NoteText } from './NoteText.tsx';
import { Freshness, Sources } from './Sources.tsx';
import { ThenNowLine } from './ThenNow.tsx';

interface Props {
  id: string;
  load(id: string): Promise<CardData | null>;
  open(id: string): void;
  copy(text: string): Promise<boolean>;
}

/** One record in full: note, offices, states, dates, relations, sources. */
export function RecordView({ id, load, open, copy }: Props) {
  const { say, lang, noteLang } = useUi();
  const [card, setCard] = useState<CardData | null | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    load(id).then(
      (found) => wanted && setCard(found),
      () => wanted && setCard(null),
    );
    return () => {
      wanted = false;
    };
  }, [id]);
  return (
    <article class="sb-stack sb-record">
      <header class="sb-about">
        {/* The parts of a record are h3 everywhere, under the h2 of its name; a page of its own still needs an h1. */}
        <h1 class="sb-hidden">{say('app.name')}</h1>
        <h2 tabIndex={-1} data-heading="" lang={noteLang}>
          {card ? card.name : card === null ? say('card.missing') : say('app.loading')}
        </h2>
        {card ? <KindWord kind={card.kind} /> : null}
        {card?.short ? (
          <p class="sb-quiet" lang={noteLang}>
            {card.short}
          </p>
        ) : null}
      </header>
      {card ? (
        <>
          <NoteText card={card} />
          {card.thenNow?.changed ? <ThenNowLine thenNow={card.thenNow} /> : null}
          <Details card={card} openRecord={open} />
          <section>
            <h3>{say('card.sources')}</h3>
            <Sources card={card} full />
          </section>
          <Freshness card={card} />
          <p>
            <CopyButton
              copy={(markdown) => copy(markdown ? citationMarkdown(card, lang) : citationText(card, lang))}
            />
          </p>
        </>
      ) : null}
    </article>
  );
}
