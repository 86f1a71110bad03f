import { expect, it } from 'vitest';
import { settingsOf } from '../../../agents/kinds.ts';
import { sarsa } from '../../../agents/tabular/sarsa.ts';
import { experienceSpec, timeStep } from '../../support/experience.ts';

const SETTINGS = { stepSize: 0.5, stepSizeVisits: 0, discount: 0.9 };

function makeAgent(users: number) {
  return sarsa.create(experienceSpec(users), { key: 1, trainingDays: 10 }, settingsOf(sarsa, SETTINGS));
}

it('sarsa learns nothing across the border of two episodes, where the first one was broken off', () => {
  const agent = makeAgent(1);
  agent.update(
    timeStep('first', [{ state: 0 }]),
    Uint8Array.of(0),
    timeStep('mid', [{ state: 1, reward: 8 }]),
  );
  agent.update(
    timeStep('first', [{ state: 2 }]),
    Uint8Array.of(1),
    timeStep('mid', [{ state: 3, reward: 8 }]),
  );
  expect(agent.actionValues!(0)).toEqual([0, 0, 0]);
});

it('sarsa learns at once from who leaves, and a day later from who stays', () => {
  const agent = makeAgent(2);
  const seen = timeStep('first', [{ state: 0 }, { state: 1 }]);
  const followed = timeStep('mid', [
    { state: 2, reward: 8 },
    { state: 2, reward: 8, left: true },
  ]);
  agent.update(seen, Uint8Array.of(0, 1), followed);
  expect([agent.actionValues!(0), agent.actionValues!(1)]).toEqual([
    [0, 0, 0],
    [0, 4, 0],
  ]);
  agent.update(followed, Uint8Array.of(2, 0), timeStep('mid', [{ state: 3 }, { state: 2, left: true }]));
  expect(agent.actionValues!(0)).toEqual([4, 0, 0]);
  expect(agent.actionValues!(2)).toEqual([0, 0, 0]);
});
