import type { ComponentChildren } from 'preact';
import { useUi } from '../context.ts';

interface Props {
  hidden?: boolean;
  /** shows the way back when given */
  back?(): void;
  children: ComponentChildren;
}

/** One of the views that take each other's place. */
export function View({ hidden = false, back, children }: Props) {
  const { say } = useUi();
  return (
    <main class="sb-view" data-view="" hidden={hidden}>
      {back ? (
        <button type="button" class="sb-act sb-back" onClick={back}>
          <span aria-hidden="true">‹ </span>
          {say('app.back')}
        </button>
      ) : null}
      {children}
    </main>
  );
}
