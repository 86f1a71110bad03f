import { type Row, textOf } from '../row.ts';

/** A screen as plain text, a line for every row, without trailing blanks. */
export function screenText(rows: readonly Row[]): string {
  return rows.map((line) => `${textOf(line)}\n`).join('');
}
