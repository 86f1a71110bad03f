import { type Row, span } from './row.ts';
import { characters, widthOf } from './textWidth.ts';

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
  return line.map(({ text, style }) => span(characters(text).map(inAscii).join(''), style));
}

function inAscii(character: string): string {
  if (character.length === 1 && character <= '~') return character;
  return ASCII[character] ?? '?'.repeat(widthOf(character));
}
