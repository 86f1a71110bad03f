import { expect, it } from 'vitest';
import type { ChoiceControl, NumberControl } from '../../../src/learn/control.ts';
import { judgeChoice, judgementText, judgeNumber } from '../../../src/learn/judge.ts';

const number: NumberControl = { kind: 'number', name: 'n', ask: 'how many', range: [0, 100], step: 5 };
const choice: ChoiceControl = {
  kind: 'choice',
  name: 'c',
  ask: 'who',
  choices: [
    { value: 'up', label: 'more' },
    { value: 'down', label: 'fewer' },
  ],
};

it('judgeNumber() tells how far off a prediction was', () => {
  expect(judgementText(judgeNumber(number, 50, 62.34, 1))).toBe('You said 50; it was 62.3: 12.3 off.');
  expect(judgementText(judgeNumber(number, 60, 62.34, 1))).toBe(
    'You said 60, and it was 62.3: as near as could be.',
  );
  expect(judgementText(judgeNumber(number, 60, 60, 0))).toBe('You said 60, and so it was.');
});

it('judgeChoice() tells whether a prediction was right', () => {
  expect(judgementText(judgeChoice(choice, 'up', 'up'))).toBe('You said more, and so it was.');
  expect(judgementText(judgeChoice(choice, 'up', 'down'))).toBe('You said more; it was fewer.');
});
