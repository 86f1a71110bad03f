import type { StripWindow } from './stripWindow.ts';

/**
 * The line above the strips: a pointer at today with the day's number, and the number of every tenth day where it
 * does not touch another.
 *
 * @param pointer one character
 */
export function rulerText({ from, to }: StripWindow, day: number, pointer: string): string {
  const length = to - from + 1;
  const number = String(day);
  const right = day - from + 1 + number.length <= length;
  const start = right ? day - from : Math.max(day - from - number.length, 0);
  let line = placed(' '.repeat(length), right ? pointer + number : (number + pointer).slice(-length), start);
  for (let tenth = Math.ceil(from / 10) * 10; tenth <= to; tenth += 10) {
    const text = String(tenth);
    const at = tenth - from;
    const around = line.slice(Math.max(at - 1, 0), at + text.length + 1);
    if (at + text.length <= length && around.trim() === '') line = placed(line, text, at);
  }
  return line;
}

function placed(line: string, text: string, at: number): string {
  return line.slice(0, at) + text + line.slice(at + text.length);
}
