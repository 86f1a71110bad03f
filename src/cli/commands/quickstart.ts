import type { Program } from '../../../environments/scenario/program.ts';
import type { Comparison, Difference } from '../../experiment/compare.ts';
import { RunFolder } from '../../experiment/runFolder.ts';
import { seedList } from '../../experiment/seedList.ts';
import type { Command, Invocation } from '../command.ts';
import { comparePolicies } from '../comparePolicies.ts';
import { comparisonHeader, learnersOf, printComparison } from '../comparisonReport.ts';
import { bestBaseline } from '../comparisonTables.ts';
import type { Output } from '../output.ts';
import { type NamedPolicy, namedPolicy, type PolicyContext } from '../policies.ts';
import { type LoadedScenario, loadNamed, SCENARIO_OPTIONS, scenarioOrigins } from '../scenarioOptions.ts';
import {
  agentKind,
  configure,
  DEFAULT_EPISODES,
  defaultHeldOut,
  defaultUsers,
  RESULTS_OPTION,
} from '../trainingOptions.ts';

const AGENT = 'q-learning';
const SCENARIO = 'coupon-trap';

export const command: Command = {
  describe:
    'Trains Q-learning on a simulated shop, compares it with what a marketer would do, and says what to try next.',
  examples: [
    ['tenure quickstart', 'about half a minute'],
    ['tenure quickstart --seeds 2', 'quicker, with wider intervals'],
  ],
  options: {
    seeds: { kind: 'integer', default: 5, range: [1, 100], about: 'independent repetitions' },
    seed: { kind: 'text', default: '1', about: 'the first seed' },
    ...SCENARIO_OPTIONS,
    ...RESULTS_OPTION,
  },
  heedsSignal: true,
  async run(invocation) {
    const { output } = invocation;
    const scenario = loadNamed(SCENARIO, invocation);
    const { program } = scenario;
    const training = { episodes: DEFAULT_EPISODES, heldOutUsers: defaultHeldOut(program) };
    const seeds = seedList(invocation.text('seed'), invocation.integer('seeds'));
    const plan = { seeds, users: training.heldOutUsers, days: program.horizon };
    announce(scenario, seeds.length, output);
    const policies = contestants(scenario, training, invocation);
    const comparison = await comparePolicies(scenario, policies, plan, invocation);
    const users = defaultUsers(agentKind(AGENT), program);
    const request = { agent: AGENT, settings: {}, seed: seeds[0], users, ...training };
    const { label } = RunFolder.of(invocation.text('results'), configure(scenario, request));
    if (output.json) {
      const header = comparisonHeader('tenure.compare/1', scenario, plan);
      output.printJson({ ...header, ...comparison, run: label });
      return;
    }
    printComparison(comparison, scenario, { ...plan, against: undefined, policies }, output);
    output.print(`\n${verdict(comparison, bestBaseline(comparison, learnersOf(policies)).name, plan.days)}`);
    output.print(`\n${whatNext(label, program)}`);
  },
};

/** Says what is going to be done. */
function announce({ program }: LoadedScenario, seeds: number, output: Output): void {
  const users = defaultUsers(agentKind(AGENT), program).toLocaleString('en');
  output.note(`${program.title}: ${program.phenomenon ?? program.story}\n`);
  output.note(
    `${seeds} × ${AGENT} on ${users} simulated users and ${DEFAULT_EPISODES} × ${program.horizon} days, then everyone else's turn`,
  );
}

/** Nothing, chance, the rules of the file and the agent. */
function contestants(
  scenario: LoadedScenario,
  training: PolicyContext['training'],
  invocation: Invocation,
): NamedPolicy[] {
  const origins = scenarioOrigins(scenario, invocation);
  const context = { scenario, results: invocation.text('results'), training, origins };
  const names = ['none', 'random', ...scenario.program.rules.map(({ name }) => name), AGENT];
  return names.map((name) => namedPolicy(name, context));
}

function whatNext(run: string, { name }: Program): string {
  return `Next:\n  tenure replay ${run}\n  tenure scenarios ${name}\n  tenure compare ${name} --policies marketer,myopic,q-learning`;
}

/** What a person would say about it: how the agent does against the best policy that does not learn. */
function verdict({ policies, differences }: Comparison, baseline: string, days: number): string {
  const between = (metric: string) =>
    differences.find((d) => d.a === AGENT && d.b === baseline && d.metric === metric) as Difference;
  const [value, retention] = [between('return'), between('retention.end')];
  const own = policies.find(({ name }) => name === AGENT)!.metrics['retention.end'];
  const rule = policies.find(({ name }) => name === baseline)!.metrics;
  const part = (100 * value.mean) / Math.abs(rule['return'].mean);
  const points = [retention.mean, retention.low, retention.high].map((x) => signed(100 * x, 1));
  const worth = [value.mean, value.low, value.high].map((x) => signed(x, 2));
  const kept = `keeps ${(100 * own.mean).toFixed(1)} % of users to day ${days}, ${points[0]} points against ${baseline} [${points[1]}, ${points[2]}]`;
  const earned = `and is worth ${worth[0]} per user [${worth[1]}, ${worth[2]}], ${signed(part, 0)} %`;
  return `${AGENT} ${kept}, ${earned}. ${judgement(value, baseline)}`;
}

function judgement({ low, high }: Difference, baseline: string): string {
  if (low > 0) return `It beats ${baseline}, the best policy here that does not learn.`;
  if (high < 0) return `It is worse than ${baseline}: not worth having as it is.`;
  return `The interval holds 0: from this one cannot tell whether it beats ${baseline}.`;
}

function signed(value: number, digits: number): string {
  return `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(digits)}`;
}
