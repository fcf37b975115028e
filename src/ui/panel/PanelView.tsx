/** The side panel: the popup's content beside the article, and search over all notes with kind and year. */
import { useEffect, useState } from 'preact/hooks';
import type { Kind } from '../../facts/schema.ts';
import type { TimelineItem } from '../../match/search.ts';
import { mount, type Unmount } from '../mount.ts';
import { Footer } from '../popup/Footer.tsx';
import { Search } from '../popup/Search.tsx';
import { PageView, Surface } from '../popup/Surface.tsx';
import type { PopupProps } from '../popup/types.ts';
import { FilterBar } from './FilterBar.tsx';
import { NO_FILTERS, passes, type Filters } from './filters.ts';

export interface PanelProps extends PopupProps {
  /** a record to open at once, for the card’s “open in side panel”; a new object opens it again */
  record?: { id: string } | undefined;
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

export function PanelView(props: PanelProps) {
  const { state, actions } = props;
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [dates, setDates] = useState<ReadonlyMap<string, TimelineItem>>(new Map());
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
    <Surface {...props}>
      {({ open, timeline }) => (
        <>
          <Search search={actions.search} open={open} keep={(hit) => passes(hit, filters, dates)}>
            <FilterBar kinds={FILTER_KINDS} filters={filters} change={setFilters} />
          </Search>
          <PageView state={state} actions={actions} open={open} />
          <Footer state={state} actions={actions} timeline={timeline} />
        </>
      )}
    </Surface>
  );
}

export const renderPanel = (root: HTMLElement, props: PanelProps): Unmount =>
  mount(root, props, <PanelView {...props} />);
