import { describe, expect, it } from 'vitest';
import { row, span } from '../../../src/ui/row.ts';
import { rowAnsi } from '../../../src/ui/rowAnsi.ts';
import { wantsStyles } from '../../../src/ui/wantsStyles.ts';

describe('rowAnsi()', () => {
  const line = row(span('N', 'strong'), ' new ', span('churned', 'loss'), span(' ', 'today'), '   ');

  it('begins and ends each style, and leaves out plain blanks at the end', () => {
    expect(rowAnsi(line, true)).toBe('\x1b[1mN\x1b[22m new \x1b[31mchurned\x1b[39m\x1b[7m \x1b[27m');
  });

  it('says the same without styles', () => {
    expect(rowAnsi(line, false)).toBe('N new churned');
  });

  it('lets nothing through that would move the cursor or change colors', () => {
    expect(rowAnsi(row('a\x1b[31mb\r\nc\td\x9be'), true)).toBe('a [31mb  c d e');
  });
});

describe('wantsStyles()', () => {
  it.each([
    [{}, true],
    [{ TERM: 'xterm', CI: 'true' }, true],
    [{ NO_COLOR: '' }, true],
    [{ NO_COLOR: '1', FORCE_COLOR: '3' }, false],
    [{ FORCE_COLOR: '0' }, false],
    [{ TERM: 'dumb' }, false],
  ])('of %o is %s', (env, wanted) => {
    expect(wantsStyles(env)).toBe(wanted);
  });
});
