import type { PageSummary } from '../../match/summary.ts';
import { useUi } from '../context.ts';
import { DateRows } from '../record/Dates.tsx';
import { NoteLangMark } from '../record/NoteLangMark.tsx';
import { PositionTable } from '../record/Positions.tsx';
import { Background, FIRST_NOTES } from './Background.tsx';
import { Claims } from './Claims.tsx';
import { Holders } from './Holders.tsx';
import { KeyDates } from './KeyDates.tsx';
import { Section } from './Section.tsx';
import { Terms } from './Terms.tsx';
import { worthKnowing } from './worth.ts';

interface Props {
  summary: PageSummary;
  open(id: string): void;
  goTo(where: number | string): void;
  saveIcs(name: string, text: string): void;
}

/** What there is to know about the article in front of the reader, most telling first. */
export function Shown({ summary, open, goTo, saveIcs }: Props) {
  const { say, date, noteLang } = useUi();
  const worth = worthKnowing(summary);
  const topic = summary.topics[0];
  const stands = summary.topics.slice(0, FIRST_NOTES).find((t) => t.positions.length);
  return (
    <>
      <header class="sb-about">
        <h1 tabIndex={-1} data-heading="" lang={noteLang}>
          {topic?.name ?? summary.title}
        </h1>
        <p class="sb-small">
          {summary.published
            ? say('popup.published', { date: date(summary.published) })
            : say('popup.undated')}
        </p>
        {summary.cut ? <p class="sb-small">{say('popup.cut')}</p> : null}
        <NoteLangMark />
      </header>
      {worth ? (
        <section class="sb-worth">
          <h2>{say('popup.worth')}</h2>
          <p lang={noteLang}>
            {worth.record ? <strong>{say('card.record')} </strong> : null}
            {worth.text}
          </p>
        </section>
      ) : null}
      <Background notes={summary.topics} open={open} apart={stands?.id} said={worth?.text} />
      {stands ? (
        <Section title={say('card.positions')}>
          <p lang={noteLang}>{stands.name}</p>
          <PositionTable positions={stands.positions} open={open} />
        </Section>
      ) : null}
      <KeyDates dates={summary.dates} published={summary.published} open={open} saveIcs={saveIcs} />
      <Holders holders={summary.holders} open={open} />
      {summary.since.length ? (
        <Section title={say('popup.since')}>
          <DateRows dates={summary.since} open={open} />
        </Section>
      ) : null}
      <Claims claims={summary.claims} goTo={goTo} />
      <Terms terms={summary.terms} goTo={goTo} open={open} />
    </>
  );
}
