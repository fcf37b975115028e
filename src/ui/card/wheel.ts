/**
 * Keeps the wheel in the card. `overscroll-behavior` does that for a region that scrolls; one with nothing to scroll would
 * still hand the wheel to the page and take the line away from under the reader.
 */
export function holdWheel(event: WheelEvent, region: HTMLElement | null): void {
  if (event.ctrlKey) return; // zoom
  const room = region ? region.scrollHeight - region.clientHeight : 0;
  const at = region?.scrollTop ?? 0;
  const stuck = room <= 0 || (event.deltaY < 0 && at <= 0) || (event.deltaY > 0 && at >= room - 1);
  if (stuck) event.preventDefault();
}
