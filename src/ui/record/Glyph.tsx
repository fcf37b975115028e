/** A small drawn sign for each kind of record, beside its word and never instead of it. */
import type { Kind } from '../../facts/schema.ts';

/** Strokes on a 12 × 12 grid. */
const STROKES: Record<Kind, string> = {
  person: 'M6 6a2.25 2.25 0 1 0 0-4.5A2.25 2.25 0 0 0 6 6ZM2 10.5c0-2 1.5-3 4-3s4 1 4 3',
  organisation: 'M2 10.5v-8h5v8M7 5h3v5.5M1 10.5h10M4 5h1M4 7.5h1',
  office: 'M6 1.5 7.4 4.4l3.1.4-2.2 2.2.5 3.1L6 8.6l-2.8 1.5.5-3.1L1.5 4.8l3.1-.4Z',
  module: 'M3 3.5h6v5H3ZM1 5v2M11 5v2M1 6h2M9 6h2',
  vehicle: 'M6 1c1.7 1.5 2 3.5 2 6H4c0-2.5.3-4.5 2-6ZM4 6 2.5 9H4M8 6l1.5 3H8M6 9v2',
  site: 'M6 11C3.5 8 2.5 6.5 2.5 4.8a3.5 3.5 0 0 1 7 0C9.5 6.5 8.5 8 6 11ZM6 5.5v-.6',
  agreement: 'M3 1.5h6v9H3ZM4.5 4h3M4.5 6h3M4.5 8.5c1-1 2 .5 3-.5',
  law: 'M6 1.5v9M3.5 10.5h5M2 3.5h8M2 3.5.9 6.5h2.2ZM10 3.5 8.9 6.5h2.2Z',
  programme: 'M1.5 3h9M1.5 6h6M1.5 9h8',
  plan: 'M2 2.5h8v8H2ZM2 5h8M4.5 1.5v2M7.5 1.5v2',
  incident: 'M6 1.5 11 10.5H1ZM6 5v2.5M6 8.9v.1',
  flight: 'M1.5 9.5C4 9.5 8.5 8 10.5 2M7.5 3l3-1 .5 3',
  concept: 'M6 1.5a3 3 0 0 1 1.7 5.5V8.5H4.3V7A3 3 0 0 1 6 1.5ZM4.8 10.5h2.4',
  claim: 'M2 2.5h8v5.5H6L3.5 10.5V8H2ZM4.5 5.2h3',
  event: 'M6 3.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM.5 6h3M8.5 6h3',
  topic: 'M2 2h3.2c.8 0 .8 1 .8 1s0-1 .8-1H10v7.5H6.8c-.8 0-.8 1-.8 1s0-1-.8-1H2ZM6 3v7',
};

export function Glyph({ kind }: { kind: Kind }) {
  return (
    <svg class="sb-glyph" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
      <path
        d={STROKES[kind]}
        fill="none"
        stroke="currentColor"
        stroke-width="1"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
    </svg>
  );
}
