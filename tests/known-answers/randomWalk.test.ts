import { expect, it } from 'vitest';
import { qLearning } from '../../agents/tabular/qLearning.ts';
import { sarsa } from '../../agents/tabular/sarsa.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { AS_IN_THE_BOOK, classic, liveThrough, meanOf } from './lives.ts';

const RUNS = 1_000;
const AT = [10, 25, 50, 100];
const PUBLISHED = [0.1284, 0.0567, 0.0505, 0.0554];
const PLACES = [1, 2, 3, 4, 5];

/** With a single action Q-learning and Sarsa are TD(0): root mean square error of the five values, α = 0.1. */
it.each([qLearning, sarsa])('$name without a choice predicts as well as TD(0)', (kind) => {
  const environment = new PopulationEnvironment(classic('random-walk'), { users: 1 });
  const settings = {
    ...AS_IN_THE_BOOK,
    discount: 1,
    stepSize: 0.1,
    epsilonStart: 0,
    epsilonEnd: 0,
    initialValue: 0.5,
  };
  const errors: number[][] = AT.map(() => []);
  for (let run = 0; run < RUNS; run++) {
    liveThrough(
      environment,
      { kind, settings, episodes: AT[AT.length - 1] },
      `walk ${run}`,
      () => {},
      (agent, episode) => {
        const at = AT.indexOf(episode + 1);
        if (at < 0) return;
        const squares = PLACES.map((place) => ((agent.actionValues?.(place)[0] ?? 0) - place / 6) ** 2);
        errors[at].push(Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / PLACES.length));
      },
    );
  }
  for (const [k, list] of errors.entries()) {
    const { mean, error } = meanOf(list);
    // The reference gives no standard error; it has four digits.
    expect(Math.abs(mean - PUBLISHED[k])).toBeLessThan(4 * Math.hypot(error, error) + 5e-5);
  }
});
