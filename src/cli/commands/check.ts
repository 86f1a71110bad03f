import { policiesOf } from '../../../agents/index.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { streamKey } from '../../../environments/random/streams.ts';
import type { Check } from '../../../environments/scenario/program.ts';
import { type CheckResult, runChecks } from '../../experiment/scenarioChecks.ts';
import { type Unsound, unsound } from '../../experiment/soundness.ts';
import type { Command } from '../command.ts';
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
    const { program, source } = loadNamed(invocation.arguments[0], invocation);
    const { spec } = new PopulationEnvironment(program, { users: 1 });
    const kinds = policiesOf(spec);
    const seed = invocation.text('seed');
    const results = runChecks(program, {
      users: invocation.maybe('users') ?? (program.decision ? 100 : 10_000),
      seed,
      policy: (name) =>
        kinds.find((kind) => kind.name === name)!.create(spec, { key: streamKey(seed, 'policy') }),
    });
    const broken = unsound(program);
    const failed = results.filter(({ passed }) => !passed).length;
    const { output } = invocation;
    if (output.json) {
      const checks = results.map(({ check, value, passed }) => ({ ...check, value, passed }));
      output.printJson({
        schema: 'tenure.check/1',
        scenario: program.name,
        valid: true,
        unsound: broken,
        checks,
      });
    } else {
      output.print(
        `${source.file}: valid; ${program.stages.length} stages, ${program.actions.length} actions, ${spec.stateCount} observed states`,
      );
      for (const one of broken) output.print(describeUnsound(one));
      for (const result of results) output.print(describeResult(result));
      output.print(
        results.length === 0
          ? 'it has no checks of its own'
          : `${results.length - failed} of ${results.length} checks hold`,
      );
    }
    return failed > 0 || broken.length > 0 ? 1 : 0;
  },
};

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
