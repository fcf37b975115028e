/** Lines of text for a terminal. Pure. */

/** Columns a line may have; addresses are never broken and may stand out. */
const WIDTH = 100;

const lengthOf = (text: string): number => [...text].length;

/** Puts pieces side by side with `between`, breaking only between pieces; each line begins with `indent`. */
export function flow(pieces: readonly string[], indent = '  ', between = ' · '): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const longer = line ? line + between + piece : indent + piece;
    if (line && lengthOf((longer + between).trimEnd()) > WIDTH) {
      lines.push((line + between).trimEnd());
      line = indent + piece;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

/** A paragraph broken at spaces. */
export const paragraph = (text: string, indent = ''): string[] =>
  flow(text.split(/\s+/).filter(Boolean), indent, ' ');

/** Rows with the first column padded to one width. */
export function columns(rows: readonly (readonly [string, string])[], indent = '  '): string[] {
  const width = Math.max(0, ...rows.map(([left]) => lengthOf(left)));
  return rows.map(([left, right]) =>
    `${indent}${left}${' '.repeat(width - lengthOf(left))}  ${right}`.trimEnd(),
  );
}

/** A heading with its lines under it; nothing when there are none. */
export const part = (heading: string, lines: readonly string[]): string[] =>
  lines.length ? ['', heading, ...lines] : [];
