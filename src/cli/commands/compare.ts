import {
  type Comparison,
  type Contestant,
  captionOf,
  compare,
  optimumCaption,
} from '../../experiment/compare.ts';
import { seeds as seedNames } from '../../experiment/configuration.ts';
import { evaluatePatiently } from '../../experiment/evaluate.ts';
import { solveOnTheSide } from '../../experiment/regret.ts';
import { seedList } from '../../experiment/seedList.ts';
import { type Command, type Invocation, UsageError } from '../command.ts';
import { comparisonTables } from '../comparisonTables.ts';
import { OBSERVING_OPTIONS, observing } from '../observing.ts';
import { onTheFly } from '../onTheFly.ts';
import { type NamedPolicy, namedPolicy } from '../policies.ts';
import { progressBar } from '../progress.ts';
import { type LoadedScenario, loadNamed } from '../scenarioOptions.ts';
import { trainAll } from '../trainAll.ts';
import { defaultHeldOut, HELD_OUT_FALLBACK, ON_THE_FLY_OPTIONS, RESULTS_OPTION } from '../trainingOptions.ts';
import type { TrainJob } from '../trainJob.ts';

export const command: Command = {
  describe:
    'Plays several policies on the same held-out users with the same luck, and shows the differences.',
  positional: '<scenario>',
  examples: [
    ['tenure compare coupon-trap', 'Q-learning, the rules of the file, random, nothing'],
    [
      'tenure compare coupon-trap --policies q-learning,marketer,none --seeds 10',
      'these policies, ten seeds',
    ],
    ['tenure compare coupon-trap --against marketer --json', 'for a program'],
  ],
  options: {
    policies: {
      kind: 'list',
      about: 'rules, agents (trained on the fly) or runs',
      fallback: 'none, random, the rules of the file, q-learning',
    },
    against: {
      kind: 'text',
      about: 'policy that the table of differences is against',
      fallback: 'the best that does not learn',
    },
    seeds: {
      kind: 'integer',
      default: 5,
      range: [1, 1000],
      about: 'independent repetitions: training, users and luck',
    },
    seed: { kind: 'text', default: '1', about: 'the first seed; a number counts on, other text is numbered' },
    users: {
      kind: 'integer',
      fallback: HELD_OUT_FALLBACK,
      range: [2, 10_000_000],
      about: 'held-out users per seed',
    },
    days: { kind: 'integer', range: [1, 100_000], about: 'stop after so many days', fallback: 'the horizon' },
    ...ON_THE_FLY_OPTIONS,
    ...OBSERVING_OPTIONS,
    ...RESULTS_OPTION,
  },
  heedsSignal: true,
  async run(invocation) {
    const [name] = invocation.arguments;
    const scenario = loadNamed(name, invocation);
    const days = invocation.maybe('days') ?? scenario.program.horizon;
    if (days > scenario.program.horizon) {
      throw new UsageError(
        `--days: the horizon of ${scenario.program.name} is ${scenario.program.horizon} days, got ${days}`,
      );
    }
    refuseHalfSteps(scenario, days);
    const users = invocation.maybe('users') ?? defaultHeldOut(scenario.program);
    const policies = await chosenPolicies(scenario, days, invocation);
    const asked = invocation.optional('against');
    const against = asked && observing(asked, invocation);
    if (against !== undefined && !policies.some((policy) => policy.name === against)) {
      throw new UsageError(
        `--against: "${against}" is not among the policies ${policies.map((p) => p.name).join(', ')}`,
      );
    }
    const seeds = seedList(invocation.text('seed'), invocation.integer('seeds'));
    const comparison = await comparePolicies(scenario, policies, { seeds, users, days }, invocation);
    if (invocation.output.json) {
      const header = {
        schema: 'tenure.compare/1',
        scenario: scenario.program.name,
        seeds: seeds.length,
        users,
        days,
      };
      return invocation.output.printJson({ ...header, ...comparison, optimum: comparison.optimum ?? null });
    }
    const agents = new Set(policies.filter((policy) => policy.learns).map((policy) => policy.name));
    for (const line of comparisonTables(
      comparison,
      scenario.program,
      { days, against, agents },
      invocation.output,
    )) {
      invocation.output.print(line);
    }
    invocation.output.print(invocation.output.dim(captionOf(seeds.length, users, scenario.program)));
    if (comparison.optimum !== undefined)
      invocation.output.print(invocation.output.dim(optimumCaption(comparison.optimum, days)));
  },
};

/** Where a decision stands for several days, what is played ends with one. */
function refuseHalfSteps({ program: { name, decision, horizon } }: LoadedScenario, days: number): void {
  const every = decision?.every ?? 1;
  if (days === horizon || days % every === 0) return;
  throw new UsageError(
    `--days: ${name} is decided for every ${every} days; expected a multiple of that, got ${days}`,
  );
}

async function chosenPolicies(
  scenario: LoadedScenario,
  days: number,
  invocation: Invocation,
): Promise<NamedPolicy[]> {
  const asked = invocation.list('policies');
  const rules = scenario.program.rules.map(({ name }) => name);
  const named =
    asked.length > 0
      ? asked
      : ['none', 'random', ...rules, invocation.text('observe') === 'history' ? 'dqn' : 'q-learning'];
  const names = [...new Set(named.map((name) => observing(name, invocation)))];
  const context = { ...(await onTheFly(scenario, names, 'policies', invocation)), days };
  return names.map((name) => namedPolicy(name, context));
}

/** How a comparison is played. */
export interface ComparisonPlan {
  readonly seeds: readonly string[];
  /** held-out users per seed */
  readonly users: number;
  readonly days: number;
}

/** Trains what has to be trained, plays every policy on every seed, and compares. */
export async function comparePolicies(
  { program }: LoadedScenario,
  policies: readonly NamedPolicy[],
  { seeds, users, days }: ComparisonPlan,
  { output, signal }: Pick<Invocation, 'output' | 'signal'>,
): Promise<Comparison> {
  await trainAll(jobsOf(policies, seeds), { output, signal });
  const bar = progressBar(output, 'compare');
  const contestants: Contestant[] = [];
  let done = 0;
  let turnedAway = 0;
  for (const policy of policies) {
    const evaluations = [];
    for (const seed of seeds) {
      const plan = { users, days, seed: seedNames.heldOut(seed) };
      const evaluation = await evaluatePatiently(program, await policy.for(seed), plan, signal);
      evaluations.push({ metrics: evaluation.metrics });
      turnedAway += evaluation.turnedAway;
      bar.update(++done / (policies.length * seeds.length), `${policy.name}, seed ${seed}`);
    }
    contestants.push({ name: policy.name, evaluations });
  }
  bar.end();
  if (turnedAway > 0)
    output.note(
      `${turnedAway.toLocaleString('en')} newcomers found no room and were turned away; raise arrivals.room in ${program.name}`,
    );
  return compare(contestants, solveOnTheSide(program, days)?.solution.optimum);
}

function jobsOf(policies: readonly NamedPolicy[], seeds: readonly string[]): TrainJob[] {
  return policies.flatMap((policy) => seeds.flatMap((seed) => policy.job?.(seed) ?? []));
}
