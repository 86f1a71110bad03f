import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { loadScenario } from '../../../environments/scenario/loadScenario.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import { optimalPolicy } from '../../../src/experiment/optimalPolicy.ts';
import { finiteProgram } from './finiteProgram.ts';
import { policyNamed, solved, written } from './solved.ts';

const PROGRAMS = Number(process.env['EXACT_RUNS'] ?? 25);
const USERS = 60;
const SEED = Number(process.env['EXACT_SEED'] ?? 2_024);

describe('every state that is simulated', () => {
  it('is one that was enumerated, and looks and may be treated as it was said', () => {
    let looked = 0;
    fc.assert(
      fc.property(fc.gen(), fc.nat(1_000_000), (g, seed) => {
        const program = loadScenario({ name: 'finite', file: 'finite.yaml', text: finiteProgram(g) });
        looked += expectEnumerated(program, String(seed));
      }),
      { numRuns: PROGRAMS, seed: SEED, endOnFailure: true },
    );
    expect(looked).toBeGreaterThan(1_000);
  });
});

describe('one program, lived by many', () => {
  const program = written(`horizon: 2
segments: { few: { share: 0.25, rate: 1 }, many: { share: 0.75, rate: 0.5 } }
traits: { keen: bernoulli(rate / 2) }
state: { stock: { value: "floor(uniform(0, 2.5))", range: [0, 3] } }
actions: { wait: {}, order: { when: stock < 2 } }
day:
  sold: bernoulli(0.25 + keen / 2) and stock > 0
  stock: clamp(stock - sold + (action == order) * categorical(1, 2, 1), 0, 3)
lifecycle: { open: { closing: 0.25 * sold, shut: 0.125 }, closing: { shut: 0.5 }, shut: {} }
reward: { sales: sold }
observe: { stock: stock }`);
  const { process } = solved(program);
  const many = 40_000;

  /** Fails where a count is further from its expectation than chance makes it. */
  function expectCounts(counts: Float64Array, expected: Float64Array): void {
    for (const [s, mean] of expected.entries()) {
      if (mean === 0) expect(counts[s], `${process.states[s]}`).toBe(0);
      else expect(Math.abs(counts[s] - mean) / Math.sqrt(mean), `${process.states[s]}`).toBeLessThan(4.5);
    }
  }

  it('is entered and passed through as often as it should be', () => {
    const environment = new PopulationEnvironment(program, { users: many });
    environment.reset('many');
    const indices = () =>
      Int32Array.from({ length: many }, (_, i) => {
        const [keen, stock] = ['keen', 'stock'].map((name) => environment.column(name)[i]);
        return process.indexOf([environment.stages[i], environment.segments[i], keen, stock]) ?? -1;
      });
    let before = indices();
    const born = new Float64Array(process.states.length);
    for (const s of before) born[s]++;
    expectCounts(
      born,
      process.entry.map((p) => p * many),
    );
    for (const action of [1, 0]) {
      environment.step(new Uint8Array(many).fill(action));
      const expected = new Float64Array(process.states.length);
      for (const s of before) {
        if (s < 0) continue;
        const row = process.rowOf[2 * s + action];
        for (let k = process.offsets[row]; k < process.offsets[row + 1]; k++)
          expected[process.targets[k]] += process.probabilities[k];
      }
      before = indices();
      const counts = new Float64Array(process.states.length);
      for (const s of before) if (s >= 0) counts[s]++;
      expectCounts(counts, expected);
    }
  });
});

/** Plays at random; how many states were looked at. */
function expectEnumerated(program: Program, seed: string): number {
  const { process, solution } = solved(program);
  const environment = new PopulationEnvironment(program, { users: USERS });
  const random = policyNamed(program, 'random');
  const found: number[] = [];
  const spy = { ...solution, policy: () => new Uint8Array(process.states.length) };
  const reader = optimalPolicy(
    { ...process, indexOf: (state) => remember(process.indexOf(state)) },
    spy,
    program.horizon,
  )(environment);
  const remember = (index: number | undefined) => {
    if (index !== undefined) found.push(index);
    return index;
  };
  const actions = new Uint8Array(USERS);
  const width = environment.spec.features.length;
  let looked = 0;
  let step = environment.reset(seed);
  for (;;) {
    found.length = 0;
    const { active, states, features, available } = step.observation;
    reader.selectActions(step.observation, actions);
    const living = [...active.keys()].filter((i) => active[i] === 1);
    expect(found).toHaveLength(living.length);
    for (const [k, i] of living.entries()) {
      const s = found[k];
      expect(states[i], `bins of ${process.states[s]}`).toBe(process.observations[s]);
      expect([...features.subarray(i * width, (i + 1) * width)]).toEqual([
        ...process.features.subarray(s * width, (s + 1) * width),
      ]);
      if (available) {
        const n = process.actions;
        const may = [...available.subarray(i * n, (i + 1) * n)];
        // Where nothing is available the first is what is done.
        if (!may.includes(1)) may[0] = 1;
        expect(may).toEqual([...process.available.subarray(s * n, (s + 1) * n)]);
      }
      looked++;
    }
    if (step.stepType === 'last') return looked;
    random.selectActions(step.observation, actions);
    step = environment.step(actions);
  }
}
