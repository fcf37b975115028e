/** What popup and panel have in common: a first view; a record or the whole timeline takes its place and leads back. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { makeUi, UiContext, useUi } from '../context.ts';
import { RecordView } from '../record/RecordView.tsx';
import { TimelinePane } from '../timeline/TimelinePane.tsx';
import { NewsList } from './News.tsx';
import { usePlaces } from './places.ts';
import { Plain } from './Plain.tsx';
import { Shown } from './Shown.tsx';
import type { PopupProps } from './types.ts';
import { View } from './View.tsx';

export interface Ways {
  open(id: string): void;
  timeline(): void;
  news(): void;
}

interface Props extends PopupProps {
  /** a record to open at once; a new object opens it again */
  record?: { id: string } | undefined;
  /** the first view, given the ways out of it */
  children(ways: Ways): ComponentChildren;
}

export function Surface({ state, news, lang, today, actions, record, children }: Props) {
  const ui = makeUi(lang, today);
  const { say } = ui;
  const { here, go, back, root } = usePlaces();
  const open = (id: string) => go({ kind: 'record', id });
  useEffect(() => {
    if (record) open(record.id);
  }, [record]);
  return (
    <UiContext.Provider value={ui}>
      <div ref={root} lang={lang}>
        <View hidden={here.kind !== 'home'}>
          {children({
            open,
            timeline: () => go({ kind: 'timeline' }),
            news: () => go({ kind: 'news' }),
          })}
        </View>
        {here.kind === 'record' ? (
          <View key={here.id} back={back}>
            <RecordView id={here.id} load={actions.loadCard} open={open} copy={actions.copy} />
          </View>
        ) : null}
        {here.kind === 'news' && news ? (
          <View back={back}>
            <NewsList news={news} open={open} />
          </View>
        ) : null}
        {here.kind === 'timeline' ? (
          <View back={back}>
            <h1 tabIndex={-1} data-heading="">
              {say('popup.wholeTimeline')}
            </h1>
            <TimelinePane
              load={actions.timeline}
              published={state.kind === 'shown' ? state.summary.published : null}
              open={open}
              saveIcs={actions.saveIcs}
            />
          </View>
        ) : null}
      </div>
    </UiContext.Provider>
  );
}

/** The page in front of the reader: what there is to know about its article, or why there is nothing. */
export function PageView({
  state,
  actions,
  open,
}: Pick<PopupProps, 'state' | 'actions'> & Pick<Ways, 'open'>) {
  if (state.kind === 'loading') return <Loading />;
  if (state.kind !== 'shown') return <Plain state={state} actions={actions} />;
  return <Shown summary={state.summary} open={open} goTo={actions.goTo} saveIcs={actions.saveIcs} />;
}

function Loading() {
  const { say } = useUi();
  return <p class="sb-quiet">{say('popup.loading')}</p>;
}
