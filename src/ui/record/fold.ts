import { useState } from 'preact/hooks';

/** Something that opens in place: whether it is open, and a function that turns it round. */
export function useFold(first = false): [boolean, () => void] {
  const [open, setOpen] = useState(first);
  return [open, () => setOpen((was) => !was)];
}
