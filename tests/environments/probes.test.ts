import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { observedOptimum } from '../../environments/exact/solve/observedPolicy.ts';
import { loadScenario, readScenarioFile } from '../../environments/scenario/loadScenario.ts';
import type { Program } from '../../environments/scenario/program.ts';
import type { ExactResult } from '../../src/experiment/exactResult.ts';
import { solved, stateWith, worth } from './exact/solved.ts';

const FOLDER = join(import.meta.dirname, '../probes');
const DISCOUNT = 0.9;

const probe = (name: string): Program => loadScenario(readScenarioFile(join(FOLDER, `${name}.yaml`)));

/** The optimum of a life without end, and of the days that are watched. */
function both(program: Program): readonly [ExactResult, ExactResult] {
  return [solved(program), solved(program, { kind: 'horizon' })];
}

describe('the folder', () => {
  it('holds scenarios that load and can be solved, discounted by 0.9, a few days long', () => {
    const names = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
    expect(names.map((file) => file.replace('.yaml', ''))).toEqual([
      'constant-reward',
      'hidden-taste',
      'reward-from-action',
      'reward-from-both',
      'reward-from-observation',
      'two-step-delay',
    ]);
    for (const file of names) {
      const program = probe(file.replace('.yaml', ''));
      expect(program.objective).toEqual({ criterion: 'discounted', discount: DISCOUNT });
      expect(program.horizon).toBeLessThanOrEqual(20);
      expect(solved(program).process.states.length).toBeLessThanOrEqual(4);
    }
  });
});

describe('the optimum of', () => {
  it('constant-reward is Σ γᵗ, whatever is done', () => {
    const [ever, days] = both(probe('constant-reward'));
    expect(ever.solution.optimum).toBeCloseTo(10, 12);
    expect(ever.states[0].actions).toEqual(['one', 'other']);
    expect(days.solution.optimum).toBeCloseTo(10 * (1 - DISCOUNT ** 10), 12);
  });

  it('reward-from-observation is what is seen, and 0 before anything is', () => {
    const [ever, days] = both(probe('reward-from-observation'));
    for (const sign of [-1, 1]) {
      expect(stateWith(ever, { sign }).value).toBeCloseTo(sign, 12);
      expect(stateWith(ever, { sign }).actions).toEqual(['one', 'other']);
    }
    expect(ever.solution.optimum).toBeCloseTo(0, 12);
    expect(days.solution.optimum).toBeCloseTo(0, 12);
  });

  it('two-step-delay is γ², then γ, then 1, whatever is done', () => {
    const [ever, days] = both(probe('two-step-delay'));
    for (const age of [0, 1, 2]) {
      expect(stateWith(ever, { age }).value).toBeCloseTo(DISCOUNT ** (2 - age), 12);
      expect(stateWith(ever, { age }).actions).toEqual(['one', 'other']);
    }
    expect(days.solution.optimum).toBeCloseTo(0.81, 12);
  });

  it('reward-from-action is that of the second; another first costs 1', () => {
    const program = probe('reward-from-action');
    const [ever, days] = both(program);
    expect(ever.solution.optimum).toBeCloseTo(10, 12);
    expect(ever.states[0].actions).toEqual(['second']);
    expect(worth(program, ever, 'none').value).toBeCloseTo(0, 12);
    expect(days.solution.optimum).toBeCloseTo(10 * (1 - DISCOUNT ** 10), 12);
  });

  it('reward-from-both is that of the action of the sign; always the same one is worth nothing', () => {
    const program = probe('reward-from-both');
    const [ever, days] = both(program);
    expect(ever.solution.optimum).toBeCloseTo(10, 12);
    expect(stateWith(ever, { sign: -1 }).actions).toEqual(['low']);
    expect(stateWith(ever, { sign: 1 }).actions).toEqual(['high']);
    expect(worth(program, ever, 'always:high').value).toBeCloseTo(0, 12);
    expect(days.solution.optimum).toBeCloseTo(10 * (1 - DISCOUNT ** 10), 12);
  });
});

describe('hidden-taste', () => {
  const program = probe('hidden-taste');
  const [ever, days] = both(program);
  const blind = observedOptimum(ever.process, ever.solution);

  it('is worth 9 to who knows the taste', () => {
    expect(ever.solution.optimum).toBeCloseTo(9, 12);
    expect(days.solution.optimum).toBeCloseTo(9 * (1 - DISCOUNT ** 20), 12);
  });

  it('is worth 5.7455 to who has no memory, and 5 without coins', () => {
    expect(blind.optimum).toBeCloseTo(5.745486, 6);
    expect(blind.deterministic).toBeCloseTo(5, 12);
    expect(observedOptimum(days.process, days.solution).optimum).toBeCloseTo(5.020867, 6);
    expect(worth(program, ever, 'random').value).toBeCloseTo(5, 12);
  });

  it('has no better way without memory, by the value in closed form on a grid', () => {
    const grid = Array.from({ length: 401 }, (_, k) => 0.1 + (0.8 * k) / 400);
    const rows = grid.map((quiet) => Math.max(...grid.map((visited) => withoutMemory(quiet, visited))));
    expect(Math.max(...rows)).toBeLessThan(blind.optimum + 1e-9);
    expect(Math.max(...rows)).toBeCloseTo(blind.optimum, 4);
  });

  it('is worth 8.4218 to who remembers everything, 7.3276 in 20 days', () => {
    expect(withMemory(1000)).toBeCloseTo(8.421789, 6);
    expect(withMemory(20)).toBeCloseTo(7.3276, 6);
  });
});

/**
 * What it is worth to bring a visit to users of the first taste with one probability after a quiet day and another
 * after a visit; to users of the second taste these are 1 minus each.
 */
function withoutMemory(quiet: number, visited: number): number {
  const value = (a: number, b: number) => a / (1 - DISCOUNT * (b - a)) / (1 - DISCOUNT);
  return (value(quiet, visited) + value(1 - quiet, 1 - visited)) / 2;
}

/**
 * What it is worth to act best by everything that was answered, over so many days. Every answer makes one taste nine
 * times as likely against the other, so that the count of answers for the first less those for the second says it all.
 */
function withMemory(days: number): number {
  const MOST = 40;
  const liked = (count: number) => 1 / (1 + 9 ** -count);
  let values = new Float64Array(2 * MOST + 1);
  const at = (count: number) => values[MOST + Math.max(-MOST, Math.min(MOST, count))];
  for (let day = 0; day < days; day++) {
    values = values.map((_, k) => {
      const count = k - MOST;
      const send = (probability: number, ifVisit: number) => {
        const visit = 0.1 + 0.8 * probability;
        return visit * (1 + DISCOUNT * at(count + ifVisit)) + (1 - visit) * DISCOUNT * at(count - ifVisit);
      };
      return Math.max(send(liked(count), 1), send(1 - liked(count), -1));
    });
  }
  return at(0);
}
