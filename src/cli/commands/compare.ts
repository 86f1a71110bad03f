import { nearest } from '../../../environments/scenario/diagnostics.ts';
import { optimumCaption } from '../../experiment/compare.ts';
import { seedList } from '../../experiment/seedList.ts';
import { type Command, type Invocation, UsageError } from '../command.ts';
import { comparePolicies } from '../comparePolicies.ts';
import { comparisonHeader, printComparison } from '../comparisonReport.ts';
import { OBSERVING_OPTIONS, observing } from '../observing.ts';
import { onTheFly } from '../onTheFly.ts';
import { type NamedPolicy, namedPolicy } from '../policies.ts';
import { type LoadedScenario, loadNamed } from '../scenarioOptions.ts';
import { defaultHeldOut, HELD_OUT_FALLBACK, ON_THE_FLY_OPTIONS, RESULTS_OPTION } from '../trainingOptions.ts';

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
      about: 'independent repetitions: users, luck, and the training of agents; a run is trained already',
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
    const days = daysOf(scenario, invocation);
    const users = invocation.maybe('users') ?? defaultHeldOut(scenario.program);
    const policies = await chosenPolicies(scenario, days, invocation);
    const against = againstOf(policies, invocation);
    const seeds = seedList(invocation.text('seed'), invocation.integer('seeds'));
    const comparison = await comparePolicies(scenario, policies, { seeds, users, days }, invocation);
    const { output } = invocation;
    if (output.json) {
      const header = comparisonHeader('tenure.compare/1', scenario, { seeds, users, days });
      return output.printJson({ ...header, ...comparison, optimum: comparison.optimum ?? null });
    }
    printComparison(comparison, scenario, { seeds, users, days, against, policies }, output);
    if (comparison.optimum !== undefined) output.print(output.dim(optimumCaption(comparison.optimum, days)));
    return undefined;
  },
};

/** Where a decision stands for several days, what is played ends with one. */
function daysOf({ program: { name, decision, horizon } }: LoadedScenario, invocation: Invocation): number {
  const days = invocation.maybe('days') ?? horizon;
  if (days > horizon) throw new UsageError(`--days: the horizon of ${name} is ${horizon} days, got ${days}`);
  const every = decision?.every ?? 1;
  if (days === horizon || days % every === 0) return days;
  throw new UsageError(
    `--days: ${name} is decided for every ${every} days; expected a multiple of that, got ${days}`,
  );
}

function againstOf(policies: readonly NamedPolicy[], invocation: Invocation): string | undefined {
  const asked = invocation.optional('against');
  const against = asked && observing(asked, invocation);
  const names = policies.map(({ name }) => name);
  if (against === undefined || names.includes(against)) return against;
  const near = nearest(against, names);
  const meant = near === undefined ? '' : `; did you mean "${near}"?`;
  throw new UsageError(`--against: "${against}" is not among the policies ${names.join(', ')}${meant}`);
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
