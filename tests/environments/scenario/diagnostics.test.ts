import { describe, expect, it } from 'vitest';
import { nearest, quoted, ScenarioError, suggestion } from '../../../environments/scenario/diagnostics.ts';

describe('nearest(name, candidates)', () => {
  it.each([
    ['satisfacton', ['satisfaction', 'fatigue'], 'satisfaction'],
    ['Habit', ['habit', 'abit'], 'habit'],
    ['x', ['y', 'z'], undefined],
    ['price', ['visit', 'purchase'], undefined],
    ['anything', [], undefined],
  ])('%s among %j is %s', (name, candidates, best) => {
    expect(nearest(name, candidates)).toBe(best);
  });
});

describe('suggestion(name, candidates)', () => {
  it('is the nearest name, or the choices where few, or nothing', () => {
    expect(suggestion('vist', ['visit', 'fatigue'])).toBe('; did you mean "visit"?');
    expect(suggestion('zebra', ['visit', 'fatigue'])).toBe('; valid here: visit, fatigue');
    expect(
      suggestion(
        'zebra',
        Array.from({ length: 13 }, (_, i) => `name${i}`),
      ),
    ).toBe('');
    expect(suggestion('zebra', [])).toBe('');
  });
});

describe('quoted(value)', () => {
  it.each([
    ['a\nb\u001b[31m\u202ec', '"a b [31m c"'],
    ['x'.repeat(100), `"${'x'.repeat(57)}..."`],
    [Number.NaN, '"NaN"'],
    [-Infinity, '"-Infinity"'],
    [null, '"null"'],
    [undefined, '"undefined"'],
    [true, '"true"'],
    [{ a: [1, Infinity] }, '"{"a":[1,"Infinity"]}"'],
  ])('of %j is on one line, short and without control characters', (value, text) => {
    expect(quoted(value)).toBe(text);
  });
});

describe('new ScenarioError(file, diagnostics)', () => {
  it('lists its mistakes by line and column', () => {
    const error = new ScenarioError('a.yaml', [
      { line: 3, column: 1, message: 'third' },
      { line: 1, column: 9, message: 'second' },
      { line: 1, column: 2, message: 'first' },
    ]);
    expect(error.message).toBe('a.yaml:1:2: first\na.yaml:1:9: second\na.yaml:3:1: third');
    expect(error.name).toBe('ScenarioError');
  });
});
