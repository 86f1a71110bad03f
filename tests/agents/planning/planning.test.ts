import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../../agents/kinds.ts';
import { planning } from '../../../agents/planning/planning.ts';
import { choicesOf } from '../../contracts/policyContract.ts';
import { liveEpisodes } from '../../support/episodes.ts';
import { experienceSpec, timeStep } from '../../support/experience.ts';
import { ALWAYS_EXPLORING, largestError, learnedValues } from '../../support/learnedValues.ts';
import { INVEST, restInvestLeave } from '../../support/restInvestLeave.ts';
import { optimalValues } from '../../support/restInvestLeaveValues.ts';

const EXPLORING = { discount: 0.9, ...ALWAYS_EXPLORING };

function agentFor(users: number, settings: Readonly<Record<string, number>>) {
  return planning.create(
    experienceSpec(users),
    { key: 1, trainingDays: 100 },
    settingsOf(planning, settings),
  );
}

describe('planning', () => {
  it.each([1, 10, 30])(
    'reaches the optimal values with a solution every %d days: leaving ends it',
    (planEvery) => {
      const settings = { ...EXPLORING, planEvery };
      const values = learnedValues(planning, settings, { users: 60, horizon: 30, episodes: 40 });
      expect(largestError(values, optimalValues(0.9))).toBeLessThan(1e-3);
      expect(values[0][2]).toBe(2);
    },
  );

  it('reaches the same values where episodes are cut off on day 2: the horizon ends nothing', () => {
    const values = learnedValues(planning, EXPLORING, { users: 60, horizon: 2, episodes: 300 });
    expect(largestError(values, optimalValues(0.9))).toBeLessThan(1e-3);
  });

  it('acts on the optimum with hardly any exploration of its own, one user at a time', () => {
    const world = restInvestLeave(1, 20);
    const settings = { discount: 0.9, epsilonStart: 0.1, epsilonEnd: 0 };
    const agent = planning.create(world.spec, { key: 1, trainingDays: 400 }, settingsOf(planning, settings));
    liveEpisodes(
      world,
      agent,
      Array.from({ length: 20 }, (_, episode) => String(episode)),
    );
    expect(choicesOf(agent.greedy(), world.reset('a').observation)).toEqual([INVEST]);
  });

  const today = [
    { state: 1, action: 1, reward: 3 },
    { state: 1, action: 2, reward: 1 },
  ];

  function lived(settings: Readonly<Record<string, number>>) {
    const agent = agentFor(2, { discount: 0, epsilonStart: 0, epsilonEnd: 0, ...settings });
    const step = timeStep('first', today);
    agent.update(
      step,
      Uint8Array.from(today, ({ action }) => action),
      timeStep('mid', today),
    );
    return { agent, observation: step.observation };
  }

  it('takes what was tried once it has learned, the first available where nothing was', () => {
    const { agent, observation } = lived({});
    expect(choicesOf(agent.greedy(), observation)).toEqual([1, 1]);
    const available = Uint8Array.of(1, 0, 1, 1, 0, 0);
    expect(choicesOf(agent.greedy(), { ...observation, available })).toEqual([2, 0]);
  });

  it('counts for more, while it learns, what was tried less, and never where it is no optimist', () => {
    // Rewards 3 and 1 have a standard deviation of 1: each arm tried gets 2, the third is worth the mean, 2, and 2.
    const { agent, observation } = lived({ optimism: 2 });
    expect([...(agent.save()['optimisticValues'] as Float64Array)].slice(3, 6)).toEqual([4, 5, 3]);
    expect(agent.actionValues!(1)).toEqual([2, 3, 1]);
    expect(choicesOf(agent, observation)).toEqual([1, 1]);
    const { agent: sober } = lived({ optimism: 0 });
    expect([...(sober.save()['optimisticValues'] as Float64Array)].slice(3, 6)).toEqual([2, 3, 1]);
  });

  it('lets a day count for 1 / e after the part of the training days that it remembers', () => {
    const remembered = (memoryPart: number) => {
      const { agent, observation } = lived({ memoryPart, planEvery: 10 });
      const gone = { ...observation, active: new Uint8Array(2) };
      const step = { ...timeStep('mid', today), observation: gone };
      for (let day = 1; day < 20; day++) agent.update(step, new Uint8Array(2), step);
      return agent.save()['visits'] as Float64Array;
    };
    expect([...remembered(0)].slice(3, 6)).toEqual([0, 1, 1]);
    expect([...remembered(0.2)].slice(3, 6)).toEqual([
      0,
      expect.closeTo(1 / Math.E, 9),
      expect.closeTo(1 / Math.E, 9),
    ]);
  });

  it('is solved after 1, 2, 4, 8, … days and then every so many', () => {
    const agent = agentFor(1, { planEvery: 12, discount: 0 });
    const solved: number[] = [];
    for (let day = 1; day <= 40; day++) {
      const step = timeStep('mid', [{ state: 0, reward: day }]);
      const before = agent.actionValues!(0)[0];
      agent.update(step, Uint8Array.of(0), step);
      if (agent.actionValues!(0)[0] !== before) solved.push(day);
    }
    expect(solved).toEqual([1, 2, 4, 8, 12, 24, 36]);
  });
});
