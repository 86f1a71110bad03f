import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { printDay } from '../../../environments/population/printKernel.ts';
import { load, type Sections, smallScenario } from '../scenario/smallScenario.ts';

const USERS = 60;
const withObjective = (objective: string, sections: Sections = {}) =>
  load(smallScenario({ rules: '', checks: '', ...sections, more: `objective: ${objective}` }));

/** Sums of every user, after an episode under changing actions. */
function sumsOf(program: ReturnType<typeof load>, name: string): number[] {
  const environment = new PopulationEnvironment(program, { users: USERS, measured: true });
  environment.reset('discount');
  for (let day = 0; day < program.horizon; day++)
    environment.step(Uint8Array.from({ length: USERS }, (_, i) => (i + day) % 2));
  return [...environment.column(name)];
}

describe('sum_return', () => {
  it('is Σ γ^(day − 1) · reward where the objective is discounted', () => {
    const program = withObjective('{ discount: 0.9 }');
    const environment = new PopulationEnvironment(program, { users: USERS, measured: true });
    const expected = new Array<number>(USERS).fill(0);
    environment.reset('discount');
    for (let day = 1; day <= program.horizon; day++) {
      const { rewards } = environment.step(Uint8Array.from({ length: USERS }, (_, i) => (i + day) % 2));
      for (const [i, reward] of rewards.entries()) expected[i] += 0.9 ** (day - 1) * reward;
    }
    for (const [i, sum] of environment.column('sum_return').entries())
      expect(sum).toBeCloseTo(expected[i], 5);
    expect(Math.max(...expected)).toBeGreaterThan(1);
  });

  it('counts the first day in full and nothing after leaving', () => {
    const lifecycle = 'lifecycle: { new: { gone: day == 3 }, gone: {} }';
    const sections = { lifecycle, reward: 'reward: { r: 1 }', observe: 'observe: { mood: mood }' };
    expect(sumsOf(withObjective('{ discount: 0.5 }', sections), 'sum_return')).toEqual(
      new Array(USERS).fill(1.75),
    );
  });

  it('is discounted whatever the criterion is, and other sums never are', () => {
    const [discounted, plain] = [withObjective('{ criterion: horizon, discount: 0.9 }'), withObjective('{}')];
    expect(sumsOf(discounted, 'sum_return')).toEqual(
      sumsOf(withObjective('{ discount: 0.9 }'), 'sum_return'),
    );
    expect(sumsOf(discounted, 'sum_return')).not.toEqual(sumsOf(plain, 'sum_return'));
    for (const name of ['sum_cost', 'sum_contacts', 'sum_visits_'])
      expect(sumsOf(discounted, name)).toEqual(sumsOf(plain, name));
  });
});

describe('the printed kernel', () => {
  const source = (program: ReturnType<typeof load>, measured = true) =>
    printDay(program, { measured }).source;

  it('takes the power of the discount once a day, where it needs it', () => {
    const [before, loop] = source(withObjective('{ discount: 0.9 }')).split('for (let i = from');
    expect(before).toContain('wholePower(0.9, day - 1)');
    expect(loop).not.toContain('wholePower');
    expect(source(withObjective('{ discount: 0.9 }'), false)).toBe(
      source(load(smallScenario({ rules: '', checks: '' })), false),
    );
  });

  it('is what it is without an objective where the discount is 1', () => {
    const plain = source(load(smallScenario({ rules: '', checks: '' })));
    expect(plain).not.toContain('discount *');
    for (const criterion of ['horizon', 'total', 'average'])
      expect(source(withObjective(`{ criterion: ${criterion} }`))).toBe(plain);
  });
});
