import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../../agents/kinds.ts';
import { random } from '../../../agents/rules/random.ts';
import { qLearning } from '../../../agents/tabular/qLearning.ts';
import type { Policy } from '../../../environments/contract.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { type Contestant, compare } from '../../../src/experiment/compare.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { liveEpisodes } from '../../support/episodes.ts';
import { acceptanceRegion } from './acceptanceRegion.ts';
import { COMPARISONS, LINES, ownLuck, POLICIES, people, sameLuck } from './subjectLines.ts';

/** Two different policies, another pair for each comparison. */
function pairOf(comparison: number, names: readonly string[]): [string, string] {
  const first = comparison % names.length;
  const step = 1 + (Math.floor(comparison / names.length) % (names.length - 1));
  return [names[first], names[(first + step) % names.length]];
}

/** Whether the interval of the first contestant minus the second excludes 0. */
function excludesZero(contestants: readonly Contestant[], metric: string): boolean {
  const [{ name: a }, { name: b }] = contestants;
  const { differences } = compare(contestants);
  const { low, high } = differences.find((d) => d.a === a && d.b === b && d.metric === metric)!;
  return low > 0 || high < 0;
}

/** How many of 200 comparisons find a difference, though there is none. */
function falsePositives(contestants: (comparison: number) => Contestant[], metric = 'return'): number {
  const all = Array.from({ length: COMPARISONS }, (_, k) => excludesZero(contestants(k), metric));
  return all.filter(Boolean).length;
}

const [fewest, most] = acceptanceRegion(COMPARISONS, 0.05, 0.99);

function expectFivePercent(count: number): void {
  expect(count).toBeGreaterThanOrEqual(fewest);
  expect(count).toBeLessThanOrEqual(most);
}

/** The policies of a pair on two groups of different people, who come in so many seeds. */
const groups = (seeds: number) => (comparison: number) =>
  pairOf(comparison, POLICIES).map((name, group) => people(sameLuck, name, 2 * comparison + group, seeds));

/** Two subject lines on the same people, each with luck of its own. */
const paired = (seeds: number) => (comparison: number) =>
  pairOf(comparison, LINES).map((name) => people(ownLuck, name, comparison, seeds));

describe('no-difference: the same people with the same luck', () => {
  it('differ by exactly 0 under any two policies, in all that follows from them', () => {
    for (let k = 0; k < COMPARISONS; k++) {
      const contestants = pairOf(k, POLICIES).map((name) => people(sameLuck, name, k, 1));
      const followed = compare(contestants).differences.filter(({ metric }) => metric !== 'contacts');
      for (const { mean, low, high } of followed) expect(mean === 0 && low === 0 && high === 0).toBe(true);
    }
  });
});

describe('no-difference: of 200 comparisons 5 % find a difference, where chance can make one', () => {
  it('accepts 3 to 19, which 99 of 100 measurements keep to', () => {
    expect([fewest, most]).toEqual([3, 19]);
  });

  it('between two groups of different people, as in a field test', () => {
    expectFivePercent(falsePositives(groups(1)));
    expectFivePercent(falsePositives(groups(1), 'retention.end'));
  });

  it('between two groups of five seeds each', () => {
    expectFivePercent(falsePositives(groups(5)));
    expectFivePercent(falsePositives(groups(5), 'retention.end'));
  });

  it('on the same people, where each subject line has luck of its own', () => {
    expectFivePercent(falsePositives(paired(1)));
    expectFivePercent(falsePositives(paired(1), 'opened'));
  });

  it('on the same people of five seeds, as tenure compare plays them', () => {
    expectFivePercent(falsePositives(paired(5)));
    expectFivePercent(falsePositives(paired(5), 'opened'));
  });

  it('between what was learned from people of their own and a policy that draws', () => {
    expectFivePercent(falsePositives((comparison) => [learnedOn(comparison), drawnOn(comparison)]));
  });
});

describe('no-difference: picking after the fact', () => {
  /** Four groups for each comparison, which everyone suffices for half of. */
  const fourGroups = (comparison: number, line: number): [number, number, string] => [
    (comparison % (COMPARISONS / 2)) * LINES.length + line,
    1,
    comparison < COMPARISONS / 2 ? 'people' : 'more people',
  ];
  /** The four subject lines on four groups, and the best and the worst of them. */
  const picked = (comparison: number) => {
    const lines = LINES.map((name, k) => people(sameLuck, name, ...fourGroups(comparison, k)));
    const total = ({ evaluations: [{ metrics }] }: Contestant) => metrics[0].values.reduce((a, b) => a + b);
    return [
      lines.reduce((a, b) => (total(b) > total(a) ? b : a)),
      lines.reduce((a, b) => (total(b) < total(a) ? b : a)),
    ];
  };

  it('the best and the worst of four groups differ far more often than 5 %', () => {
    expect(falsePositives(picked)).toBeGreaterThan(most);
  });

  it('and on new people no more often', () => {
    const again = (comparison: number) =>
      picked(comparison).map(({ name }, group) =>
        people(sameLuck, name, 2 * comparison + group, 1, 'new people'),
      );
    expectFivePercent(falsePositives(again));
  });
});

const USERS = 100;
const DAYS = 20;

function learnedOn(comparison: number): Contestant {
  const environment = new PopulationEnvironment(ownLuck, { users: USERS });
  const context = { key: comparison, trainingDays: ownLuck.horizon };
  const agent = qLearning.create(environment.spec, context, settingsOf(qLearning, {}));
  liveEpisodes(environment, agent, [`learn/${comparison}`]);
  return playedOn(comparison, 'learned', agent.greedy());
}

const drawnOn = (comparison: number) =>
  playedOn(comparison, 'drawn', random(ownLuck.actions.length, comparison));

function playedOn(comparison: number, name: string, policy: Policy): Contestant {
  const plan = { users: USERS, days: DAYS, seed: `held-out/${comparison}` };
  return { name, evaluations: [evaluate(ownLuck, policy, plan)] };
}
