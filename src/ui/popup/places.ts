/** Where the reader is inside the popup, and the way back. The first view stays mounted, so coming back finds it unchanged. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export type Place =
  { kind: 'home' } | { kind: 'record'; id: string } | { kind: 'timeline' } | { kind: 'news' };

export interface Places {
  here: Place;
  go(place: Place): void;
  back(): void;
  /** for the element that holds all views: its new heading takes focus */
  root: { current: HTMLDivElement | null };
}

export function usePlaces(): Places {
  const [trail, setTrail] = useState<{ place: Place; scroll: number }[]>([
    { place: { kind: 'home' }, scroll: 0 },
  ]);
  const root = useRef<HTMLDivElement>(null);
  const moved = useRef<'go' | 'back' | null>(null);
  const last = trail.at(-1) ?? { place: { kind: 'home' as const }, scroll: 0 };
  const scroller = () => root.current?.ownerDocument.scrollingElement ?? null;

  useLayoutEffect(() => {
    if (!moved.current) return;
    scroller()?.scrollTo(0, moved.current === 'back' ? last.scroll : 0);
    // A view that replaces another must say so: focus goes to its heading, else it would fall to the body.
    root.current
      ?.querySelector<HTMLElement>('[data-view]:not([hidden]) [data-heading]')
      ?.focus({ preventScroll: true });
    moved.current = null;
  }, [trail]);

  return {
    here: last.place,
    root,
    go: (place) => {
      moved.current = 'go';
      const scroll = scroller()?.scrollTop ?? 0;
      setTrail((was) => [...was.slice(0, -1), { ...(was.at(-1) ?? last), scroll }, { place, scroll: 0 }]);
    },
    back: () => {
      moved.current = 'back';
      setTrail((was) => (was.length > 1 ? was.slice(0, -1) : was));
    },
  };
}
