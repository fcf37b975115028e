import { useUi } from '../context.ts';
import { AXIS_BELOW, type Frame } from './frame.ts';
import type { Layout, TimelineEntry } from './scale.ts';

interface Props {
  layout: Layout<TimelineEntry>;
  frame: Frame;
  published: string | null;
}

/** A year may stand out over the margin by so much that its neighbour keeps clear of it (px). */
const YEAR = 16;

/** Axis, years, and the two days a reader wants to find: the article's and today. Hidden from screen readers: the dots say it all. */
export function Markers({ layout, frame, published }: Props) {
  const { say, date, today } = useUi();
  const article = published === null ? null : layout.xOf(published);
  const now = layout.xOf(today);
  return (
    <g aria-hidden="true">
      <line class="sb-axis" x1={0} x2={frame.width} y1={frame.axis + 0.5} y2={frame.axis + 0.5} />
      {layout.ticks.map((t) => (
        <g key={t.date}>
          <line class="sb-axis" x1={t.x} x2={t.x} y1={frame.axis} y2={frame.axis + 4} />
          <text
            x={t.x}
            y={frame.axis + AXIS_BELOW - 6}
            text-anchor={anchorAt(t.x, frame.width, t.date.length > 4 ? 24 : YEAR)}
          >
            {date(t.date, 'short')}
          </text>
        </g>
      ))}
      {now === null ? null : (
        <Marker x={now} y={24} word={say('timeline.today')} frame={frame} kind="sb-now" beside={article} />
      )}
      {article === null ? null : (
        <Marker
          x={article}
          y={10}
          word={say('timeline.article')}
          frame={frame}
          kind="sb-here"
          beside={null}
        />
      )}
    </g>
  );
}

interface MarkerProps {
  x: number;
  y: number;
  word: string;
  frame: Frame;
  kind: string;
  /** another marker's line this word must not lie on, null for none */
  beside: number | null;
}

/** Width of a letter of the small size, generously (px): words differ in length by language. */
const LETTER = 7;

function Marker({ x, y, word, frame, kind, beside }: MarkerProps) {
  const room = word.length * LETTER;
  const close = beside !== null && x > beside && x - beside < room / 2 && x + room < frame.width;
  const anchor = close ? 'start' : anchorAt(x, frame.width, room);
  return (
    <g class={kind}>
      <line x1={x} x2={x} y1={y + 4} y2={frame.axis} />
      {kind === 'sb-here' ? <path d={`M${x} ${frame.axis - 4}l4 4-4 4-4-4Z`} /> : null}
      <text x={x} y={y} text-anchor={anchor}>
        {word}
      </text>
    </g>
  );
}

/** Words near an edge grow inwards, so none is cut off. */
const anchorAt = (x: number, width: number, room: number): 'start' | 'middle' | 'end' => {
  if (x < room / 2) return 'start';
  return x > width - room / 2 ? 'end' : 'middle';
};
