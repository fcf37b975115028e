import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A titled part of the popup. */
export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="sb-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
