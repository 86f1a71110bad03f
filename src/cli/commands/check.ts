import { policiesOf } from '../../../agents/index.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { streamKey } from '../../../environments/random/streams.ts';
import type { Check, Program } from '../../../environments/scenario/program.ts';
import { type CheckResult, runChecks } from '../../experiment/scenarioChecks.ts';
import { type Unsound, unsound } from '../../experiment/soundness.ts';
import type { Command, Invocation } from '../command.ts';
import { loadNamed, SCENARIO_OPTIONS } from '../scenarioOptions.ts';

export const command: Command = {
  describe: 'Validates a scenario file, then plays it and runs the sanity checks written in it.',
  positional: '<scenario>',
  examples: [
    ['tenure check coupon-trap', 'a scenario that comes with the program'],
    ['tenure check my-shop.yaml --users 20000', 'a file of yours, on more users'],
  ],
  options: {
    users: {
      kind: 'integer',
      fallback: '10000; 100 products',
      range: [2, 10_000_000],
      about: 'users that the checks are played on',
    },
    seed: { kind: 'text', default: 'check', about: 'who they are' },
    ...SCENARIO_OPTIONS,
  },
  async run(invocation) {
    const { output } = invocation;
    const { program, source } = loadNamed(invocation.arguments[0], invocation);
    const results = played(program, invocation);
    const broken = unsound(program);
    if (output.json) output.printJson(documentOf(program, broken, results));
    else for (const line of linesOf(program, source.file, broken, results)) output.print(line);
    return broken.length > 0 || results.some(({ passed }) => !passed) ? 1 : 0;
  },
};

/** Plays the scenario for its checks. */
function played(program: Program, invocation: Invocation): CheckResult[] {
  const seed = invocation.text('seed');
  const { spec } = new PopulationEnvironment(program, { users: 1 });
  const kinds = policiesOf(spec);
  return runChecks(program, {
    users: invocation.maybe('users') ?? (program.decision ? 100 : 10_000),
    seed,
    policy: (name) =>
      kinds.find((kind) => kind.name === name)!.create(spec, { key: streamKey(seed, 'policy') }),
  });
}

function documentOf({ name }: Program, broken: readonly Unsound[], results: readonly CheckResult[]): object {
  const checks = results.map(({ check, value, passed }) => ({ ...check, value, passed }));
  return { schema: 'tenure.check/1', scenario: name, valid: true, unsound: broken, checks };
}

function linesOf(
  program: Program,
  file: string,
  broken: readonly Unsound[],
  results: readonly CheckResult[],
): string[] {
  const { stages, actions } = program;
  const { spec } = new PopulationEnvironment(program, { users: 1 });
  const hold = results.filter(({ passed }) => passed).length;
  return [
    `${file}: valid; ${stages.length} stages, ${actions.length} actions, ${spec.stateCount} observed states`,
    ...broken.map(describeUnsound),
    ...results.map(describeResult),
    results.length === 0 ? 'it has no checks of its own' : `${hold} of ${results.length} checks hold`,
  ];
}

function describeUnsound({ place, text, day, user, action, input }: Unsound): string {
  const cause =
    input === undefined
      ? 'a read outside of a table or vector, log or sqrt of too little'
      : `${input} is none`;
  return `✗ ${place} is no number on day ${day} for user ${user} under always:${action}: ${text} (${cause})`;
}

function describeResult({ check, value, passed }: CheckResult): string {
  const [low, high] = check.between;
  const source = check.source ? `  (${check.source})` : '';
  return `${passed ? '✓' : '✗'} ${nameOf(check)}: ${value.toPrecision(4)}, expected ${low} to ${high}${source}`;
}

function nameOf({ policy, minus, metric, per, statistic, day }: Check): string {
  const ratio = per ? ` per ${per}` : '';
  const kind = statistic === 'mean' ? '' : `${statistic} of `;
  return `${kind}${metric}${ratio} by day ${day} under ${policy}${minus ? ` minus ${minus}` : ''}`;
}
