import { qLearning } from '../../../../agents/tabular/qLearning.ts';
import { PopulationEnvironment } from '../../../../environments/population/populationEnvironment.ts';
import { observeEverything } from '../../../../environments/scenario/observeEverything.ts';
import type { Program } from '../../../../environments/scenario/program.ts';
import { type ExactResult, solveExactly, worthOf } from '../../../experiment/exactResult.ts';
import type { Work, Workbench } from '../../lesson.ts';
import { trained } from '../../training.ts';
import { within } from '../../work.ts';

/** The scenario. */
export const WORLD = 'coupon-habit';
/** The rule to beat. */
export const RULE = 'winBack';
/** Episodes of each training. */
export const EPISODES = 10;
/** Customers in each of them. */
export const USERS = 200;
/** Trainings that are compared. */
export const SEEDS = 5;

/** The world with everything visible, and its exact solution. */
export interface Solved {
  readonly program: Program;
  readonly exact: ExactResult;
  /** what a customer is worth under the rule, exactly */
  readonly rule: number;
}

/** Solves the world once. */
export function solved(bench: Workbench): Solved {
  const program = observeEverything(bench.world(WORLD));
  const { criterion, discount } = program.objective;
  const exact = solveExactly(program, { kind: criterion, discount, days: program.horizon });
  const { spec } = new PopulationEnvironment(program, { users: 1 });
  const rule = spec.rules.find(({ name }) => name === RULE)!;
  return { program, exact, rule: worthOf(exact, RULE, rule.create(0)).value };
}

/** What a customer is worth under the policy that one training ends with: exactly, so that only training is luck. */
export function* trainedWorth({ program, exact }: Solved, users: number, seed: string): Work<number> {
  const settings = { discount: program.objective.discount };
  const agent = yield* trained(program, { kind: qLearning, settings, users, episodes: EPISODES, seed });
  return worthOf(exact, qLearning.name, agent.greedy()).value;
}

/** Trainings with the same settings and other seeds: those of `tenure compare --seeds`. */
export function* trainSeeds(world: Solved, seeds: readonly string[]): Work<number[]> {
  const values: number[] = [];
  for (const [k, seed] of seeds.entries())
    values.push(yield* within(trainedWorth(world, USERS, seed), k / seeds.length, (k + 1) / seeds.length));
  return values;
}
