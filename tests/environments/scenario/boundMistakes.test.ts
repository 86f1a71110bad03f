import { describe, it } from 'vitest';
import { expectMistake, type Mistake } from './mistake.ts';
import type { Sections } from './smallScenario.ts';

/** A rule with a single line. */
const doing = (choice: string): Sections => ({
  rules: `rules: { r: { about: x, choose: [{ do: ${choice} }] } }`,
});

const BOUNDS: readonly Mistake[] = [
  [
    'probabilities that do not add up to 1',
    doing('«{ none: 0.5, coupon: 0.25 }»'),
    'probabilities add up to 1, these to 0.75',
  ],
  ['no probability at all', doing('«{}»'), 'probabilities add up to 1, these to 0'],
  [
    'a negative probability',
    doing('{ none: 1.5, coupon: «-0.5» }'),
    'a probability is not negative, got -0.5',
  ],
  [
    'a probability that is not finite',
    doing('{ none: 0.5, coupon: «1 / 0» }'),
    'rules.r.choose.0.do.coupon: expected a finite number, got Infinity',
  ],
  [
    'a discount above 1',
    { more: 'objective: { discount: «1.01» }' },
    'a discount is above 0 and at most 1, got 1.01',
  ],
  [
    'a discount of 0',
    { more: 'objective: { criterion: total, discount: «0» }' },
    'a discount is above 0 and at most 1, got 0',
  ],
  [
    'a discounted criterion without a discount',
    { more: 'objective: { criterion: «discounted» }' },
    'the criterion discounted needs a discount below 1',
  ],
  [
    'a discounted criterion with a discount of 1',
    { more: 'objective: { criterion: «discounted», discount: 2 * gain }' },
    'the criterion discounted needs a discount below 1',
  ],
  [
    'a total with a discount',
    { more: 'objective: { criterion: total, discount: «0.9» }' },
    'the criterion total goes with a discount of 1, got 0.9',
  ],
  [
    'an average with a discount',
    { more: 'objective: { criterion: average, discount: «1 - gain» }' },
    'the criterion average goes with a discount of 1, got 0.5',
  ],
  [
    'bins that do not rise',
    { observe: 'observe: { mood: { value: mood, bins: «[1, 1]» }, phase: stage }' },
    'bins are rising edges, got [1, 1]',
  ],
  [
    'bins on a closed list',
    { observe: 'observe: { mood: mood, phase: { value: stage, bins: «[1, 2]» } }' },
    'a stage has a bin for each name already',
  ],
  [
    'more values than there may be bins',
    {
      state: 'state: { mood: 0, recency: { value: 0, range: [0, 1000] } }',
      observe: 'observe: { mood: mood, r: «recency» }',
    },
    '"recency" has 1001 values; give at most 255 edges as bins',
  ],
  [
    'more tabular states than there may be',
    {
      observe: `«observe»: { mood: mood, ${['a', 'b', 'c'].map((n) => `${n}: { value: mood, bins: [${Array.from({ length: 100 }, (_, i) => i)}] }`).join(', ')} }`,
    },
    'the bins make 1030301 tabular states, a scenario has at most 1000000',
  ],
  [
    'a range that falls',
    { state: 'state: { mood: 0, recency: { value: 0, range: «[5, 0]» } }' },
    'a range rises and has at most 100000 values, got [5, 0]',
  ],
  [
    'values and a range',
    { state: 'state: { mood: 0, recency: «{ value: 0, range: [0, 1], values: [0, 1] }» }' },
    'give either values or range, not both',
  ],
  [
    'a default outside its range',
    { parameters: 'parameters: { gain: { value: «1.5», range: [0, 1] } }' },
    'expected parameter "gain" to be between 0 and 1, got 1.5',
  ],
  [
    'a parameter range that falls',
    { parameters: 'parameters: { gain: { value: 0.5, range: «[1, 0]» } }' },
    'a range rises, got [1, 0]',
  ],
];

describe('a mistake of probabilities, discounts, bins and ranges', () => {
  it.each(BOUNDS)('%s', (_title, sections, message) => expectMistake(sections, message));
});
