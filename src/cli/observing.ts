import { AGENTS } from '../../agents/index.ts';
import type { Invocation } from './command.ts';
import { UsageError } from './command.ts';
import { SCENARIO_OPTIONS } from './scenarioOptions.ts';

const MEMORY = '-history';

/** Scenario options of commands that train agents, which may be given a memory. */
export const OBSERVING_OPTIONS = {
  ...SCENARIO_OPTIONS,
  observe: {
    ...SCENARIO_OPTIONS.observe,
    choices: ['declared', 'full', 'history'],
    about:
      "what agents see: what the scenario declares; with full everything, for study; with history what a recurrent network makes of each user's days (dqn is then dqn-history)",
  },
} as const;

/**
 * The agent that an agent becomes where it is to see histories: the one with a memory. Policies that do not learn
 * stay as they are.
 *
 * @throws UsageError if the agent has none
 */
export function observing(name: string, invocation: Invocation): string {
  const kind = AGENTS.find((agent) => agent.name === name);
  if (invocation.text('observe') !== 'history' || !kind || kind.networks === 'recurrent') return name;
  if (AGENTS.some((agent) => agent.name === `${name}${MEMORY}`)) return `${name}${MEMORY}`;
  const able = AGENTS.filter(({ networks }) => networks === 'recurrent');
  const names = able.map((agent) => agent.name.slice(0, -MEMORY.length));
  throw new UsageError(
    `--observe history: ${name} cannot read histories; those that can: ${names.join(', ')}`,
  );
}
