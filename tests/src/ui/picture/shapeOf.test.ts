import { describe, expect, it } from 'vitest';
import { glyphsOf } from '../../../../src/ui/glyphs.ts';
import { CELL } from '../../../../src/ui/picture/cell.ts';
import { shapeOf } from '../../../../src/ui/picture/shapeOf.ts';

const { width, height } = CELL;
const area = (character: string) =>
  shapeOf(character)!.boxes.reduce((sum, box) => sum + box[2] * box[3], 0) / (width * height);

describe('shapeOf()', () => {
  it('fills as many eighths of a cell as the character says', () => {
    expect([...'▏▎▍▌▋▊▉█'].map(area)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((eighths) => eighths / 8));
    expect([...'▁▂▃▄▅▆▇█'].map(area)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((eighths) => eighths / 8));
    expect([...'░▒▓█'].map((character) => shapeOf(character)?.opacity)).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('stacks sparkline levels from below and bars from the left', () => {
    expect(shapeOf('▃')?.boxes).toEqual([[0, 10, 8, 6]]);
    expect(shapeOf('▍')?.boxes).toEqual([[0, 0, 3, 16]]);
  });

  it('has the dots of a braille character at their places', () => {
    expect(shapeOf('⠀')?.dots).toEqual([]);
    expect(shapeOf('⠇')?.dots).toEqual([2, 6, 10].map((y) => [2, y]));
    expect(shapeOf('⢸')?.dots).toEqual([2, 6, 10, 14].map((y) => [6, y]));
    expect(shapeOf('⣿')?.dots).toHaveLength(8);
  });

  it('meets its neighbours in lines', () => {
    for (const character of '─━┼')
      expect(shapeOf(character)?.boxes[0].slice(0, 3)).toEqual([0, expect.any(Number), width]);
    for (const character of '│┤├') expect(shapeOf(character)?.boxes[0]).toEqual([4, 0, 1, height]);
  });

  it('leaves letters to the font, and draws the bars, levels and lines of the screens', () => {
    for (const character of 'aZ9%→◄●') expect(shapeOf(character)).toBeUndefined();
    const { bar, levels, rule, past, tenth, tick, corner, interval, zero } = glyphsOf('unicode');
    for (const character of [...bar, ...levels, rule, past, tenth, tick, corner, interval, zero])
      expect(shapeOf(character)).toBeDefined();
  });
});
