import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epsilonGreedyBandit } from '../../../agents/bandits/epsilonGreedyBandit.ts';
import { ucb1 } from '../../../agents/bandits/ucb1.ts';
import { ACTIONS, type ExperiencedDay, experiences, STATES } from '../../support/experience.ts';
import { banditFor, choicesIn, lawIn, lawOfBest, liveDay } from './oneUser.ts';

const days: fc.Arbitrary<ExperiencedDay[]> = experiences.map((episodes) =>
  episodes.flatMap((episode) => episode.days),
);

const STATE_LIST = Array.from({ length: STATES }, (_, state) => state);
const ACTION_LIST = Array.from({ length: ACTIONS }, (_, action) => action);

const rewardsOf = (lived: readonly ExperiencedDay[], state: number, action: number) =>
  lived.filter((day) => day.state === state && day.action === action).map((day) => day.reward);

const meanOf = (rewards: readonly number[]) => rewards.reduce((sum, r) => sum + r, 0) / rewards.length;

function expectClose(values: readonly number[], expected: readonly number[]): void {
  expect(Math.max(...values.map((value, k) => Math.abs(value - expected[k])))).toBeLessThan(1e-12);
}

describe('epsilon-greedy-bandit, with one user', () => {
  it('knows the mean reward of every arm that was tried, and its first value of the others', () => {
    fc.assert(
      fc.property(days, (lived) => {
        const agent = banditFor(epsilonGreedyBandit, { initialValue: 7 });
        for (const day of lived) liveDay(agent, day);
        for (const state of STATE_LIST) {
          const rewards = ACTION_LIST.map((action) => rewardsOf(lived, state, action));
          expectClose(
            agent.actionValues!(state),
            rewards.map((list) => (list.length > 0 ? meanOf(list) : 7)),
          );
        }
      }),
    );
  });

  it('moves by α of the error with every reward where the step size is constant', () => {
    fc.assert(
      fc.property(days, (lived) => {
        const agent = banditFor(epsilonGreedyBandit, { initialValue: 5, stepSize: 0.1 });
        for (const day of lived) liveDay(agent, day);
        for (const state of STATE_LIST) {
          const expected = ACTION_LIST.map((action) =>
            rewardsOf(lived, state, action).reduce((q, reward) => q + 0.1 * (reward - q), 5),
          );
          expectClose(agent.actionValues!(state), expected);
        }
      }),
    );
  });

  it('takes the best arm with probability 1 − ε, equals alike, and any with ε', () => {
    fc.assert(
      fc.property(days, (lived) => {
        const agent = banditFor(epsilonGreedyBandit, { epsilon: 0.3 });
        for (const day of lived) liveDay(agent, day);
        for (const state of STATE_LIST) {
          const best = lawOfBest(agent.actionValues!(state));
          expectClose(
            lawIn(agent, state),
            best.map((p) => 0.7 * p + 0.3 / ACTIONS),
          );
        }
      }),
    );
  });
});

describe('ucb1, with one user', () => {
  it.each([Math.SQRT2, 2])(
    'takes what is best by Q + c √(ln t / n), untried arms first, with c = %d',
    (c) => {
      fc.assert(
        fc.property(days, (lived) => {
          const agent = banditFor(ucb1, { exploration: c });
          for (const day of lived) liveDay(agent, day);
          for (const state of STATE_LIST) {
            const plays = lived.filter((day) => day.state === state).length;
            const scores = ACTION_LIST.map((action) => {
              const rewards = rewardsOf(lived, state, action);
              if (rewards.length === 0) return Infinity;
              return meanOf(rewards) + c * Math.sqrt(Math.log(plays) / rewards.length);
            });
            const top = Math.max(...scores);
            for (const [action, p] of lawIn(agent, state).entries())
              if (p > 0) expect(scores[action] === top || top - scores[action] < 1e-9).toBe(true);
          }
        }),
      );
    },
  );

  it('lets all users of a state try what is untried, each as often', () => {
    const agent = banditFor(ucb1, {}, 30_000);
    for (const count of choicesIn(agent, 2, 30_000)) expect(Math.abs(count - 10_000)).toBeLessThan(400);
    liveDay(agent, { state: 2, action: 1, reward: 100 });
    const [first, second, third] = choicesIn(agent, 2, 30_000);
    expect(second).toBe(0);
    expect(Math.abs(first - third)).toBeLessThan(700);
  });
});

describe('a day of many users', () => {
  const today = [
    { state: 1, action: 0, reward: 4 },
    { state: 3, action: 2, reward: -1 },
    { state: 1, action: 0, reward: 1 },
    { state: 1, action: 2, reward: 2 },
    { state: 1, action: 0, reward: 1 },
  ];

  it('is learned from as from its rewards one after the other, by the plain average', () => {
    const agent = banditFor(epsilonGreedyBandit);
    liveDay(agent, ...today);
    expect([...agent.actionValues!(1)]).toEqual([2, 0, 2]);
    liveDay(agent, { state: 1, action: 0, reward: 10 });
    expect([...agent.actionValues!(1)]).toEqual([4, 0, 2]);
    expect([...agent.actionValues!(3)]).toEqual([0, 0, -1]);
  });

  it('moves a mean by 1 − (1 − α)ⁿ of the mean error where the step size is constant', () => {
    const agent = banditFor(epsilonGreedyBandit, { stepSize: 0.5 });
    liveDay(agent, ...today);
    expect([...agent.actionValues!(1)]).toEqual([2 * (1 - 0.5 ** 3), 0, 1]);
  });

  it('says how far off the means were', () => {
    const agent = banditFor(epsilonGreedyBandit);
    const figures = liveDay(
      agent,
      { state: 0, action: 1, reward: 3 },
      { state: 0, action: 1, reward: 5 },
      { state: 0, action: 2, reward: 1 },
    );
    expect(figures).toEqual({ reward: 3, rewardError: Math.sqrt((2 * 16 + 1) / 3) });
  });
});
