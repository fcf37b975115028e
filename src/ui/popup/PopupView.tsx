/** The popup: one page read from top to bottom. */
import { mount, type Unmount } from '../mount.ts';
import { Footer } from './Footer.tsx';
import { NewsLine } from './News.tsx';
import { Search } from './Search.tsx';
import { PageView, Surface } from './Surface.tsx';
import type { PopupProps } from './types.ts';

export type { PopupActions, PopupProps, PopupState } from './types.ts';

export function PopupView(props: PopupProps) {
  const { state, news, actions } = props;
  const loading = state.kind === 'loading';
  return (
    <Surface {...props}>
      {(ways) => (
        <>
          {news && !loading ? <NewsLine news={news} which={ways.news} /> : null}
          <PageView state={state} actions={actions} open={ways.open} />
          {loading ? null : (
            <>
              <Search search={actions.search} open={ways.open} />
              <Footer state={state} actions={actions} timeline={ways.timeline} />
            </>
          )}
        </>
      )}
    </Surface>
  );
}

export const renderPopup = (root: HTMLElement, props: PopupProps): Unmount =>
  mount(root, props, <PopupView {...props} />);
