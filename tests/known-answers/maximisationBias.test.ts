import { describe, expect, it } from 'vitest';
import { doubleQLearning } from '../../agents/tabular/doubleQLearning.ts';
import { qLearning } from '../../agents/tabular/qLearning.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { AS_IN_THE_BOOK, classic, liveThrough } from './lives.ts';

const RUNS = 3_000;
/** Of the published percentages. */
const PUBLISHED_RUNS = 10_000;
const AT = [10, 25, 50, 100, 200, 300];
const LEFT = 0;

/** Per cent of runs that go left from the first place in an episode. */
describe.each([
  [qLearning, [87.1, 93.3, 82.2, 46.0, 15.6, 11.9]],
  [doubleQLearning, [44.5, 23.1, 13.8, 9.6, 8.5, 6.2]],
] as const)('$name', (kind, published) => {
  it('goes left as often as is known', () => {
    const environment = new PopulationEnvironment(classic('maximisation-bias'), { users: 1 });
    const settings = { ...AS_IN_THE_BOOK, discount: 1, stepSize: 0.1, epsilonStart: 0.1, epsilonEnd: 0.1 };
    const plan = { kind, settings, episodes: AT[AT.length - 1] };
    const left = AT.map(() => 0);
    for (let run = 0; run < RUNS; run++) {
      liveThrough(environment, plan, `bias ${run}`, ({ step, actions }, episode) => {
        const place = AT.indexOf(episode + 1);
        if (place >= 0 && step.stepType === 'first' && actions[0] === LEFT) left[place]++;
      });
    }
    const percentages = left.map((count) => (100 * count) / RUNS);
    for (const [k, percentage] of percentages.entries()) {
      const p = published[k] / 100;
      const error = 100 * Math.sqrt(p * (1 - p) * (1 / RUNS + 1 / PUBLISHED_RUNS));
      expect(Math.abs(percentage - published[k])).toBeLessThan(4 * error);
    }
  });
});
