import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../../agents/kinds.ts';
import { qLearning } from '../../../agents/tabular/qLearning.ts';
import { learn } from '../../../src/experiment/interact.ts';
import { restInvestLeave } from '../../support/restInvestLeave.ts';

/** ε of each day of three episodes of ten days, as the agent reports it. */
function epsilons(settings: Readonly<Record<string, number>>): number[] {
  const world = restInvestLeave(3, 10);
  const agent = qLearning.create(world.spec, { key: 1, trainingDays: 30 }, settingsOf(qLearning, settings));
  return ['a', 'b', 'c'].flatMap((seed) =>
    [...learn(world, agent, seed)].map(({ figures }) => figures['epsilon']),
  );
}

describe('the schedule of exploration', () => {
  it('falls in a straight line over a part of the training days, then stays', () => {
    const days = epsilons({ epsilonStart: 0.9, epsilonEnd: 0.1, epsilonPart: 0.5 });
    expect(days[0]).toBe(0.9);
    for (let day = 0; day <= 15; day++) expect(days[day]).toBeCloseTo(0.9 - (0.8 * day) / 15, 12);
    expect(days.slice(15)).toEqual(Array(15).fill(days[15]));
  });

  it('is at its end from the first day where it falls over no part of them', () => {
    expect(epsilons({ epsilonStart: 0.9, epsilonEnd: 0.1, epsilonPart: 0 })).toEqual(
      Array(30).fill(expect.closeTo(0.1, 12)),
    );
  });

  it('goes on where it was after restore()', () => {
    const world = restInvestLeave(3, 10);
    const make = () => qLearning.create(world.spec, { key: 1, trainingDays: 30 }, settingsOf(qLearning, {}));
    const [agent, revived] = [make(), make()];
    for (const _ of learn(world, agent, 'a'));
    revived.restore(agent.save());
    const [next] = learn(world, agent, 'b');
    const [same] = learn(world, revived, 'b');
    expect(same.figures).toEqual(next.figures);
    expect(next.figures['epsilon']).toBeCloseTo(1 - (0.95 * 10) / 18, 12);
  });
});
