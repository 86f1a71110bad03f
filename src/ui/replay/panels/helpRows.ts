import { keyText } from '../../keyText.ts';
import type { Room } from '../../room.ts';
import { clipRow, heading, type Row, row, span } from '../../row.ts';
import { replayKeys } from '../replayKeys.ts';

const SHOWN = 13;

/** Every key with what it does. */
export function helpRows({ width, glyphs }: Room): Row[] {
  const rows = replayKeys.flatMap((key) =>
    key.about === undefined
      ? []
      : [row(' ', span(keyText(key, glyphs).padEnd(SHOWN), 'strong'), ` ${key.about}`)],
  );
  return [heading('keys', '', width, glyphs), ...rows.map((line) => clipRow(line, width, glyphs))];
}
