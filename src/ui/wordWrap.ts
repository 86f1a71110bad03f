import { type Row, row, rowWidth, type Span, type Style, span, widthOf } from './row.ts';
import { characters, fitting } from './textWidth.ts';

/** The least room for words beside a label; with less, they begin on the line below it. */
const LEAST_ROOM = 24;
/** Indent of words below their label. */
const BELOW = 4;

/**
 * Puts words in lines behind a label; further lines are indented to where the words of the first begin.
 *
 * @param label what stands before the first word
 * @param words each kept in one piece if a line can hold it
 * @param width columns in all
 */
export function wordWrap(label: Row, words: readonly Span[], width: number): Row[] {
  const beside = width - rowWidth(label) >= LEAST_ROOM;
  const indent = beside ? rowWidth(label) : BELOW;
  const lines = fill(words, Math.max(width - indent, 1));
  const margin = span(' '.repeat(indent));
  if (!beside) return [label, ...lines.map((line) => row(margin, ...line))];
  return lines.map((line, k) => row(...(k === 0 ? label : [margin]), ...line));
}

/** The words of a text, to be put in lines. A character that does not break (U+00A0) keeps two of them in one piece. */
export function wordsOf(text: string, style: Style = 'plain'): Span[] {
  return text.split(' ').map((word) => span(word, style));
}

function fill(words: readonly Span[], room: number): Span[][] {
  const lines: Span[][] = [[]];
  let used = 0;
  for (const word of words.flatMap((whole) => pieces(whole, room))) {
    const length = widthOf(word.text);
    const before = lines[lines.length - 1];
    if (used > 0 && used + 1 + length > room) {
      lines.push([word]);
      used = length;
      continue;
    }
    const gap = used > 0 ? [span(' ', before[before.length - 1].style)] : [];
    before.push(...gap, word);
    used += length + gap.length;
  }
  return lines;
}

function pieces({ text, style }: Span, room: number): Span[] {
  const lines: Span[] = [];
  let rest = text;
  while (widthOf(rest) > room) {
    // A wide character is cut off by the screen where there is no room for any.
    const line = fitting(rest, room) || characters(rest)[0];
    lines.push(span(line, style));
    rest = rest.slice(line.length);
  }
  return rest === '' && lines.length > 0 ? lines : [...lines, span(rest, style)];
}
