/** The strip: past dates filled, planned ones hollow, “this article” and “today” marked. One stop for Tab, arrows inside. */
import { useRef, useState } from 'preact/hooks';
import { useUi } from '../context.ts';
import { Dot, nameOf } from './Dot.tsx';
import { Markers } from './Markers.tsx';
import { AXIS_BELOW, LANE, TOP, type Frame } from './frame.ts';
import { layOut, type Range, type TimelineEntry } from './scale.ts';

export interface TimelineProps {
  items: readonly TimelineEntry[];
  range: Range;
  /** date of the article, null when unknown */
  published: string | null;
  /** CSS px */
  width: number;
  open(id: string): void;
}

export function Timeline({ items, range, published, width, open }: TimelineProps) {
  const ui = useUi();
  const [current, setCurrent] = useState<string | null>(null);
  const dots = useRef<SVGSVGElement>(null);
  const layout = layOut(items, range, width);
  const { spots } = layout;
  if (!spots.length) return <p class="sb-quiet">{ui.say('timeline.empty')}</p>;
  const frame: Frame = { width, axis: TOP + layout.lanes * LANE };
  const at = Math.max(
    0,
    spots.findIndex((s) => s.item.id === current),
  );
  const shown = current === null ? undefined : spots[at];

  const move = (event: KeyboardEvent) => {
    const to = nextIndex(event.key, at, spots.length);
    const spot = to === null ? undefined : spots[to];
    if (!spot) return;
    event.preventDefault();
    setCurrent(spot.item.id);
    dots.current?.querySelector<SVGGElement>(`[data-id="${spot.item.id}"]`)?.focus();
  };

  return (
    <figure class="sb-timeline">
      <svg
        ref={dots}
        width={width}
        height={frame.axis + AXIS_BELOW}
        viewBox={`0 0 ${width} ${frame.axis + AXIS_BELOW}`}
        role="group"
        aria-label={ui.say('timeline.label', { from: range.from.slice(0, 4), to: range.to.slice(0, 4) })}
        aria-description={ui.say('timeline.keys')}
        onKeyDown={move}
      >
        <Markers layout={layout} frame={frame} published={published} />
        {spots.map((spot, i) => (
          <Dot key={spot.item.id} spot={spot} frame={frame} stop={i === at} open={open} look={setCurrent} />
        ))}
      </svg>
      {/* Room for two lines is kept, so that looking at a dot moves nothing. */}
      <figcaption class="sb-look">
        {shown
          ? nameOf(shown.item, ui)
          : layout.hidden
            ? ui.say('timeline.hidden', { n: layout.hidden })
            : ''}
      </figcaption>
    </figure>
  );
}

/** Where an arrow leads; null for keys that are not ours. */
export function nextIndex(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
