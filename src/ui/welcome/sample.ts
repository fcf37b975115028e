/** The sample paragraph of the welcome page: `[record-id|words]` in a text marks a term. Pure. */
export interface Piece {
  text: string;
  /** record the words open; null for plain text */
  id: string | null;
}

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(/\[([a-z0-9-]+)\|([^\]]+)\]/g)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), id: null });
    pieces.push({ text: match[2] ?? '', id: match[1] ?? null });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), id: null });
  return pieces;
}
