import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The width of an element in whole CSS px, followed as it changes; `first` until it is measured. */
export function useWidth<T extends HTMLElement>(first: number): [{ current: T | null }, number] {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setWidth((was) => Math.floor(element.clientWidth) || was);
    if (typeof ResizeObserver === 'undefined') return measure();
    // It calls back before the first paint too, once all is laid out: to measure now would lay everything out by itself.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
