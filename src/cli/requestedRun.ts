import type { Spending } from '../../agents/budget/spending.ts';
import type { Origin, RunConfiguration } from '../experiment/configuration.ts';
import { RunFolder } from '../experiment/runFolder.ts';
import { resolveBackends } from './backends.ts';
import { type Invocation, UsageError } from './command.ts';
import { observing } from './observing.ts';
import { refuseUnknownSettings } from './refuseUnknownSettings.ts';
import { findRun, openRun } from './runs.ts';
import { assignments, type LoadedScenario, loadNamed, scenarioOrigins } from './scenarioOptions.ts';
import { SCREEN_OPTIONS } from './screenOptions.ts';
import { agentKind, configure, defaultHeldOut, scenarioSettings } from './trainingOptions.ts';

/** What is to be trained, and where it is kept. */
export interface RequestedRun {
  readonly scenario: LoadedScenario;
  readonly configuration: RunConfiguration;
  /** where each value of the configuration came from */
  readonly origins: Readonly<Record<string, Origin>>;
  readonly folder: RunFolder;
}

/**
 * The run that a command line of train asks for.
 *
 * @throws UsageError naming what does not exist or cannot be
 */
export async function requestedRun(invocation: Invocation): Promise<RequestedRun> {
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

/**
 * What a run was begun with; it goes on with that, so nothing may be asked for that it would not heed.
 *
 * @param name the run's folder, id or "latest"
 * @param options names of all options of the command
 * @throws UsageError naming what would not be heeded
 */
export function resumedRun(name: string, options: readonly string[], invocation: Invocation): RequestedRun {
  const decided = options.filter((option) => !HEEDED_ON_RESUME.includes(option));
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
