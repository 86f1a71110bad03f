import type { Block } from '../../learn/block.ts';
import { figure } from '../formatNumber.ts';
import type { Room } from '../room.ts';
import { heading, type Row, row, span, widthOf } from '../row.ts';

const HEIGHT = 8;
/** Longest horizontal axis. */
const LENGTH = 70;

/** Lines in a chart, each drawn with its letter; where two meet, the later one is seen. */
export function chartRows(
  { title, until, series, high, low }: Extract<Block, { kind: 'chart' }>,
  { width, glyphs }: Room,
): Row[] {
  const [top, bottom] = [figure(high, 3), figure(low, 3)];
  const margin = Math.max(widthOf(top), widthOf(bottom)) + 1;
  const length = Math.max(Math.min(width - margin - 3, LENGTH), 1);
  const cells = Array.from({ length: HEIGHT }, () => new Array<string>(length).fill(' '));
  for (const { letter, values } of series) {
    for (let column = 0; column < length; column++) {
      const value = values[Math.round((column / Math.max(length - 1, 1)) * (values.length - 1))];
      const level = Math.round(((value - low) / (high - low || 1)) * (HEIGHT - 1));
      cells[HEIGHT - 1 - Math.min(Math.max(level, 0), HEIGHT - 1)][column] = letter;
    }
  }
  const labelOf = (k: number) => (k === 0 ? top : k === HEIGHT - 1 ? bottom : '');
  const lines = cells.map((line, k) =>
    row(`${labelOf(k).padStart(margin)} |`, span(line.join(''), 'accent')),
  );
  const axis = `${' '.repeat(margin + 1)}${glyphs.rule.repeat(Math.max(length - widthOf(until), 0))} ${until}`;
  const legend = series.map(({ letter, label }) => `${letter} ${label}`).join('   ');
  return [heading(title, '', width, glyphs), ...lines, row(axis), row(` ${legend}`)];
}
