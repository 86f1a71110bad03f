import { describe, expect, it } from 'vitest';
import {
  type ChoiceControl,
  expectedText,
  fits,
  initialValues,
  type NumberControl,
  onGrid,
  parseValue,
  stepped,
  valueText,
} from '../../../src/learn/control.ts';

const size: NumberControl = {
  kind: 'number',
  name: 'size',
  ask: 'how many',
  range: [1, 9],
  step: 2,
  unit: 'mails',
};
const part: NumberControl = {
  kind: 'number',
  name: 'part',
  ask: 'which part',
  range: [0, 1],
  step: 0.1,
  initial: 0.3,
};
const who: ChoiceControl = {
  kind: 'choice',
  name: 'who',
  ask: 'who',
  choices: [
    { value: 'a', label: 'the first' },
    { value: 'b', label: 'the second' },
  ],
  initial: 'b',
};

describe('a number', () => {
  it('goes up and down in steps, as far as its range', () => {
    expect([stepped(size, 5, 1), stepped(size, 5, -1), stepped(size, 9, 1), stepped(size, 1, -1)]).toEqual([
      7, 3, 9, 1,
    ]);
  });

  it('begins in the middle, on a step', () => {
    expect([stepped(size, undefined, 1), stepped({ ...size, range: [1, 8] }, undefined, -1)]).toEqual([5, 5]);
  });

  it('does not gather rounding errors', () => {
    let value = 0;
    for (let k = 0; k < 7; k++) value = Number(stepped(part, value, 1));
    expect(value).toBe(0.7);
    expect(onGrid(part, 0.1 + 0.2)).toBe(0.3);
  });

  it('is read where it is one, within the range', () => {
    expect(
      ['4', ' 4.5 ', '+1', '.9', '10', '0', 'four', '', '1e1', '0x3'].map((text) => parseValue(size, text)),
    ).toEqual([4, 4.5, 1, undefined, undefined, undefined, undefined, undefined, undefined, undefined]);
  });
});

describe('a choice', () => {
  it('goes round', () => {
    expect([
      stepped(who, 'b', 1),
      stepped(who, 'a', -1),
      stepped(who, undefined, 1),
      stepped(who, undefined, -1),
    ]).toEqual(['a', 'b', 'a', 'b']);
  });

  it('is read by its word or its label', () => {
    expect(['a', ' B', 'The Second', 'c', ''].map((text) => parseValue(who, text))).toEqual([
      'a',
      'b',
      'b',
      undefined,
      undefined,
    ]);
  });
});

describe('values', () => {
  it('are told to people', () => {
    expect([valueText(size, 3), valueText(who, 'a'), valueText(who, undefined)]).toEqual([
      '3 mails',
      'the first',
      '?',
    ]);
    expect([expectedText(size), expectedText(who)]).toEqual(['a number from 1 to 9 (mails)', 'a or b']);
  });

  it('fit where there is a possible one for every control', () => {
    expect(initialValues([size, part, who])).toEqual({ part: 0.3, who: 'b' });
    expect(fits([part, who], { part: 0.3, who: 'b' })).toBe(true);
    expect(fits([part, who], { part: 2, who: 'b' })).toBe(false);
    expect(fits([part, who], { part: 0.3 })).toBe(false);
    expect(fits([who], { who: 'The Second' })).toBe(false);
  });
});
