import { SPENDINGS } from '../../../agents/budget/spending.ts';
import { AGENTS } from '../../../agents/index.ts';
import type { RunFolder } from '../../experiment/runFolder.ts';
import { BACKEND_OPTION } from '../backends.ts';
import { type Command, type Invocation, UsageError } from '../command.ts';
import { drawsScreen } from '../drawsScreen.ts';
import { leavingCode } from '../leavingCode.ts';
import { OBSERVING_OPTIONS } from '../observing.ts';
import { printConfiguration } from '../printConfiguration.ts';
import { type RequestedRun, requestedRun, resumedRun } from '../requestedRun.ts';
import { SCREEN_OPTIONS } from '../screenOptions.ts';
import {
  DEFAULT_EPISODES,
  HELD_OUT_FALLBACK,
  prepareTraining,
  RESULTS_OPTION,
  USERS_FALLBACK,
} from '../trainingOptions.ts';
import { reportTraining } from '../trainReport.ts';
import { trainRun } from '../trainRun.ts';
import { madeHere } from '../version.ts';

export const command: Command = {
  describe: 'Trains an agent on a scenario. Every episode ends with a checkpoint.',
  positional: '[scenario]',
  examples: [
    ['tenure train coupon-trap', 'Q-learning with its defaults'],
    [
      'tenure train coupon-trap --agent sarsa --seed 2 --option discount=0.995',
      'another agent, seed and setting',
    ],
    ['tenure train --resume latest', 'go on where the last run stopped'],
    ['tenure train coupon-trap --plain', 'a line of progress instead of the screen'],
  ],
  options: {
    agent: {
      kind: 'text',
      default: 'q-learning',
      about: `one of ${AGENTS.map(({ name }) => name).join(', ')}`,
    },
    option: { kind: 'list', about: 'set an agent setting: --option stepSize=0.05; repeatable' },
    ...BACKEND_OPTION,
    spending: {
      kind: 'text',
      default: 'ranked',
      choices: Object.keys(SPENDINGS),
      about: `how the budget of a scenario that has one is spent: ${Object.entries(SPENDINGS)
        .map(([name, about]) => `${name}: ${about}`)
        .join('; ')}`,
    },
    seed: {
      kind: 'text',
      default: '1',
      about: 'any text; decides the users, their luck and the exploration',
    },
    users: {
      kind: 'integer',
      fallback: USERS_FALLBACK,
      range: [1, 10_000_000],
      about: 'users in each episode',
    },
    episodes: {
      kind: 'integer',
      default: DEFAULT_EPISODES,
      range: [1, 1_000_000],
      about: 'episodes to learn from',
    },
    'held-out': {
      kind: 'integer',
      fallback: HELD_OUT_FALLBACK,
      range: [2, 10_000_000],
      about: 'users of the final evaluation',
    },
    resume: { kind: 'text', about: 'go on with an interrupted run: its folder, id or "latest"' },
    fresh: { kind: 'flag', about: 'start over where a run of the same configuration exists' },
    'print-config': { kind: 'flag', about: 'show every value and where it came from, and stop' },
    plain: {
      kind: 'flag',
      about: 'a line for every ten per cent; what happens anyway where there is no terminal, or TERM=dumb',
    },
    ...OBSERVING_OPTIONS,
    ...SCREEN_OPTIONS,
    ...RESULTS_OPTION,
  },
  heedsSignal: true,
  async run(invocation) {
    const { output, signal } = invocation;
    const resume = invocation.optional('resume');
    const request =
      resume === undefined
        ? await requestedRun(invocation)
        : resumedRun(resume, Object.keys(command.options), invocation);
    const { scenario, configuration, origins, folder } = request;
    if (invocation.flag('print-config')) {
      printConfiguration(configuration, origins, invocation);
      return undefined;
    }
    const earlier = folder.exists && !invocation.flag('fresh') ? folder.read() : undefined;
    if (earlier?.status.state === 'unfinished' && resume === undefined) {
      throw new UsageError(
        `this run was begun before and is not finished\ngo on:      tenure train --resume ${folder.label}\nstart over: add --fresh`,
      );
    }
    const done = earlier?.status.state === 'completed' ? earlier : undefined;
    if (done) output.note('this run is already there; --fresh trains it again');
    if (earlier && !madeHere(earlier))
      output.note(
        `another build of tenure made it (${earlier.versions.tenure}); --fresh may come to other results`,
      );
    if (!done && drawsScreen(invocation)) return onScreen(request, invocation);
    const title = `train ${configuration.scenario.name} ${configuration.agent.name} seed ${configuration.seed}`;
    const lines = invocation.flag('plain') ? { ...output, interactive: false } : output;
    const options = { resume: resume !== undefined, signal, output: lines, title };
    const record =
      done ?? (await trainRun(await prepareTraining(scenario, configuration, origins, folder), options));
    reportTraining(record, scenario.program, folder.label, output);
    return undefined;
  },
};

/** Trains while somebody looks on; at its end, shows what the policy did with the held-out users if they want that. */
async function onScreen(request: RequestedRun, invocation: Invocation): Promise<number> {
  const { scenario, folder } = request;
  const { trainOnScreen } = await import('../watching/trainOnScreen.ts');
  const { record, end } = await trainOnScreen(request, invocation);
  const code = end === 'replay' ? await replayed(folder, invocation) : leavingCode(end);
  if (record) reportTraining(record, scenario.program, folder.label, invocation.output);
  return code;
}

async function replayed(folder: RunFolder, invocation: Invocation): Promise<number> {
  const { command: replay } = await import('./replay.ts');
  return (await replay.run({ ...invocation, arguments: [folder.path] })) ?? 0;
}
