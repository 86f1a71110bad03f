import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../../agents/kinds.ts';
import { qLearning } from '../../../agents/tabular/qLearning.ts';
import { learn } from '../../../src/experiment/interact.ts';
import { restInvestLeave } from '../../support/restInvestLeave.ts';

/** So many that never all of them leave before the horizon, which would end an episode. */
const USERS = 2_000;

const FALLING = { epsilonStart: 0.9, epsilonEnd: 0.1, epsilonPart: 0.5 };

function makeAgent(settings: Readonly<Record<string, number>>) {
  const world = restInvestLeave(USERS, 10);
  const agent = qLearning.create(world.spec, { key: 1, trainingDays: 30 }, settingsOf(qLearning, settings));
  return { world, agent };
}

/** ε of each day of three episodes of ten days, as the agent reports it. */
function epsilons(settings: Readonly<Record<string, number>>): number[] {
  const { world, agent } = makeAgent(settings);
  return ['a', 'b', 'c'].flatMap((seed) =>
    [...learn(world, agent, seed)].map(({ figures }) => figures['epsilon']),
  );
}

describe('the schedule of exploration', () => {
  it('falls in a straight line over a part of the training days, then stays', () => {
    const days = epsilons(FALLING);
    expect(days[0]).toBe(0.9);
    for (let day = 0; day <= 15; day++) expect(days[day]).toBeCloseTo(0.9 - (0.8 * day) / 15, 12);
    expect(days.slice(15)).toEqual(Array(15).fill(days[15]));
  });

  it('is at its end from the first day where it falls over no part of them', () => {
    const [first, ...others] = epsilons({ ...FALLING, epsilonPart: 0 });
    expect(first).toBeCloseTo(0.1, 12);
    expect(new Set(others)).toEqual(new Set([first]));
  });

  it('goes on where it was after restore()', () => {
    const { world, agent } = makeAgent(FALLING);
    const { agent: revived } = makeAgent(FALLING);
    for (const _ of learn(world, agent, 'a'));
    revived.restore(agent.save());
    const [next] = learn(world, agent, 'b');
    const [same] = learn(world, revived, 'b');
    expect(same.figures).toEqual(next.figures);
    expect(next.figures['epsilon']).toBeCloseTo(0.9 - (0.8 * 10) / 15, 12);
  });
});
