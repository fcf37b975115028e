/** The popup: one page read from top to bottom; a record or the whole timeline take its place and lead back. */
import { makeUi, UiContext } from '../context.ts';
import { mount, type Unmount } from '../mount.ts';
import { RecordView } from '../record/RecordView.tsx';
import { TimelinePane } from '../timeline/TimelinePane.tsx';
import { Footer } from './Footer.tsx';
import { NewsLine, NewsList } from './News.tsx';
import { Plain } from './Plain.tsx';
import { Search } from './Search.tsx';
import { Shown } from './Shown.tsx';
import { usePlaces } from './places.ts';
import type { PopupProps } from './types.ts';
import { View } from './View.tsx';

export type { PopupActions, PopupProps, PopupState } from './types.ts';

export function PopupView({ state, news, lang, today, actions }: PopupProps) {
  const ui = makeUi(lang, today);
  const { say } = ui;
  const { here, go, back, root } = usePlaces();
  const open = (id: string) => {
    actions.openRecord?.(id);
    go({ kind: 'record', id });
  };
  return (
    <UiContext.Provider value={ui}>
      <div class="sb-popup" ref={root} lang={lang}>
        <View hidden={here.kind !== 'home'}>
          {state.kind === 'loading' ? <p class="sb-quiet">{say('popup.loading')}</p> : null}
          {news && state.kind !== 'loading' ? (
            <NewsLine news={news} which={() => go({ kind: 'news' })} />
          ) : null}
          {state.kind === 'shown' ? (
            <Shown summary={state.summary} open={open} goTo={actions.goTo} saveIcs={actions.saveIcs} />
          ) : null}
          {state.kind !== 'loading' && state.kind !== 'shown' ? (
            <Plain state={state} actions={actions} />
          ) : null}
          {state.kind === 'loading' ? null : (
            <>
              <Search search={actions.search} open={open} />
              <Footer state={state} actions={actions} timeline={() => go({ kind: 'timeline' })} />
            </>
          )}
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

export const renderPopup = (root: HTMLElement, props: PopupProps): Unmount =>
  mount(root, props, <PopupView {...props} />);
