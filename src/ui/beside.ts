import type { Glyphs } from './glyphs.ts';
import { clipRow, type Row, row, rowWidth } from './row.ts';

/** A panel and the columns that it may take. */
export interface Column {
  readonly rows: readonly Row[];
  readonly width: number;
}

/** Panels side by side, each padded to its width, with blank columns between them. */
export function beside(columns: readonly Column[], gap: number, glyphs: Glyphs): Row[] {
  const height = Math.max(0, ...columns.map(({ rows }) => rows.length));
  const piece = ({ rows, width }: Column, line: number): Row => {
    const cut = clipRow(rows[line] ?? [], width, glyphs);
    return row(...cut, ' '.repeat(Math.max(width - rowWidth(cut), 0)));
  };
  return Array.from({ length: height }, (_, line) =>
    row(...columns.flatMap((column, k) => [k > 0 ? ' '.repeat(gap) : '', ...piece(column, line)])),
  );
}
