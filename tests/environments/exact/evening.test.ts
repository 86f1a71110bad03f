import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../environments/contract.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { policyNamed, solved, stateWith, worth, written } from './solved.ts';

/** What a policy comes to for one simulated user, in a world without chance. */
function simulated(program: Program, policy: Policy): number {
  return evaluate(program, policy, { users: 1, seed: '1' }).metrics[0].values[0];
}

/** Both readings, which have to agree. */
function both(sections: string, policy = 'none'): [number, number] {
  const program = written(sections);
  return [worth(program, solved(program), policy).value, simulated(program, policyNamed(program, policy))];
}

/** Tabular index that agents see, after one day of the first action, in both readings. */
function indices(sections: string): [number[], number[]] {
  const program = written(sections);
  const { process } = solved(program);
  const environment = new PopulationEnvironment(program, { users: 300 });
  const seen = new Set(environment.reset('1').observation.states);
  for (const s of environment.step(new Uint8Array(300)).observation.states) seen.add(s);
  return [[...new Set(process.observations)].sort(), [...seen].sort()];
}

describe('values of the evening, and as they are stored', () => {
  // Only what is stored is rounded.
  it('at birth formulas see what is computed above them', () => {
    const [exact, lived] = both(`horizon: 1
traits: { share: 0.1 }
state: { tenth: share == 0.1 }
actions: { none: {} }
reward: { r: tenth }
observe: {}`);
    expect([exact, lived]).toEqual([1, 1]);
  });

  it('formulas see a declared fraction as it is declared, though columns hold 24 bits of it', () => {
    const [exact, lived] = both(`horizon: 3
state: { x: { value: 0.1, values: [0.1, 0.7] } }
actions: { none: {} }
day: { before: x == 0.1, x: 0.7, after: x == 0.7 }
reward: { r: 10 * before + after }
observe: {}`);
    expect([exact, lived]).toEqual([13, 13]);
  });

  it('what may be done depends on the state as it was stored', () => {
    for (const test of ['x == 0.1', 'x > 0.1', 'x <= 0.1', 'sqrt(x - 1)', '-x', '0 * x']) {
      const [exact, lived] = both(
        `horizon: 1
state: { x: { value: 0.1, values: [0.1, 0.2] } }
actions: { none: {}, go: { when: ${test} } }
reward: { r: action == go }
observe: {}`,
        'always:go',
      );
      expect(exact, test).toBe(lived);
    }
  });

  it('bins of state: 0.7 lies in the bin from 0.7', () => {
    const [exact, lived] = indices(`horizon: 1
state: { x: { value: 0, values: [0, 0.7] } }
actions: { none: {} }
day: { x: "bernoulli(0.5) ? 0.7 : 0" }
reward: { r: x }
observe: { x: { value: x, bins: [0.7] } }`);
    expect(exact).toEqual(lived);
  });

  // Bins are found by the value as it was computed, features have 32 bits.
  it("bins of today's variables: 0.7 lies in the bin from 0.7", () => {
    const [exact, lived] = indices(`horizon: 1
actions: { none: {} }
day: { visit: bernoulli(0.5) }
reward: { r: visit }
observe: { spent: { value: 0.7 * visit, bins: [0.7] } }`);
    expect(lived).toEqual([0, 1]);
    expect(exact).toEqual(lived);
  });
});

describe('what is seen of today', () => {
  const program = written(`horizon: 3
state: { mood: { value: 0, range: [0, 1] } }
actions: { none: {}, write: { cost: 1 } }
day: { answer: action == write and bernoulli(0.25), mood: bernoulli(0.5) }
reward: { r: answer }
observe: { answer: { value: answer, bins: [1] }, did: action }`);

  it('is remembered until the next evening, and nothing has been seen at birth', () => {
    const { process } = solved(program);
    expect(process.carried.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'stage stage',
      'state mood',
      'seen answer',
      'seen did',
    ]);
    expect(process.states[process.entry.indexOf(1)]).toEqual([0, 0, 0, 0]);
    // Who was not written to cannot have answered.
    expect(process.states.map(([, ...rest]) => rest.join(''))).toEqual([
      '000',
      '001',
      '011',
      '100',
      '101',
      '111',
    ]);
  });

  it('gives the features and the index that agents see', () => {
    const { process } = solved(program);
    const s = process.indexOf([0, 1, 1, 1]) as number;
    expect([...process.features.subarray(3 * s, 3 * s + 3)]).toEqual([1, 0, 1]);
    expect(process.observations[s]).toBe(3);
  });

  it('is told apart from the state of the same name', () => {
    const { states } = solved(
      written(`horizon: 3
state: { mood: { value: 0, range: [0, 1] } }
actions: { none: {} }
day: { visit: bernoulli(0.5), mood: bernoulli(0.5) }
reward: { r: mood }
observe: { mood: mood + visit }`),
    );
    expect(states).toHaveLength(4);
    expect(new Set(states.map(({ state }) => JSON.stringify(state))).size).toBe(4);
  });
});

describe('the clock', () => {
  it('begins at 0 at birth; the first day is 1, a Monday', () => {
    const [exact, lived] = both(`horizon: 16
state: { last: { value: 0, range: [0, 9] } }
actions: { none: { when: weekday == 0 or weekday == 3 }, other: { when: weekday != 3 } }
day: { last: weekday }
reward: { r: weekday * weekday + (action == other) * 100 }
observe: { w: weekday }`);
    const days = Array.from({ length: 16 }, (_, k) => (k % 7) + 1);
    const other = days.map((_, k) => (k > 0 && days[k - 1] !== 3 ? 100 : 0));
    const sum = days.reduce((total, weekday, k) => total + weekday * weekday + other[k], 0);
    expect([exact, lived]).toEqual([sum, sum]);
  });

  it('counts days and tenure alike, and the weekday with them', () => {
    const [exact, lived] = both(
      `horizon: 16
actions: { none: {}, late: { when: day >= 10 and weekday == 5 } }
reward: { r: day + 10 * tenure + 1000 * weekday + 0.5 * (action == late) }
observe: { day: day }`,
      'always:late',
    );
    let sum = 0;
    for (let day = 1; day <= 16; day++)
      sum += 11 * day + 1000 * (((day - 1) % 7) + 1) + (day === 13 ? 0.5 : 0);
    expect([exact, lived]).toEqual([sum, sum]);
  });

  it('a counted day ends with the horizon: nothing is earned afterwards', () => {
    const program = written(`horizon: 3
actions: { none: {} }
reward: { r: day }
observe: { day: day }`);
    const result = solved(program);
    expect(result.states.map(({ state, value }) => [state['day'], value])).toEqual([
      [0, 6],
      [1, 5],
      [2, 3],
      [3, 0],
    ]);
    expect(stateWith(solved(program, { days: 5 }), { day: 0 }).value).toBe(15);
  });
});
