import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../environments/contract.ts';
import { observedOptimum } from '../../../environments/exact/solve/observedPolicy.ts';
import { loadScenario } from '../../../environments/scenario/loadScenario.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import { type Evaluation, evaluate } from '../../../src/experiment/evaluate.ts';
import { type ExactResult, solveExactly, worthOf } from '../../../src/experiment/exactResult.ts';
import { observedPolicy } from '../../../src/experiment/observedPolicy.ts';
import { optimalPolicy } from '../../../src/experiment/optimalPolicy.ts';
import { finiteProgram } from './finiteProgram.ts';
import { knownAnswer, policyNamed, solved } from './solved.ts';

/** More programs by hand: EXACT_RUNS=1000 EXACT_SEED=1 npx vitest run simulatedMean --testTimeout 0 */
const PROGRAMS = Number(process.env['EXACT_RUNS'] ?? 25);
const SEED = Number(process.env['EXACT_SEED'] ?? 2_024);
const USERS = 2_000;
/** The best over what is seen takes long to find where there is much to try. */
const FEW_STATES = 40;

/** Mean return of users and its standard error. */
function returns({ metrics }: Evaluation): { mean: number; error: number } {
  const { values } = metrics[0];
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

/** One policy's return in the simulation against its exact worth, in standard errors. */
interface Comparison {
  readonly policy: string;
  readonly apart: number;
  readonly aboveOptimum: number;
}

function compare(program: Program, seed: string): Comparison[] {
  const result = solveExactly(program, {
    kind: 'horizon',
    discount: program.objective.discount,
    days: program.horizon,
  });
  const { process, solution } = result;
  const last = program.actions[program.actions.length - 1].name;
  const named = ['random', `always:${last}`, 'sure', 'drawn'].filter(
    (name) => !['sure', 'drawn'].includes(name) || program.rules.some((rule) => rule.name === name),
  );
  const fixed = named.map((name) => ({ name, play: () => policyNamed(program, name, 77) }));
  const judged = [
    ...fixed.map(({ name, play }) => ({ name, play, exact: worthOf(result, name, play()).value })),
    {
      name: 'optimal',
      play: () => optimalPolicy(process, solution, program.horizon),
      exact: solution.optimum,
    },
    ...(process.states.length <= FEW_STATES ? [bestSeen(result)] : []),
  ];
  return judged.map(({ name, play, exact }) => {
    const { mean, error } = returns(evaluate(program, play(), { users: USERS, seed: `${seed}/${name}` }));
    // What is the same for everyone has no error but that of single precision.
    const unit = error + 1e-7 * Math.max(1, Math.abs(exact));
    return { policy: name, apart: (mean - exact) / unit, aboveOptimum: (mean - solution.optimum) / unit };
  });
}

/** The best policy over what is seen. */
function bestSeen({ process, solution }: ExactResult) {
  const seen = observedOptimum(process, solution);
  const play = (): Policy => observedPolicy(seen, process.actions, 5);
  return { name: 'optimal-observed', play, exact: seen.optimum };
}

describe('the mean return of simulated users', () => {
  it('is the exact worth: of rules, chance, the optimum, in many programs', () => {
    const all: (Comparison & { readonly text: string })[] = [];
    fc.assert(
      fc.property(fc.gen(), fc.nat(1_000_000), (g, seed) => {
        const text = finiteProgram(g);
        const program = loadScenario({ name: 'finite', file: 'finite.yaml', text });
        all.push(...compare(program, String(seed)).map((one) => ({ ...one, text })));
      }),
      { numRuns: PROGRAMS, seed: SEED, endOnFailure: true },
    );
    expect(all.length).toBeGreaterThan(5 * PROGRAMS);
    expect(all.filter(({ apart }) => !(Math.abs(apart) < 5))).toEqual([]);
    expect(all.filter(({ aboveOptimum }) => aboveOptimum > 4.5)).toEqual([]);
    // 4.6 % are more than 2 errors away; five standard deviations of their number are allowed.
    const expected = 0.0455 * all.length;
    const far = all.filter(({ apart }) => Math.abs(apart) > 2).length;
    expect(Math.abs(far - expected)).toBeLessThan(5 * Math.sqrt(expected));
    const mean = all.reduce((sum, { apart }) => sum + apart, 0) / all.length;
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(all.length));
  });

  it('is the exact worth where draws with endlessly many outcomes enter as a weighted sum', () => {
    const program = knownAnswer('endless-rewards');
    for (const { apart, policy } of compare(program, 'endless'))
      expect(Math.abs(apart), policy).toBeLessThan(4);
    // By hand, for one day of doing nothing: each part's mean.
    const { solution } = solved(program, { days: 1 });
    const spend = 0.5 * Math.exp(0.5 + 0.4 ** 2 / 2);
    const sizes = [1, 2, 3].map((size, k) => {
      const wait = 1 / size + size / 2 - 3 / (1 + size);
      return [0.25, 0.5, 0.25][k] * (wait + (size - 1) / 2);
    });
    // floor(uniform(0.5, 3.25)): 0 for ½, 1 and 2 for 1, 3 for ¼ of 2.75.
    const die = (1 + 2 + 3 / 4) / 2.75;
    const day = spend - 0.5 * 0.5 * 2.5 + spend / 4 + sizes.reduce((a, b) => a + b) - 0.1 + die;
    expect(solution.optimum).toBeCloseTo(Math.max(day, more(spend, sizes, die)), 12);
  });

  it.each(['inventory', 'secretary', 'kinds-of-customers', 'opening-hours'])(
    'is the exact worth in %s',
    (name) => {
      for (const { apart, policy } of compare(knownAnswer(name), name))
        expect(Math.abs(apart), policy).toBeLessThan(4);
    },
  );
});

function more(spend: number, sizes: readonly number[], die: number): number {
  return 2 * spend - 0.5 * 0.5 * 3.5 + spend / 2 + sizes.reduce((a, b) => a + b) - 0.1 + die - 1;
}
