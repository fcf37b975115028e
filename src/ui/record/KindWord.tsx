import type { Kind } from '../../facts/schema.ts';
import { useUi } from '../context.ts';
import { Glyph } from './Glyph.tsx';

/** “person”, “agreement” … with its sign. */
export function KindWord({ kind }: { kind: Kind }) {
  const { say } = useUi();
  return (
    <span class="sb-kind">
      <Glyph kind={kind} />
      {say(`kind.${kind}`)}
    </span>
  );
}
