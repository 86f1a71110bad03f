import { type Interval, meanInterval } from '../../statistics/interval.ts';
import { mean } from '../../statistics/mean.ts';
import { type Block, text } from '../block.ts';
import type { ChoiceControl, NumberControl } from '../control.ts';
import { judgeChoice, judgeNumber } from '../judge.ts';
import type { Lesson, Outcome, Work, Workbench } from '../lesson.ts';
import { fixed, withInterval } from '../words.ts';
import { within } from '../work.ts';
import { type BothTests, DAYS, halfWidth, testBothWays, WORLD } from './pairing.ts';

const USERS = 500;
const TESTS = 12;

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

/** The tests; the first is that of the ordinary command. */
export function* manyTests(bench: Workbench): Work<BothTests[]> {
  const tests: BothTests[] = [];
  for (let k = 0; k < TESTS; k++) {
    const work = testBothWays(bench, USERS, k === 0 ? bench.seed : `${bench.seed}/test/${k}`);
    tests.push(yield* within(work, k / TESTS, (k + 1) / TESTS));
  }
  return tests;
}

/** What the tests come to. */
export interface Summed {
  /** half the width of the intervals, on average */
  readonly paired: number;
  readonly unpaired: number;
  /** how many times narrower they are with shared luck */
  readonly ratio: number;
  /** tests whose interval does not hold 0 */
  readonly tellPaired: number;
  readonly tellUnpaired: number;
  /** the difference, over all tests */
  readonly overall: Interval;
}

/** Adds the tests up. */
export function summed(tests: readonly BothTests[]): Summed {
  const widths = (kind: keyof BothTests) => mean(tests.map((test) => halfWidth(test[kind])));
  const telling = (kind: keyof BothTests) =>
    tests.filter((test) => test[kind].low > 0 || test[kind].high < 0).length;
  return {
    paired: widths('paired'),
    unpaired: widths('unpaired'),
    ratio: widths('unpaired') / widths('paired'),
    tellPaired: telling('paired'),
    tellUnpaired: telling('unpaired'),
    overall: meanInterval(tests.map((test) => test.paired.mean)),
  };
}

function partOf(telling: number): string {
  if (telling < TESTS / 3) return 'few';
  return telling <= (2 * TESTS) / 3 ? 'some' : 'most';
}

function practice(label: string, interval: Interval): Block[] {
  return [
    {
      kind: 'intervals',
      title: 'return per person, the rule minus nothing',
      rows: [{ label, ...interval, text: withInterval(interval, 2) }],
    },
    text(
      `Half the width is ${fixed(halfWidth(interval), 2)}. ${interval.low <= 0 && interval.high >= 0 ? 'It holds 0: this test cannot tell the two apart.' : 'It does not hold 0.'}`,
    ),
  ];
}

function picture(tests: readonly BothTests[]): Block[] {
  const rows = tests.slice(0, 4).flatMap(({ paired, unpaired }, k) => [
    { label: `test ${k + 1}, other people`, ...unpaired, text: withInterval(unpaired, 2) },
    { label: `test ${k + 1}, shared luck`, ...paired, text: withInterval(paired, 2) },
  ]);
  const { paired, unpaired, tellPaired, tellUnpaired } = summed(tests);
  return [
    { kind: 'intervals', title: `return per person, the rule minus nothing; 4 of ${TESTS} tests`, rows },
    {
      kind: 'table',
      header: [`all ${TESTS} tests, ${USERS} people`, 'half width, mean', 'tell them apart'],
      rows: [
        ['other people', fixed(unpaired, 2), `${tellUnpaired} of ${TESTS}`],
        ['shared luck', fixed(paired, 2), `${tellPaired} of ${TESTS}`],
      ],
    },
  ];
}

/** What the numbers say. */
export function moral(tests: readonly BothTests[]): string[] {
  const { paired, unpaired, ratio, tellPaired, tellUnpaired, overall } = summed(tests);
  return [
    `With other people the interval reaches ${fixed(unpaired, 2)} to either side, with shared luck ${fixed(paired, 2)}: ${ratio > 1 ? `${fixed(ratio, 1)} times narrower. To get there with other people it would take ${fixed(ratio ** 2, 0)} times as many, about ${fixed(Math.round((USERS * ratio ** 2) / 100) * 100, 0)} instead of ${USERS}, as a width falls with the root of the number.` : 'no narrower; sharing the luck did not help here.'}`,
    `Of ${TESTS} tests ${tellUnpaired} told the two apart without shared luck, ${tellPaired} with it. Over all of them the rule is worth ${withInterval(overall, 2)} per person: ${overall.low > 0 ? 'there is something to be found, and the others missed it.' : overall.high < 0 ? 'the rule loses, and the others missed it.' : 'even all together cannot tell.'}`,
    `Shared luck takes off what has nothing to do with the policies: who happens to buy much. It does not take off the luck of training (lesson 8), and it says nothing about other people than the simulated ones. On real customers nobody lives twice.`,
  ];
}
