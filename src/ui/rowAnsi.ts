import type { Row, Style } from './row.ts';

/** Codes that begin and end a style: the classic colors only, which every terminal has its own shades of. */
const CODES: Readonly<Record<Style, readonly [begin: number, end: number] | undefined>> = {
  plain: undefined,
  strong: [1, 22],
  faint: [2, 22],
  accent: [36, 39],
  gain: [32, 39],
  loss: [31, 39],
  today: [7, 27],
};

/** One line as it is written to a terminal, without plain blanks at its end. What would move the cursor is a blank. */
export function rowAnsi(line: Row, styled: boolean): string {
  const written = line.map(({ text, style }) => {
    const codes = styled ? CODES[style] : undefined;
    const safe = text.replace(/\p{Cc}/gu, ' ');
    return codes ? `\x1b[${codes[0]}m${safe}\x1b[${codes[1]}m` : safe;
  });
  return written.join('').trimEnd();
}
