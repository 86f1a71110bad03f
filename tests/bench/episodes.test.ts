import { expect, it } from 'vitest';
import { settingsOf } from '../../agents/kinds.ts';
import { always } from '../../agents/rules/always.ts';
import { qLearning } from '../../agents/tabular/qLearning.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { smallShop } from '../support/smallShop.ts';
import { playEpisode, trainEpisode } from './episodes.ts';

const USERS = 50;
const environment = () => new PopulationEnvironment(smallShop(), { users: USERS });

it('trainEpisode() counts those who are there, and lets one user in ten be contacted, each day others', () => {
  const world = environment();
  const agent = qLearning.create(world.spec, { key: 1, trainingDays: 1 }, settingsOf(qLearning, {}));
  const seen: { there: number; contacted: number[] }[] = [];
  const spy = {
    ...agent,
    selectActions: (_: unknown, actions: Uint8Array) => void actions.fill(1),
    update: (...[step, actions, next]: Parameters<typeof agent.update>) => {
      const contacted = [...actions.keys()].filter((user) => actions[user] !== 0);
      seen.push({ there: step.observation.active.reduce((sum, one) => sum + one, 0), contacted });
      return agent.update(step, actions, next);
    },
  };
  const { userDays, seconds, cpuSeconds, simulator } = trainEpisode(world, spy, 'one');
  expect(seen.length).toBe(world.spec.horizon);
  expect(userDays).toBe(seen.reduce((sum, { there }) => sum + there, 0));
  expect(userDays).toBeLessThan(USERS * world.spec.horizon);
  expect(seen[0].contacted).toEqual([0, 10, 20, 30, 40]);
  expect(seen[1].contacted).toEqual([9, 19, 29, 39, 49]);
  expect([seconds, cpuSeconds, simulator].every((time) => time >= 0)).toBe(true);
});

it('playEpisode() lives the same people and luck', () => {
  const counts = [1, 2].map(() => playEpisode(environment(), always(1), 'one').userDays);
  expect(counts[0]).toBe(counts[1]);
});
