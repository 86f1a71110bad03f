import { SPENDINGS, type Spending } from '../../../agents/budget/spending.ts';
import { AGENTS } from '../../../agents/index.ts';
import type { Origin, RunConfiguration } from '../../experiment/configuration.ts';
import { RunFolder } from '../../experiment/runFolder.ts';
import { BACKEND_OPTION, resolveBackends } from '../backends.ts';
import { type Command, type Invocation, UsageError } from '../command.ts';
import { OBSERVING_OPTIONS, observing } from '../observing.ts';
import { refuseUnknownSettings } from '../policies.ts';
import { findRun, openRun } from '../runs.ts';
import { assignments, type LoadedScenario, loadNamed, scenarioOrigins } from '../scenarioOptions.ts';
import { SCREEN_OPTIONS } from '../screenOptions.ts';
import {
  agentKind,
  configure,
  DEFAULT_EPISODES,
  defaultHeldOut,
  HELD_OUT_FALLBACK,
  prepareTraining,
  RESULTS_OPTION,
  scenarioSettings,
  USERS_FALLBACK,
} from '../trainingOptions.ts';
import { reportTraining } from '../trainReport.ts';
import { trainRun } from '../trainRun.ts';
import { madeHere } from '../version.ts';
import { interrupt } from '../watching/interrupt.ts';
import { isWatched } from '../watching/isWatched.ts';

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
    plain: { kind: 'flag', about: 'print lines; what happens anyway where there is no terminal' },
    ...OBSERVING_OPTIONS,
    ...SCREEN_OPTIONS,
    ...RESULTS_OPTION,
  },
  heedsSignal: true,
  async run(invocation) {
    const { output, signal } = invocation;
    const resume = invocation.optional('resume');
    const request = resume === undefined ? await requested(invocation) : resumed(resume, invocation);
    const { scenario, configuration, origins, folder } = request;
    if (invocation.flag('print-config')) return printConfiguration(configuration, origins, invocation);
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
    if (!done && isWatched(invocation)) return onScreen(request, invocation);
    const title = `train ${configuration.scenario.name} ${configuration.agent.name} seed ${configuration.seed}`;
    const options = { resume: resume !== undefined, signal, output, title };
    const record =
      done ?? (await trainRun(await prepareTraining(scenario, configuration, origins, folder), options));
    reportTraining(record, scenario.program, folder.label, output);
  },
};

/** Trains while somebody looks on; at its end, shows what the policy did with the held-out users if they want that. */
async function onScreen(request: Request, invocation: Invocation): Promise<void> {
  const { scenario, configuration, origins, folder } = request;
  const { agent, seed, users, episodes, heldOutUsers } = configuration;
  const { trainOnScreen } = await import('../watching/trainOnScreen.ts');
  const { record, end } = await trainOnScreen(
    {
      source: scenario.source,
      configuration,
      origins,
      folder: folder.path,
      resume: invocation.optional('resume') !== undefined,
    },
    {
      program: scenario.program,
      agent: agent.name,
      settings: agent.settings,
      seed,
      users,
      episodes,
      heldOutUsers,
    },
    invocation,
  );
  if (end === 'replay') {
    const { command: replay } = await import('./replay.ts');
    await replay.run({ ...invocation, arguments: [folder.path] });
  }
  if (record) reportTraining(record, scenario.program, folder.label, invocation.output);
  if (end === 'interrupted') await interrupt(invocation.signal);
}

interface Request {
  readonly scenario: LoadedScenario;
  readonly configuration: RunConfiguration;
  readonly origins: Readonly<Record<string, Origin>>;
  readonly folder: RunFolder;
}

async function requested(invocation: Invocation): Promise<Request> {
  const [name] = invocation.arguments;
  if (name === undefined) throw new UsageError('train needs a scenario; tenure scenarios lists them');
  const scenario = loadNamed(name, invocation);
  const agent = observing(invocation.text('agent'), invocation);
  const { networks } = agentKind(agent);
  const settings = assignments('option', invocation.list('option'));
  refuseUnknownSettings(settings, [agent]);
  const backend = networks && (await resolveBackends([agent], invocation))[networks];
  if (!scenario.program.budget && invocation.origin('spending') === 'flag')
    throw new UsageError(`--spending: ${scenario.program.name} has no budget to be spent`);
  const configuration = configure(scenario, {
    agent,
    ...(backend !== undefined && { backend }),
    spending: invocation.text('spending') as Spending,
    settings,
    seed: invocation.text('seed'),
    users: invocation.maybe('users'),
    episodes: invocation.integer('episodes'),
    heldOutUsers: invocation.maybe('held-out') ?? defaultHeldOut(scenario.program),
  });
  const origins = originsOf(scenario, configuration, settings, invocation);
  return {
    scenario,
    configuration,
    origins,
    folder: RunFolder.of(invocation.text('results'), configuration),
  };
}

/** What a run was begun with; it goes on with that, so nothing may be asked for that it would not heed. */
function resumed(name: string, invocation: Invocation): Request {
  const decided = Object.keys(command.options).filter((option) => !HEEDED_ON_RESUME.includes(option));
  const ignored = decided.find((option) => invocation.origin(option) === 'flag');
  if (ignored !== undefined || invocation.arguments.length > 0) {
    const what = ignored === undefined ? `"${invocation.arguments[0]}"` : `--${ignored}`;
    throw new UsageError(`--resume goes on with the configuration of the run; leave out ${what}`);
  }
  const opened = openRun(findRun(name, invocation.text('results'), 'all'));
  invocation.output.note(`resuming ${opened.folder.label}`);
  const { configuration, origins } = opened.record;
  return { scenario: opened, configuration, origins, folder: opened.folder };
}

const HEEDED_ON_RESUME = ['resume', 'results', 'print-config', 'plain', ...Object.keys(SCREEN_OPTIONS)];

function originsOf(
  scenario: LoadedScenario,
  configuration: RunConfiguration,
  settings: object,
  invocation: Invocation,
): Record<string, Origin> {
  const decided = scenarioSettings(agentKind(configuration.agent.name), scenario.program);
  const agent = Object.keys(configuration.agent.settings).map((name): [string, Origin] => [
    `agent.settings.${name}`,
    Object.hasOwn(settings, name)
      ? invocation.origin('option')
      : Object.hasOwn(decided, name)
        ? 'scenario'
        : 'default',
  ]);
  return {
    ...scenarioOrigins(scenario, invocation),
    ...Object.fromEntries(agent),
    'agent.name': invocation.origin('agent'),
    ...(configuration.agent.backend !== undefined && { 'agent.backend': invocation.origin('backend') }),
    seed: invocation.origin('seed'),
    users: invocation.origin('users'),
    episodes: invocation.origin('episodes'),
    heldOutUsers: invocation.origin('held-out'),
  };
}

function printConfiguration(
  configuration: RunConfiguration,
  origins: Request['origins'],
  { output }: Invocation,
): void {
  if (output.json) {
    output.printJson({ schema: 'tenure.configuration/1', configuration, origins });
    return;
  }
  for (const [path, value] of flatten(configuration, '')) {
    output.print(
      `${path.padEnd(36)} ${String(value).padEnd(14)} ${origins[path] ?? 'scenario'}`.slice(0, 120),
    );
  }
}

function flatten(value: object, prefix: string): [string, unknown][] {
  return Object.entries(value).flatMap(([key, part]) =>
    typeof part === 'object'
      ? flatten(part as object, `${prefix}${key}.`)
      : [[`${prefix}${key}`, part] as [string, unknown]],
  );
}
