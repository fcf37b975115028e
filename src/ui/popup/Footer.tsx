import { useUi } from '../context.ts';
import type { PopupActions, PopupState } from './types.ts';

interface Props {
  state: PopupState;
  actions: PopupActions;
  timeline(): void;
}

/** The same few ways out of every state. */
export function Footer({ state, actions, timeline }: Props) {
  const { say } = useUi();
  return (
    <footer class="sb-footer">
      {state.kind === 'shown' || (state.kind === 'quiet' && state.listed) ? (
        <button type="button" class="sb-act" onClick={actions.offHere}>
          {say('popup.offHere')}
        </button>
      ) : null}
      {(state.kind === 'shown' || state.kind === 'quiet') &&
      state.listed === false &&
      state.host !== null &&
      actions.alwaysHere ? (
        <button type="button" class="sb-act" onClick={actions.alwaysHere}>
          {say('popup.alwaysHere')}
        </button>
      ) : null}
      <button type="button" class="sb-act" onClick={timeline}>
        {say('popup.wholeTimeline')}
      </button>
      {actions.openPanel ? (
        <button type="button" class="sb-act" onClick={actions.openPanel}>
          {say('popup.panel')}
        </button>
      ) : null}
      <button type="button" class="sb-act" onClick={actions.openOptions}>
        {say('popup.settings')}
      </button>
    </footer>
  );
}
