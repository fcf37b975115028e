import type { SummaryTerm } from '../../match/summary.ts';
import { useUi } from '../context.ts';
import { Glyph } from '../record/Glyph.tsx';
import { MoreList } from './MoreList.tsx';
import { Section } from './Section.tsx';

interface Props {
  terms: readonly SummaryTerm[];
  /** to its first mention in the article */
  goTo(id: string): void;
  open(id: string): void;
}

const FIRST = 12;

/** Every term found: the whole of hovering, for those who do not hover. The name goes to it, “note” opens its record. */
export function Terms({ terms, goTo, open }: Props) {
  const { say, noteLang } = useUi();
  if (!terms.length) return null;
  return (
    <Section title={say('popup.terms')}>
      <MoreList items={terms} first={FIRST} more={(n) => say('popup.moreTerms', { n })}>
        {(shown) => (
          <ul class="sb-terms">
            {shown.map((t) => (
              <li key={t.id}>
                <Glyph kind={t.kind} />
                <span class="sb-term">
                  <button
                    type="button"
                    class="sb-link"
                    lang={noteLang}
                    title={say('popup.goTo')}
                    onClick={() => goTo(t.id)}
                  >
                    {t.name}
                  </button>
                  <span class="sb-small">
                    {' '}
                    <span aria-hidden="true">{t.count} ×</span>
                    <span class="sb-hidden">{say('popup.times', { n: t.count })}</span>
                    {t.line ? (
                      <span class="sb-block sb-term-line" lang={noteLang}>
                        {t.line}
                      </span>
                    ) : null}
                  </span>
                </span>
                <button
                  type="button"
                  class="sb-act"
                  aria-label={say('popup.openNote', { name: t.name })}
                  onClick={() => open(t.id)}
                >
                  {say('popup.note')}
                </button>
              </li>
            ))}
          </ul>
        )}
      </MoreList>
    </Section>
  );
}
