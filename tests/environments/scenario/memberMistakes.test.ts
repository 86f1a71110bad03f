import { describe, it } from 'vitest';
import { expectMistake, type Mistake } from './mistake.ts';

const MEMBERS: readonly Mistake[] = [
  [
    'shares that do not add up to 1',
    { segments: '«segments»: { rare: { share: 0.75, rate: 0 }, often: { share: 0.5, rate: 0 } }' },
    'shares add up to 1, these to 1.25',
  ],
  [
    'a negative share',
    { segments: 'segments: { rare: { share: 1.5, rate: 0 }, often: { share: «-0.5», rate: 0 } }' },
    'a share is not negative, got -0.5',
  ],
  [
    'a share that cannot be computed, whatever the sum is then',
    { segments: 'segments: { rare: { share: 0.75, rate: 0 }, often: { share: 1 - «gian», rate: 0 } }' },
    'segments.often.share: unknown name "gian"; did you mean "gain"?',
  ],
  [
    'a segment without a property of the others',
    { segments: 'segments: { rare: { share: 0.5, rate: 0 }, «often»: { share: 0.5 } }' },
    'every segment has the same properties; "often" lacks rate',
  ],
  [
    'an action without an attribute of the others',
    { actions: 'actions: { «none»: {}, coupon: { pull: 1 } }' },
    'every action has the same properties; "none" lacks pull',
  ],
  [
    'an attribute that is not finite',
    { actions: 'actions: { none: { pull: 0 }, coupon: { pull: «1 / 0» } }' },
    'actions.coupon.pull: expected a finite number, got Infinity',
  ],
  [
    'no action',
    {
      actions: '«actions»: {}',
      day: 'day: { visit: true }',
      reward: 'reward: { r: 0 }',
      rules: '',
    },
    'a scenario has at least one action',
  ],
  ['no part of the reward', { reward: '«reward»: {}' }, 'a reward has at least one part'],
  [
    'a transition to a stage that does not exist',
    { lifecycle: 'lifecycle: { new: { «loyl»: visit, gone: 0.1 }, loyal: { gone: 0.01 }, gone: {} }' },
    'there is no stage "loyl"; did you mean "loyal"?',
  ],
  [
    'a first stage that everyone has left',
    { lifecycle: 'lifecycle: { «present»: {} }' },
    'everyone is born in the first stage, and a stage without a way out means left for good; where nobody leaves, give it { gone: 0 } and a stage gone: {}',
  ],
  ['no stage', { lifecycle: '«lifecycle»: {}' }, 'a scenario has at least one stage'],
  [
    'a day variable named as a trait',
    { traits: 'traits: { frailty: 0, again: 1 }', day: 'day: { «again»: 1, visit: true }' },
    'the name "again" is already a trait; choose another',
  ],
  [
    'a state variable named as a segment property',
    { state: 'state: { mood: 0, recency: 0, «rate»: 0 }' },
    'the name "rate" is already a segment property; choose another',
  ],
  [
    'a state variable named as a built-in symbol',
    { state: 'state: { mood: 0, recency: 0, «tenure»: 0 }' },
    'the name "tenure" is already a built-in symbol; choose another',
  ],
  [
    'a trait named as a function',
    { traits: 'traits: { frailty: 0, «min»: 0 }' },
    'the name "min" is already a function; choose another',
  ],
  [
    'a state variable named as a sum that is kept for every user',
    { state: 'state: { mood: 0, recency: 0, «sum_visits_»: 0 }' },
    'the name "sum_visits_" is already a sum over the days of each user; choose another',
  ],
];

describe('a mistake of segments, actions, stages and names', () => {
  it.each(MEMBERS)('%s', (_title, sections, message) => expectMistake(sections, message));
});
