import fc from 'fast-check';
import { type Row, row, type Style, span } from '../../../../src/ui/row.ts';

const STYLES: readonly Style[] = ['plain', 'strong', 'faint', 'accent', 'gain', 'loss', 'today'];
const character = fc.oneof(
  fc.constantFrom(...' abcé<>&"\'−…─━┤└┆░▒▓█▌▁▇⠁⣿◄●\u0007\ud800'),
  fc.constant(' '),
  fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
);

/** Rows of whatever a screen may hold, and of what it should not. */
export const anyRow: fc.Arbitrary<Row> = fc
  .array(
    fc.record({ text: fc.string({ unit: character, maxLength: 12 }), style: fc.constantFrom(...STYLES) }),
    {
      maxLength: 6,
    },
  )
  .map((spans) => row(...spans.map(({ text, style }) => span(text, style))));
