import { type Row, type Style, widthOf } from '../row.ts';
import { BASELINE, CELL, MARGIN } from './cell.ts';
import { type DrawnPath, drawnPaths } from './drawnPaths.ts';
import { COLORS, INVERTED } from './palette.ts';
import { runsOf, type WrittenRun } from './runsOf.ts';
import { xmlText } from './xmlText.ts';

/**
 * One line of the screen as SVG elements: text where a font is needed, stretched to its columns whatever font there
 * is, and shapes for blocks, braille and lines. Every column is `CELL.width` wide.
 *
 * @param line its number, from 0
 */
export function rowMarkup(row: Row, line: number): string {
  const top = MARGIN + line * CELL.height;
  const { written, drawn } = runsOf(row);
  return [
    invertedMarkup(row, top),
    ...drawnPaths(drawn, MARGIN, top).map(pathMarkup),
    ...written.map((run) => textMarkup(run, top)),
  ].join('');
}

function invertedMarkup(row: Row, top: number): string {
  let column = 0;
  let d = '';
  for (const { text, style } of row) {
    const width = widthOf(text) * CELL.width;
    if (style === 'today') d += `M${MARGIN + column * CELL.width} ${top}h${width}v${CELL.height}h-${width}z`;
    column += widthOf(text);
  }
  return d === '' ? '' : `<path fill="${INVERTED}" d="${d}"/>`;
}

function pathMarkup({ style, kind, opacity, d }: DrawnPath): string {
  const color = style === 'plain' ? '' : ` fill="${COLORS[style]}"`;
  if (kind === 'area') return `<path${color}${opacity < 1 ? ` opacity="${opacity}"` : ''} d="${d}"/>`;
  return `<path stroke="${COLORS[style]}" stroke-width="2.4" stroke-linecap="round" d="${d}"/>`;
}

function textMarkup({ column, text, style }: WrittenRun, top: number): string {
  const x = MARGIN + column * CELL.width;
  return `<text x="${x}" y="${top + BASELINE}"${lengthOf(text)}${looksOf(style)}>${xmlText(text)}</text>`;
}

/** Letters are moved apart or together to fit their columns; a symbol is stretched or narrowed itself. */
function lengthOf(text: string): string {
  const length = widthOf(text);
  if (length > 1) return ` textLength="${length * CELL.width}"`;
  return text > '~' ? ` textLength="${CELL.width}" lengthAdjust="spacingAndGlyphs"` : '';
}

function looksOf(style: Style): string {
  if (style === 'plain') return '';
  return ` fill="${COLORS[style]}"${style === 'strong' ? ' font-weight="bold"' : ''}`;
}
