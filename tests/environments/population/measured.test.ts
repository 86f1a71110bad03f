import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { load, smallScenario } from '../scenario/smallScenario.ts';

const USERS = 100;
const PROGRAM = load(
  smallScenario({
    metrics:
      'metrics: { seen: visit, mean: { value: mood, over: mean }, evening: { value: mood, over: last } }',
    observe: 'observe: { mood: mood, visit: visit }',
    checks: '',
    rules: '',
  }),
);

describe('the sums of a measured population', () => {
  it('are the sums of the daily rewards, costs, contacts and metrics', () => {
    const environment = new PopulationEnvironment(PROGRAM, { users: USERS, measured: true });
    let { active } = environment.reset('sum').observation;
    const sums = ['return', 'cost', 'contacts', 'seen_', 'mean_', 'evening_'];
    const expected = new Map(sums.map((name) => [name, new Float64Array(USERS)]));
    for (let day = 1; day <= PROGRAM.horizon; day++) {
      const actions = Uint8Array.from({ length: USERS }, (_, i) => (i + day) % 2);
      const there = active.slice();
      const { rewards, observation } = environment.step(actions);
      active = observation.active;
      for (let i = 0; i < USERS; i++) {
        if (there[i] === 0) continue;
        const [mood, visit] = [observation.features[2 * i], observation.features[2 * i + 1]];
        expected.get('return')![i] += rewards[i];
        expected.get('cost')![i] += actions[i] === 1 ? 0.1 : 0;
        expected.get('contacts')![i] += actions[i];
        expected.get('seen_')![i] += visit;
        expected.get('mean_')![i] += mood;
        expected.get('evening_')![i] = mood;
      }
    }
    for (const [name, values] of expected) {
      expect(Math.max(...values), name).toBeGreaterThan(0);
      for (const [i, value] of values.entries())
        expect(environment.column(`sum_${name}`)[i], name).toBeCloseTo(value, 5);
    }
  });

  it('start again with each episode, and change nothing else', () => {
    const measured = new PopulationEnvironment(PROGRAM, { users: USERS, measured: true });
    const plain = new PopulationEnvironment(PROGRAM, { users: USERS });
    for (const environment of [measured, plain]) {
      environment.reset('sum');
      environment.step(new Uint8Array(USERS).fill(1));
    }
    expect(measured.column('mood')).toEqual(plain.column('mood'));
    expect(measured.stages).toEqual(plain.stages);
    expect(measured.column('sum_contacts')[0]).toBe(1);
    measured.reset('sum');
    expect(measured.column('sum_contacts')[0]).toBe(0);
  });
});
