import type { Room } from '../room.ts';
import { heading, type Row, row } from '../row.ts';

/** A command with nothing before or behind its lines, so that it can be selected as one piece. */
export function commandRows(command: string, { width, glyphs }: Room): Row[] {
  const characters = [...command];
  const lines = Array.from({ length: Math.ceil(characters.length / width) }, (_, k) =>
    row(characters.slice(k * width, (k + 1) * width).join('')),
  );
  return [
    heading('command, copied where the terminal allows it; y or esc hides it', '', width, glyphs),
    ...lines,
  ];
}
