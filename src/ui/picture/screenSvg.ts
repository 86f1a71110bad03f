import type { Row } from '../row.ts';
import { frameMarkup } from './frameMarkup.ts';
import { rowMarkup } from './rowMarkup.ts';

/** What a picture needs to know besides its rows. */
export interface PictureOptions {
  /** columns of the screen */
  readonly columns: number;
  /** what is to be seen, in a few words */
  readonly title: string;
}

/** A screen as an SVG document that looks like the terminal. The same rows give the same bytes. */
export function screenSvg(rows: readonly Row[], { columns, title }: PictureOptions): string {
  const lines = rows.map(rowMarkup).filter((markup) => markup !== '');
  const frame = { columns, lines: rows.length, title, described: rows };
  return frameMarkup(frame, lines.map((markup) => `${markup}\n`).join(''));
}
