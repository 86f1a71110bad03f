import { seedList } from '../../experiment/seedList.ts';
import { type Command, type Invocation, UsageError } from '../command.ts';
import { comparePolicies } from '../comparePolicies.ts';
import { comparisonHeader, printComparison } from '../comparisonReport.ts';
import { namedPolicy } from '../policies.ts';
import { findRun, looksLikeRun, openRun } from '../runs.ts';
import { type LoadedScenario, loadNamed, SCENARIO_OPTIONS, scenarioOrigins } from '../scenarioOptions.ts';
import { DEFAULT_EPISODES, defaultHeldOut, HELD_OUT_FALLBACK, RESULTS_OPTION } from '../trainingOptions.ts';

export const command: Command = {
  describe: 'Plays one policy or run on held-out users and shows what it comes to.',
  positional: '<policy>',
  examples: [
    ['tenure evaluate latest', 'the run trained last'],
    ['tenure evaluate marketer --scenario coupon-trap', 'a rule of a scenario'],
  ],
  options: {
    scenario: { kind: 'text', about: 'scenario to play it in', fallback: "the run's own" },
    seeds: { kind: 'integer', default: 1, range: [1, 1000], about: 'populations to play it on' },
    seed: { kind: 'text', default: '1', about: 'the first seed' },
    users: {
      kind: 'integer',
      fallback: HELD_OUT_FALLBACK,
      range: [2, 10_000_000],
      about: 'users per seed',
    },
    ...SCENARIO_OPTIONS,
    ...RESULTS_OPTION,
  },
  heedsSignal: true,
  async run(invocation) {
    const { output, signal } = invocation;
    const [name] = invocation.arguments;
    const results = invocation.text('results');
    const scenario = scenarioOf(name, invocation);
    const policy = namedPolicy(name, {
      scenario,
      results,
      training: { episodes: DEFAULT_EPISODES, heldOutUsers: defaultHeldOut(scenario.program) },
      origins: scenarioOrigins(scenario, invocation),
    });
    const users = invocation.maybe('users') ?? defaultHeldOut(scenario.program);
    const seeds = seedList(invocation.text('seed'), invocation.integer('seeds'));
    const plan = { seeds, users, days: scenario.program.horizon };
    const comparison = await comparePolicies(scenario, [policy], plan, { output, signal });
    if (output.json) {
      const header = comparisonHeader('tenure.evaluate/1', scenario, plan);
      output.printJson({ ...header, policy: comparison.policies[0] });
      return;
    }
    printComparison(comparison, scenario, { ...plan, against: name, policies: [policy] }, output);
  },
};

function scenarioOf(name: string, invocation: Invocation): LoadedScenario {
  const scenario = invocation.optional('scenario');
  if (scenario !== undefined) return loadNamed(scenario, invocation);
  const results = invocation.text('results');
  if (name === 'latest' || looksLikeRun(name, results)) {
    const changed = Object.keys(SCENARIO_OPTIONS).find((option) => invocation.origin(option) === 'flag');
    if (changed !== undefined)
      throw new UsageError(
        `--${changed} needs --scenario: a run is played in the scenario it was trained in`,
      );
    return openRun(findRun(name, results, 'finished'));
  }
  throw new UsageError(`"${name}" is not a run; give --scenario to play a policy in`);
}
