import { describe, expect, it } from 'vitest';
import type { Agent, Environment } from '../../../environments/contract.ts';
import { interact, learn } from '../../../src/experiment/interact.ts';
import { restInvestLeave } from '../../support/restInvestLeave.ts';

/** The world and a policy that write down what is asked of them. */
function watched(horizon: number) {
  const log: string[] = [];
  const world = restInvestLeave(2, horizon);
  const environment: Environment = {
    spec: world.spec,
    reset: (seed) => {
      log.push(`reset ${seed}`);
      return world.reset(seed);
    },
    step: (actions) => {
      log.push(`step ${[...actions]}`);
      return world.step(actions);
    },
  };
  const agent: Agent = {
    selectActions: (observation, actions) => {
      log.push(`select ${[...observation.states]}`);
      actions.set([1, 0]);
    },
    update: (step, actions, next) => {
      log.push(`update ${step.day} ${[...actions]} ${next.day}`);
      return { lessons: next.day };
    },
    greedy: () => agent,
    save: () => ({}),
    restore: () => {},
  };
  return { log, environment, agent };
}

describe('interact(environment, policy, seed)', () => {
  it('yields each day with what was seen, done, and followed', () => {
    const { environment, agent } = watched(3);
    const days = [...interact(environment, agent, 's')].map(({ step, actions, next }) => ({
      types: [step.stepType, next.stepType],
      days: [step.day, next.day],
      actions: [...actions],
    }));
    expect(days).toEqual([
      { types: ['first', 'mid'], days: [0, 1], actions: [1, 0] },
      { types: ['mid', 'mid'], days: [1, 2], actions: [1, 0] },
      { types: ['mid', 'last'], days: [2, 3], actions: [1, 0] },
    ]);
  });

  it('gives both time steps of a day as they were: what was seen is not overwritten by what followed', () => {
    const { environment, agent } = watched(3);
    const seen: (readonly number[])[] = [];
    for (const { step, next } of interact(environment, agent, 's'))
      seen.push([step.observation.states[0], next.observation.states[0], next.rewards[0], next.rewards[1]]);
    expect(seen).toEqual([
      [0, 1, -1, 0.5],
      [1, 0, 3, 0.5],
      [0, 1, -1, 0.5],
    ]);
  });

  it('does nothing while it is not asked for the next day', () => {
    const { log, environment, agent } = watched(5);
    const days = interact(environment, agent, 's');
    expect(log).toEqual([]);
    days.next();
    expect(log).toEqual(['reset s', 'select 0,0', 'step 1,0']);
    days.next();
    days.return(undefined);
    expect(log.slice(3)).toEqual(['select 1,0', 'step 1,0']);
  });
});

describe('learn(environment, agent, seed)', () => {
  it('lets the agent learn from a day before the next one is chosen, and yields what it says', () => {
    const { log, environment, agent } = watched(2);
    const days = [...learn(environment, agent, 's')];
    expect(days.map(({ figures }) => figures)).toEqual([{ lessons: 1 }, { lessons: 2 }]);
    expect(log).toEqual([
      'reset s',
      'select 0,0',
      'step 1,0',
      'update 0 1,0 1',
      'select 1,0',
      'step 1,0',
      'update 1 1,0 2',
    ]);
  });
});
