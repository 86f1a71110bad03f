import type { Policy } from '../../../environments/contract.ts';
import { observedOptimum } from '../../../environments/exact/solve/observedPolicy.ts';
import { solveExactly, worthOf } from '../../experiment/exactResult.ts';
import { type Command, type Invocation, UsageError } from '../command.ts';
import { CRITERION_OPTIONS, criterionOf } from '../criterionOptions.ts';
import { onTheFly } from '../onTheFly.ts';
import { OPTIMAL_NAMES } from '../optimalPolicies.ts';
import { namedPolicy } from '../policies.ts';
import { type LoadedScenario, loadNamed, SCENARIO_OPTIONS } from '../scenarioOptions.ts';
import { solveDocument, solveTables } from '../solveTables.ts';
import { sweepCommand } from '../sweepCommand.ts';
import { trainAll } from '../trainAll.ts';
import { ON_THE_FLY_OPTIONS, RESULTS_OPTION } from '../trainingOptions.ts';

/** Scenarios with more states than this take a while. */
const SLOW = 2_000;

export const command: Command = {
  describe: 'Finds the exact optimum of a finite scenario, and how far its rules are from it.',
  positional: '<scenario>',
  examples: [
    ['tenure solve pfeifer-carraway', 'the optimum, the policy by stage, what the rules are worth'],
    ['tenure solve pfeifer-carraway --sweep mailing=1:12:1', 'where the optimal policy changes'],
    ['tenure solve toymaker --policy whenOut', 'the exact value of a rule'],
    ['tenure solve gridworld --discount 0.5 --json', 'another discount, for a program'],
  ],
  options: {
    policy: {
      kind: 'list',
      about: 'rules, agents (trained on the fly) or runs to evaluate exactly; repeatable',
      fallback: 'none, random and the rules of the file',
    },
    seed: { kind: 'text', default: '1', about: 'of the training of agents' },
    ...ON_THE_FLY_OPTIONS,
    sweep: { kind: 'text', about: 'solve along a parameter: name=from:to:step' },
    ...CRITERION_OPTIONS,
    ...SCENARIO_OPTIONS,
    ...RESULTS_OPTION,
  },
  async run(invocation) {
    const [name] = invocation.arguments;
    const scenario = loadNamed(name, invocation);
    const criterion = criterionOf(scenario.program, invocation);
    const sweep = invocation.optional('sweep');
    if (sweep !== undefined && invocation.list('policy').length > 0)
      throw new UsageError('--sweep follows the optimum only; leave out --policy');
    if (sweep !== undefined) return sweepCommand(sweep, scenario, criterion, invocation);
    const policies = await chosenPolicies(scenario, invocation);
    const result = solveExactly(scenario.program, criterion);
    if (result.process.states.length > SLOW)
      invocation.output.note(
        `${result.process.states.length.toLocaleString('en')} states; looking for the best policy over what agents see`,
      );
    const observed = observedOptimum(result.process, result.solution);
    const worths = policies.map(({ name: policy, play }) => worthOf(result, policy, play));
    const solved = { program: scenario.program, result, observed, worths };
    if (invocation.output.json) return invocation.output.printJson(solveDocument(solved));
    for (const line of solveTables(solved, invocation.output)) invocation.output.print(line);
  },
};

async function chosenPolicies(
  scenario: LoadedScenario,
  invocation: Invocation,
): Promise<{ name: string; play: Policy }[]> {
  const asked = invocation.list('policy').filter((name) => !OPTIMAL_NAMES.includes(name));
  const rules = scenario.program.rules.map(({ name }) => name);
  const names = invocation.list('policy').length > 0 ? [...new Set(asked)] : ['none', 'random', ...rules];
  const context = await onTheFly(scenario, names, 'policy', invocation);
  const seed = invocation.text('seed');
  const policies = names.map((name) => namedPolicy(name, context));
  const remembering = policies.find((policy) => policy.remembers);
  if (remembering)
    throw new UsageError(
      `--policy: ${remembering.name} remembers each user's days; solve evaluates policies that decide by what is seen today. Use compare`,
    );
  await trainAll(
    policies.flatMap((policy) => policy.job?.(seed) ?? []),
    invocation,
  );
  // The optimal policies, which need an environment, are left out above.
  const played = [];
  for (const policy of policies) played.push({ name: policy.name, play: (await policy.for(seed)) as Policy });
  return played;
}
