import { type Row, row, type Span, span, widthOf } from '../row.ts';

/**
 * Puts words in lines behind a label; further lines are indented to where the words of the first begin.
 *
 * @param label what stands before the first word; its width is the indent
 * @param words each kept in one piece if a line can hold it
 * @param width columns in all
 */
export function wordWrap(label: Row, words: readonly Span[], width: number): Row[] {
  const indent = label.reduce((sum, { text }) => sum + widthOf(text), 0);
  const room = Math.max(width - indent, 1);
  const lines: Span[][] = [[]];
  let used = 0;
  for (const word of words.flatMap((whole) => pieces(whole, room))) {
    const length = widthOf(word.text);
    if (used > 0 && used + 1 + length > room) {
      lines.push([]);
      used = 0;
    }
    lines[lines.length - 1].push(...(used > 0 ? [span(' ')] : []), word);
    used += length + (used > 0 ? 1 : 0);
  }
  return lines.map((line, k) => row(...(k === 0 ? label : [span(' '.repeat(indent))]), ...line));
}

function pieces({ text, style }: Span, room: number): Span[] {
  const characters = [...text];
  if (characters.length <= room) return [{ text, style }];
  const count = Math.ceil(characters.length / room);
  return Array.from({ length: count }, (_, k) =>
    span(characters.slice(k * room, (k + 1) * room).join(''), style),
  );
}
