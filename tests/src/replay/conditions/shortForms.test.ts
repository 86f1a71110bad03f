import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeOut } from '../../../../src/replay/conditions/shortForms.ts';

describe('writeOut()', () => {
  it.each([
    ['stage:dormant ltv>20', '(stage==dormant) and ltv>20'],
    ['stage:dormant  or not segment:fan here', '(stage==dormant)  or not (segment==fan) and here'],
    ['churn>5%', 'churn>0.05'],
    ['churn > 5 % 3', 'churn > 5 % 3'],
    ['5%3', '5%3'],
    ['ltv>12.5% tenure:5', 'ltv>0.125 and (tenure==5)'],
    ['action.family:promotion', '(action.family==promotion)'],
    ['(ltv > 2) (here)', '(ltv > 2) and (here)'],
    ['ltv > 2 not here', 'ltv > 2 and not here'],
    ['ltv - 2 > min(1, 3)', 'ltv - 2 > min(1, 3)'],
    ['here ? ltv : 3', 'here ? ltv : 3'],
    ['here?ltv:3', 'here?ltv:3'],
    ['share(stage:dormant ltv>2)>1%', 'share((stage==dormant) and ltv>2)>0.01'],
    ['taste[1] >= 1e-3 orders!=2', 'taste[1] >= 1e-3 and orders!=2'],
    ['2 x', '2 and x'],
    ['2x', '2x'],
    [':dormant', ':dormant'],
    ['', ''],
  ])('%s', (typed, written) => {
    expect(writeOut(typed).text).toBe(written);
  });

  it('knows where everything was typed', () => {
    const typed = 'here  stage:dormant ltv>5% x';
    const { text, offsetOf } = writeOut(typed);
    for (const word of ['here', 'stage', 'dormant', 'ltv', '>', 'x'])
      expect(offsetOf(text.indexOf(word))).toBe(typed.indexOf(word));
    expect(offsetOf(text.indexOf('=='))).toBe(typed.indexOf(':'));
    expect(offsetOf(text.indexOf('0.05'))).toBe(typed.indexOf('5%'));
    expect(offsetOf(text.length)).toBe(typed.length);
  });

  it('leaves alone what has no short form, and never points outside of the text', () => {
    const word = fc.constantFrom(
      'a',
      '1',
      '2.5',
      '(',
      ')',
      '<',
      '==',
      ' ',
      '+',
      ',',
      '%',
      '?',
      ':',
      'not',
      '_',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const typed = words.join('');
        const { text, offsetOf } = writeOut(typed);
        const offsets = Array.from({ length: text.length + 1 }, (_, k) => offsetOf(k));
        expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
        expect(offsets.every((offset) => offset >= 0 && offset <= typed.length)).toBe(true);
        if (!/[%:\s]/.test(typed)) expect(text).toBe(typed);
      }),
      { seed: 9 },
    );
  });
});
