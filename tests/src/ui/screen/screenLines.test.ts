import { describe, expect, it } from 'vitest';
import { row, textOf } from '../../../../src/ui/row.ts';
import { screenLines } from '../../../../src/ui/screen/screenLines.ts';

describe('screenLines()', () => {
  it('hands on one row fewer than the terminal has, none wider than it', () => {
    const rows = Array.from({ length: 9 }, () => row('0123456789'));
    const lines = screenLines(rows, { columns: 4, rows: 3 }, 'unicode');
    expect(lines.map(textOf)).toEqual(['012…', '012…']);
  });

  it('leaves ASCII only where asked, also of what others wrote', () => {
    const lines = screenLines([row('größer → −3'), row('0123456789')], { columns: 11, rows: 4 }, 'ascii');
    expect(lines.map(textOf)).toEqual(['gr??er > -3', '0123456789']);
  });
});
