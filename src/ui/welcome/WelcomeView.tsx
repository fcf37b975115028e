/** A short welcome: the thing at work on a sample paragraph; nothing is asked for. */
import { makeUi, UiContext } from '../context.ts';
import { mount, type Unmount } from '../mount.ts';
import type { Theme } from '../settings-type.ts';
import type { UiLang } from '../strings/index.ts';
import { piecesOf } from './sample.ts';

export interface WelcomeProps {
  lang: UiLang;
  today: string;
  theme: Theme;
  actions: {
    /** a term of the sample was rested on (`hover`), pressed or entered; the wiring opens the real card there */
    term(id: string, element: HTMLElement, how: 'hover' | 'click' | 'key'): void;
    away(): void;
    openOptions(): void;
  };
}

export function WelcomeView({ lang, today, actions }: WelcomeProps) {
  const ui = makeUi(lang, today);
  const { say } = ui;
  return (
    <UiContext.Provider value={ui}>
      <main class="sb-view sb-wide" lang={lang}>
        <header class="sb-about">
          <p class="sb-small">{say('app.name')}</p>
          <h1>{say('welcome.title')}</h1>
        </header>
        <p>{say('welcome.lead')}</p>
        <section class="sb-section">
          <h2>{say('welcome.try')}</h2>
          <p class="sb-sample">
            {piecesOf(say('welcome.sample')).map((piece) => (
              <SamplePiece key={piece.text} {...piece} actions={actions} />
            ))}
          </p>
        </section>
        <section class="sb-section">
          <h2>{say('welcome.private')}</h2>
          <p>{say('welcome.privateText')}</p>
        </section>
        <p>{say('welcome.asks')}</p>
        <p>
          <button type="button" class="sb-button" onClick={actions.openOptions}>
            {say('welcome.settings')}
          </button>
        </p>
      </main>
    </UiContext.Provider>
  );
}

function SamplePiece({
  text,
  id,
  actions,
}: {
  text: string;
  id: string | null;
  actions: WelcomeProps['actions'];
}) {
  if (id === null) return <>{text}</>;
  return (
    // No button element: browsers lay one out as a block, which breaks the line where a term of two words wraps.
    <span
      class="sb-mark"
      role="button"
      tabIndex={0}
      aria-haspopup="dialog"
      onPointerMove={(e) => actions.term(id, e.currentTarget, 'hover')}
      onPointerLeave={() => actions.away()}
      onKeyDown={(e) => {
        if (e.key !== 'Enter' && e.key !== ' ') return;
        e.preventDefault();
        actions.term(id, e.currentTarget, 'key');
      }}
      // A click without a pointer (detail 0) is a screen reader's.
      onClick={(e) => actions.term(id, e.currentTarget, e.detail === 0 ? 'key' : 'click')}
    >
      {text}
    </span>
  );
}

export const renderWelcome = (root: HTMLElement, props: WelcomeProps): Unmount =>
  mount(root, props, <WelcomeView {...props} />);
