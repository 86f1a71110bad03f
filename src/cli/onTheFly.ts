import { resolveBackends } from './backends.ts';
import type { Invocation } from './command.ts';
import type { PolicyContext } from './policies.ts';
import { refuseUnknownSettings } from './refuseUnknownSettings.ts';
import { assignments, type LoadedScenario, scenarioOrigins } from './scenarioOptions.ts';
import { defaultHeldOut } from './trainingOptions.ts';

/**
 * How a command trains the agents among its policies, and where each value came from.
 *
 * @param names of the policies
 * @param option the option that named them
 */
export async function onTheFly(
  scenario: LoadedScenario,
  names: readonly string[],
  option: string,
  invocation: Invocation,
): Promise<PolicyContext> {
  const settings = assignments('option', invocation.list('option'));
  refuseUnknownSettings(settings, names);
  const given = Object.keys(settings).map((key) => [`agent.settings.${key}`, invocation.origin('option')]);
  return {
    scenario,
    settings,
    results: invocation.text('results'),
    backends: await resolveBackends(names, invocation),
    training: {
      users: invocation.maybe('train-users'),
      episodes: invocation.integer('episodes'),
      heldOutUsers: defaultHeldOut(scenario.program),
    },
    origins: {
      ...scenarioOrigins(scenario, invocation),
      ...Object.fromEntries(given),
      'agent.name': invocation.origin(option),
      'agent.backend': invocation.origin('backend'),
      seed: invocation.origin('seed'),
      users: invocation.origin('train-users'),
      episodes: invocation.origin('episodes'),
    },
  };
}
