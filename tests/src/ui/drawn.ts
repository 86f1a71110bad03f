import type { Row } from '../../../src/ui/row.ts';
import { rowAnsi } from '../../../src/ui/rowAnsi.ts';

/** A screen as text, for files to be compared with. */
export function drawn(rows: readonly Row[]): string {
  return `${rows.map((line) => rowAnsi(line, false)).join('\n')}\n`;
}
