import type { SearchHit } from '../../match/search.ts';
import { useUi } from '../context.ts';
import { HitList } from './HitList.tsx';
import { MoreList } from './MoreList.tsx';
import { Section } from './Section.tsx';
import type { PopupNews } from './types.ts';

/** What an update changed, in one quiet line, with the way to the list. */
export function NewsLine({ news, which }: { news: PopupNews; which(): void }) {
  const { say } = useUi();
  return (
    <p class="sb-small sb-news">
      {[
        ...(news.changed.length ? [say('news.changed', { n: news.changed.length })] : []),
        ...(news.added.length ? [say('news.added', { n: news.added.length })] : []),
      ].join(' ')}{' '}
      <button type="button" class="sb-link" onClick={which}>
        {say('news.which')}
      </button>
    </p>
  );
}

const FIRST = 20;

/** Every note that an update changed or brought. */
export function NewsList({ news, open }: { news: PopupNews; open(id: string): void }) {
  const { say } = useUi();
  const part = (title: string, hits: readonly SearchHit[]) =>
    hits.length ? (
      <Section title={title}>
        <MoreList items={hits} first={FIRST} more={(n) => say('popup.moreNotes', { n })}>
          {(shown) => <HitList hits={shown} open={open} />}
        </MoreList>
      </Section>
    ) : null;
  return (
    <>
      <h1 tabIndex={-1} data-heading="">
        {say('news.title')}
      </h1>
      {part(say('news.listChanged'), news.changed)}
      {part(say('news.listAdded'), news.added)}
    </>
  );
}
