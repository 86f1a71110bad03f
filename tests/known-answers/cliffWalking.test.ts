import { expect, it } from 'vitest';
import { expectedSarsa } from '../../agents/tabular/expectedSarsa.ts';
import { qLearning } from '../../agents/tabular/qLearning.ts';
import { sarsa } from '../../agents/tabular/sarsa.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { AS_IN_THE_BOOK, classic, liveThrough, meanOf } from './lives.ts';

const RUNS = 300;
const EPISODES = 500;
const LAST = 100;

/** Return per episode while learning, mean of the last 100 of 500; reference: 1,000 runs, two implementations. */
it.each([
  [qLearning, -50.59, 0.22],
  [sarsa, -26.93, 0.21],
  [expectedSarsa, -20.98, 0.07],
] as const)('$name on the cliff earns what is known', (kind, published, publishedError) => {
  const environment = new PopulationEnvironment(classic('cliff-walking'), { users: 1 });
  const settings = { ...AS_IN_THE_BOOK, discount: 1, stepSize: 0.5, epsilonStart: 0.1, epsilonEnd: 0.1 };
  const runs = Array.from({ length: RUNS }, (_, run) => {
    let total = 0;
    liveThrough(environment, { kind, settings, episodes: EPISODES }, `cliff ${run}`, ({ next }, episode) => {
      if (episode >= EPISODES - LAST) total += next.rewards[0];
    });
    return total / LAST;
  });
  const { mean, error } = meanOf(runs);
  expect(Math.abs(mean - published)).toBeLessThan(4 * Math.hypot(error, publishedError));
});
