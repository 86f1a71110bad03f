import { type Row, span } from './row.ts';

/** Characters of texts that are not ASCII, each with one that is. */
const ASCII: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '×': 'x',
  '·': '.',
  '…': '~',
  '’': "'",
  '◆': '!',
  '▲': '^',
  '■': '*',
  '≥': '>',
  '↑': '^',
  '↓': 'v',
  '←': '<',
  '→': '>',
  '↕': '|',
  '↔': '-',
  '┼': '+',
  ε: 'e',
  γ: 'g',
  α: 'a',
};

/** A row with ASCII characters only, as wide as before. */
export function asciiRow(line: Row): Row {
  return line.map(({ text, style }) =>
    span(
      [...text].map((character) => (character > '~' ? (ASCII[character] ?? '?') : character)).join(''),
      style,
    ),
  );
}
