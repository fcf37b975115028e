import { useUi } from '../context.ts';
import type { PopupActions, PopupState } from './types.ts';

type PlainState = Exclude<PopupState, { kind: 'shown' } | { kind: 'loading' }>;

/** Pages with nothing to show: one calm sentence, and what can be done about it, if anything. */
export function Plain({ state, actions }: { state: PlainState; actions: PopupActions }) {
  const { say } = useUi();
  switch (state.kind) {
    case 'quiet':
      return (
        <Sentence text={say('popup.quiet')} {...(state.listed ? {} : { more: say('popup.quietUnlisted') })} />
      );
    case 'off':
      return (
        <div class="sb-stack">
          <Sentence text={say('popup.off', { host: state.host })} />
          <Buttons first={[say('popup.onHere'), actions.onHere]} />
        </div>
      );
    case 'ask':
      return (
        <div class="sb-stack">
          <Sentence text={say('popup.ask', { host: state.host })} more={say('popup.askNote')} />
          <Buttons
            first={[say('popup.readNow'), actions.readNow]}
            {...(actions.alwaysHere ? { second: [say('popup.alwaysHere'), actions.alwaysHere] } : {})}
          />
        </div>
      );
    case 'restricted':
      return <Sentence text={say('popup.restricted')} />;
    case 'orphaned':
      return <Sentence text={say('popup.orphaned')} />;
  }
}

function Sentence({ text, more }: { text: string; more?: string }) {
  return (
    <header class="sb-about">
      <h1 class="sb-sentence" tabIndex={-1} data-heading="">
        {text}
      </h1>
      {more ? <p class="sb-small">{more}</p> : null}
    </header>
  );
}

type Choice = readonly [word: string, act: () => void];

function Buttons({ first, second }: { first: Choice; second?: Choice }) {
  return (
    <p class="sb-buttons">
      <button type="button" class="sb-button sb-first" onClick={first[1]}>
        {first[0]}
      </button>
      {second ? (
        <button type="button" class="sb-button" onClick={second[1]}>
          {second[0]}
        </button>
      ) : null}
    </p>
  );
}
