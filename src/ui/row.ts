import type { Glyphs } from './glyphs.ts';
import { fitting, widthOf } from './textWidth.ts';

export { widthOf };

/** How a piece of text is set off. The words say the same without it. */
export type Style = 'plain' | 'strong' | 'faint' | 'accent' | 'gain' | 'loss' | 'today';

/** A piece of a row in one style. */
export interface Span {
  readonly text: string;
  readonly style: Style;
}

/** One line of the screen. */
export type Row = readonly Span[];

/** A piece of text in a style. */
export function span(text: string, style: Style = 'plain'): Span {
  return { text, style };
}

/** Puts strings and spans side by side, neighbours of one style joined and empty ones left out. */
export function row(...parts: readonly (string | Span)[]): Row {
  const joined: Span[] = [];
  for (const part of parts) {
    const { text, style } = typeof part === 'string' ? span(part) : part;
    const last = joined[joined.length - 1];
    if (text === '') continue;
    if (last?.style === style) joined[joined.length - 1] = span(last.text + text, style);
    else joined.push({ text, style });
  }
  return joined;
}

/** The text of a row, without trailing blanks. */
export function textOf(line: Row): string {
  return line
    .map(({ text }) => text)
    .join('')
    .trimEnd();
}

/** Columns that a row takes. */
export function rowWidth(line: Row): number {
  return line.reduce((sum, { text }) => sum + widthOf(text), 0);
}

/** Cuts a text that is too long, with an ellipsis in the last column. */
export function clip(text: string, width: number, { ellipsis }: Glyphs): string {
  if (widthOf(text) <= width) return text;
  return width < 1 ? '' : fitting(text, width - 1) + ellipsis;
}

/** Cuts a row that is too long. */
export function clipRow(line: Row, width: number, glyphs: Glyphs): Row {
  if (rowWidth(line) <= width) return line;
  const kept: Span[] = [];
  let room = Math.max(width, 0);
  for (const { text, style } of line) {
    const rest = widthOf(text) > room ? clip(text, room, glyphs) : text;
    kept.push(span(rest, style));
    room -= widthOf(rest);
    if (rest !== text) break;
  }
  return row(...kept);
}

/** A row with one part at the left edge and one at the right; the left one is cut where they meet. */
export function spread(left: Row, right: Row, width: number, glyphs: Glyphs): Row {
  const room = width - rowWidth(right) - 1;
  if (room < 1) return clipRow(right.length > 0 ? right : left, width, glyphs);
  const cut = clipRow(left, room, glyphs);
  return row(...cut, ' '.repeat(room - rowWidth(cut) + 1), ...right);
}

/** A heading drawn as a horizontal line with words in it, and more words near its right end if there is room. */
export function heading(title: string, more: string, width: number, glyphs: Glyphs): Row {
  const line = (length: number) => span(glyphs.rule.repeat(Math.max(length, 0)), 'faint');
  const words = clip(` ${title} `, width - 2, glyphs);
  const room = width - 2 - widthOf(words);
  const end = more === '' || widthOf(more) + 6 > room ? '' : ` ${more} `;
  if (end === '') return row(line(2), span(words, 'strong'), line(room));
  return row(line(2), span(words, 'strong'), line(room - widthOf(end) - 2), end, line(2));
}
