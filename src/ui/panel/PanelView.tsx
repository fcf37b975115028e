/** The side panel: the popup's content beside the article, and search over all notes with kind and year. */
import { useEffect, useState } from 'preact/hooks';
import type { Kind } from '../../facts/schema.ts';
import type { TimelineItem } from '../../match/search.ts';
import { makeUi, UiContext } from '../context.ts';
import { mount, type Unmount } from '../mount.ts';
import { Footer } from '../popup/Footer.tsx';
import { Plain } from '../popup/Plain.tsx';
import { Search } from '../popup/Search.tsx';
import { Shown } from '../popup/Shown.tsx';
import { usePlaces } from '../popup/places.ts';
import type { PopupProps } from '../popup/types.ts';
import { View } from '../popup/View.tsx';
import { RecordView } from '../record/RecordView.tsx';
import { TimelinePane } from '../timeline/TimelinePane.tsx';
import { FilterBar } from './FilterBar.tsx';
import { NO_FILTERS, passes, type Filters } from './filters.ts';

export interface PanelProps extends PopupProps {
  /** a record to open at once: the card's “open in side panel” */
  record?: string;
}

/** In the order a reader would think of them; topics and statements first. */
const FILTER_KINDS: readonly Kind[] = [
  'topic',
  'claim',
  'event',
  'person',
  'office',
  'organisation',
  'agreement',
  'law',
  'programme',
  'plan',
  'module',
  'vehicle',
  'site',
  'flight',
  'incident',
  'concept',
];

export function PanelView({ state, lang, today, actions, record }: PanelProps) {
  const ui = makeUi(lang, today);
  const { say } = ui;
  const { here, go, back, root } = usePlaces();
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [dates, setDates] = useState<ReadonlyMap<string, TimelineItem>>(new Map());
  const open = (id: string) => {
    actions.openRecord?.(id);
    go({ kind: 'record', id });
  };
  useEffect(() => {
    if (record !== undefined) open(record);
  }, [record]);
  const byYear = filters.from !== null || filters.to !== null;
  useEffect(() => {
    if (byYear && !dates.size) {
      actions.timeline().then(
        (items) => setDates(new Map(items.map((i) => [i.id, i]))),
        () => undefined,
      );
    }
  }, [byYear]);

  return (
    <UiContext.Provider value={ui}>
      <div class="sb-panel" ref={root} lang={lang}>
        <View hidden={here.kind !== 'home'}>
          <Search search={actions.search} open={open} keep={(hit) => passes(hit, filters, dates)}>
            <FilterBar kinds={FILTER_KINDS} filters={filters} change={setFilters} />
          </Search>
          {state.kind === 'loading' ? <p class="sb-quiet">{say('popup.loading')}</p> : null}
          {state.kind === 'shown' ? (
            <Shown summary={state.summary} open={open} goTo={actions.goTo} saveIcs={actions.saveIcs} />
          ) : null}
          {state.kind !== 'loading' && state.kind !== 'shown' ? (
            <Plain state={state} actions={actions} />
          ) : null}
          <Footer state={state} actions={actions} timeline={() => go({ kind: 'timeline' })} />
        </View>
        {here.kind === 'record' ? (
          <View key={here.id} back={back}>
            <RecordView id={here.id} load={actions.loadCard} open={open} copy={actions.copy} />
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

export const renderPanel = (root: HTMLElement, props: PanelProps): Unmount =>
  mount(root, props, <PanelView {...props} />);
