import type { ChoiceControl, NumberControl } from '../../control.ts';
import { judgeChoice, judgeNumber } from '../../judge.ts';
import type { Lesson, Outcome, Work } from '../../lesson.ts';
import { manyTests, summed, TESTS, USERS } from './manyTests.ts';
import { DAYS, testBothWays, WORLD } from './pairing.ts';
import { moral, picture, practice } from './told.ts';

const RATIO: NumberControl = {
  kind: 'number',
  name: 'ratio',
  ask: 'how many times narrower with shared luck',
  range: [1, 8],
  step: 0.5,
};

const TELLS: ChoiceControl = {
  kind: 'choice',
  name: 'tells',
  ask: `of ${TESTS} tests without it, how many tell the two apart`,
  choices: [
    { value: 'few', label: 'fewer than a third' },
    { value: 'some', label: 'a third to two thirds' },
    { value: 'most', label: 'more than two thirds' },
  ],
};

/** Lesson 9: the same people with the same luck. */
export const fair: Lesson = {
  number: 9,
  name: 'fair',
  title: 'A fair test',
  about: 'the same people with the same luck under two policies: what that does to an interval',
  opening: [
    `Does the marketer's rule earn more than doing nothing, in ${DAYS} days? Without shared luck the two get other people each, as in an A/B test. With it, the same people live twice: each draw belongs to a person, a day and a purpose, so only what the policy changes is different.`,
    'Set how many people, and toggle the luck.',
  ],
  controls: [
    {
      kind: 'choice',
      name: 'luck',
      ask: 'luck',
      choices: [
        { value: 'own', label: 'other people for each' },
        { value: 'shared', label: 'shared: the same people twice' },
      ],
      initial: 'own',
    },
    {
      kind: 'choice',
      name: 'users',
      ask: 'people under each policy',
      choices: ['50', '200', '500'].map((value) => ({ value, label: value })),
      initial: '50',
    },
    { kind: 'number', name: 'test', ask: 'practice test', range: [1, 9], step: 1, initial: 1 },
  ],
  *sandbox(bench, settings) {
    const seed = `${bench.seed}/practice/${settings['test']}`;
    const both = yield* testBothWays(bench, Number(settings['users']), seed);
    const shared = settings['luck'] === 'shared';
    return practice(shared ? 'shared luck' : 'other people', shared ? both.paired : both.unpaired);
  },
  wager: [
    `Now ${TESTS} tests with ${USERS} people each time, all of them in both ways. The figure is the return per person, the rule minus nothing, with its 95 % interval. A test tells the two apart if its interval does not hold 0.`,
  ],
  questions: [RATIO, TELLS],
  *reveal(bench, _, predictions): Work<Outcome> {
    const tests = yield* manyTests(bench);
    const { ratio, tellUnpaired } = summed(tests);
    return {
      see: picture(tests),
      judgements: [
        judgeNumber(RATIO, predictions['ratio'], ratio, 2),
        judgeChoice(TELLS, predictions['tells'], partOf(tellUnpaired)),
      ],
      explain: moral(tests),
      command: `tenure compare ${WORLD} --policies marketer,none --days ${DAYS} --users ${USERS} --seeds 1 --seed ${bench.seed}`,
      figures: { ...summed(tests), tests },
    };
  },
  hints: {
    do: 'With other people, go through practice tests 1 to 5: the difference jumps about. Then share the luck.',
    predict:
      'Most of what people earn for a shop is who they are, not what it does to them. Shared luck takes that off.',
    see: 'Both intervals are about the same difference. Look at how far the marks lie apart, too.',
    explain:
      'Every tenure compare pairs in this way. On real customers nobody lives twice: there, more people are the only way.',
  },
};

function partOf(telling: number): string {
  if (telling < TESTS / 3) return 'few';
  return telling <= (2 * TESTS) / 3 ? 'some' : 'most';
}
