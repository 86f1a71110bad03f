import type { Row } from '../row.ts';
import { CELL, FONT_SIZE, MARGIN } from './cell.ts';
import { BACKGROUND, PLAIN } from './palette.ts';
import { screenText } from './screenText.ts';
import { xmlText } from './xmlText.ts';

/** What stands around the lines of a picture. */
export interface Frame {
  /** columns and lines that there is room for */
  readonly columns: number;
  readonly lines: number;
  /** what is to be seen, in a few words */
  readonly title: string;
  /** the screen that is read out to those who do not see it */
  readonly described: readonly Row[];
  /** style sheet, if any */
  readonly css?: string;
}

/** An SVG document around the markup of lines: dark, in whatever monospaced font there is. */
export function frameMarkup({ columns, lines, title, described, css }: Frame, markup: string): string {
  const [width, height] = [columns * CELL.width + 2 * MARGIN, lines * CELL.height + 2 * MARGIN];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` role="img" font-family="${FONTS}" font-size="${FONT_SIZE}" fill="${PLAIN}">\n`,
    `<title>${xmlText(title)}</title>\n<desc>${xmlText(screenText(described))}</desc>\n`,
    css === undefined ? '' : `<style>${css}</style>\n`,
    `<rect width="${width}" height="${height}" rx="8" fill="${BACKGROUND}"/>\n${markup}</svg>\n`,
  ].join('');
}

const FONTS = 'ui-monospace,SFMono-Regular,Menlo,Consolas,DejaVu Sans Mono,monospace';
