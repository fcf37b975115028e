import type { Ui } from '../context.ts';
import { useUi } from '../context.ts';
import { DOT, LANE, type Frame } from './frame.ts';
import type { Spot, TimelineEntry } from './scale.ts';

/** “31 July 2025: what happened”, and “planned” in words for what is hollow to the eye. */
export const nameOf = (item: TimelineEntry, ui: Ui): string =>
  `${ui.when(item)}: ${item.what}${item.scheduled ? ` (${ui.say('date.scheduled')})` : ''}`;

interface Props {
  spot: Spot<TimelineEntry>;
  frame: Frame;
  /** the one dot Tab stops at */
  stop: boolean;
  open(id: string): void;
  look(id: string): void;
}

export function Dot({ spot, frame, stop, open, look }: Props) {
  const ui = useUi();
  const { item, x, x2, lane } = spot;
  const y = frame.axis - LANE / 2 - lane * LANE;
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open(item.id);
  };
  return (
    <g
      class={item.scheduled ? 'sb-dot sb-planned' : 'sb-dot'}
      data-id={item.id}
      role="button"
      // Lower case: on SVG elements Preact sets the attribute as it is written.
      tabindex={stop ? 0 : -1}
      aria-label={nameOf(item, ui)}
      onClick={() => open(item.id)}
      onKeyDown={press}
      onFocus={() => look(item.id)}
      onPointerEnter={() => look(item.id)}
    >
      {/* The lane's whole height can be hit, not just the dot. */}
      <rect x={x - LANE / 2} y={y - LANE / 2} width={(x2 ?? x) - x + LANE} height={LANE} fill="transparent" />
      {x2 === null ? null : <line x1={x} y1={y} x2={x2} y2={y} />}
      <circle cx={x} cy={y} r={DOT - 0.5} />
      {x2 === null ? null : <circle cx={x2} cy={y} r={2} />}
    </g>
  );
}
