import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The width of an element in whole CSS px, followed as it changes; `first` until it is measured. */
export function useWidth<T extends HTMLElement>(first: number): [{ current: T | null }, number] {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setWidth((was) => Math.floor(element.clientWidth) || was);
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
