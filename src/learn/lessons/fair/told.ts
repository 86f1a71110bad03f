import type { Interval } from '../../../statistics/interval.ts';
import { type Block, text } from '../../block.ts';
import { fixed, withInterval } from '../../words.ts';
import { summed, TESTS, USERS } from './manyTests.ts';
import { type BothTests, halfWidth } from './pairing.ts';

/** One test, in one of the two ways. */
export function practice(label: string, interval: Interval): Block[] {
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

/** Some tests on one scale, and all in figures. */
export function picture(tests: readonly BothTests[]): Block[] {
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
    `Of ${TESTS} tests ${tellUnpaired} told the two apart without shared luck, ${tellPaired} with it. Over all of them the rule is worth ${withInterval(overall, 2)} per person: ${overall.low > 0 ? `there is something to be found${missed(tellUnpaired)}.` : overall.high < 0 ? `the rule loses${missed(tellUnpaired)}.` : 'even all together cannot tell.'}`,
    `Shared luck takes off what has nothing to do with the policies: who happens to buy much. It does not take off the luck of training (lesson 8), and it says nothing about other people than the simulated ones. On real customers nobody lives twice.`,
  ];
}

/** Whether there are tests that did not see it. */
function missed(tell: number): string {
  return tell < TESTS ? ', and the others missed it' : '';
}
