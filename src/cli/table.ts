/**
 * Rows of text as aligned columns: words to the left, numbers to the right.
 *
 * @param header one title per column
 * @param rows as many cells per row
 * @param words columns that hold words; the first one if not given
 */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  words: readonly number[] = [0],
): string[] {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column].length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        words.includes(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
      )
      .join('  ')
      .trimEnd();
  return [line(header), ...rows.map(line)];
}
