import { expect, it } from 'vitest';
import { glyphsOf } from '../../../../src/ui/glyphs.ts';
import { textOf } from '../../../../src/ui/row.ts';
import { commandRows } from '../../../../src/ui/screen/commandRows.ts';

it('a command is shown without control characters, whatever folder it names', () => {
  const rows = commandRows('tenure replay a\x1b]0;b\x07c', { width: 60, glyphs: glyphsOf('unicode') });
  expect(rows.map(textOf)).toEqual([' tenure replay a ]0;b c', '']);
});
