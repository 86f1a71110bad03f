import { AGENTS } from '../../../agents/index.ts';
import type { RunRecord } from '../../experiment/runRecord.ts';

/**
 * The words behind `tenure` that make a run again, every choice written out, so that they do not depend on defaults.
 *
 * @param scenario its name or file
 */
export function againWords({ configuration, origins }: RunRecord, scenario: string): string[] {
  const { agent, seed, users, episodes, heldOutUsers } = configuration;
  const { parameters, observe } = configuration.scenario;
  const set = Object.entries(parameters).filter(
    ([name]) => !GIVEN.includes(origins[`scenario.parameters.${name}`] ?? 'scenario'),
  );
  const defaults = AGENTS.find(({ name }) => name === agent.name)?.hyperparameters ?? {};
  const settings = Object.entries(agent.settings).filter(
    ([name, value]) => defaults[name]?.default !== value,
  );
  return [
    ...['train', scenario, '--agent', agent.name, '--seed', seed, '--users', String(users)],
    ...['--episodes', String(episodes), '--held-out', String(heldOutUsers)],
    ...(observe === 'full' ? ['--observe', 'full'] : []),
    ...set.flatMap(([name, value]) => ['--set', `${name}=${value}`]),
    ...settings.flatMap(([name, value]) => ['--option', `${name}=${value}`]),
    ...(agent.backend === undefined ? [] : ['--backend', agent.backend.split('+')[0]]),
    ...(agent.spending === undefined ? [] : ['--spending', agent.spending]),
  ];
}

/** Where values come from that nobody chose. */
const GIVEN: readonly string[] = ['default', 'scenario'];
