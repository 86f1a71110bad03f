import { qLearning } from '../../../agents/tabular/qLearning.ts';
import type { Command } from '../command.ts';
import { loadNamed, SCENARIO_OPTIONS } from '../scenarioOptions.ts';
import { table } from '../table.ts';
import { benchAgent, benchSteps } from '../throughput.ts';

export const command: Command = {
  describe:
    'Measures user-days per second of the simulator alone and with Q-learning in the loop, and memory per user.',
  positional: '[scenario]',
  examples: [
    ['tenure bench', 'the default scenario'],
    ['tenure bench my-shop.yaml --users 1000000 --days 90', 'any scenario file, any size'],
  ],
  options: {
    users: { kind: 'integer', default: 100_000, range: [1, 20_000_000], about: 'users simulated at once' },
    days: { kind: 'integer', default: 30, range: [1, 100_000], about: 'days per repetition' },
    seconds: { kind: 'number', default: 2, range: [0, 3600], about: 'time for each measurement' },
    ...SCENARIO_OPTIONS,
  },
  async run(invocation) {
    const { output } = invocation;
    const { program } = loadNamed(invocation.arguments[0] ?? 'coupon-trap', invocation);
    const days = Math.min(invocation.integer('days'), program.horizon);
    const plan = { users: invocation.integer('users'), days, seconds: invocation.number('seconds') };
    const results = [benchSteps(program, plan), benchAgent(program, qLearning, plan)];
    if (output.json) {
      output.printJson({
        schema: 'tenure.bench/1',
        scenario: program.name,
        users: plan.users,
        days,
        results,
      });
      return;
    }
    const rows = results.map(({ name, userDaysPerSecond, bytesPerUser }) => [
      name,
      `${(userDaysPerSecond / 1e6).toFixed(2)} million`,
      bytesPerUser.toFixed(0),
    ]);
    output.print(
      `${program.name}, ${plan.users.toLocaleString('en')} users × ${days} days, one thread, best repetition`,
    );
    for (const line of table(['', 'user-days per second', 'bytes per user'], rows)) output.print(line);
    output.print(
      output.dim('user-days count users × days; users who have left for good cost almost nothing'),
    );
  },
};
