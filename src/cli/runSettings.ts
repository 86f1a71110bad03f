import type { RunRecord } from '../experiment/runRecord.ts';
import type { RunSettings } from '../ui/browse/browseLists.ts';

/** What a run was begun with, as text by name. */
export function runSettings({ configuration }: Pick<RunRecord, 'configuration'>): RunSettings {
  const { scenario, agent, seed, users, episodes, heldOutUsers: heldOut } = configuration;
  const { settings, backend, spending } = agent;
  return {
    training: written({ seed, users, episodes, heldOut, observe: scenario.observe }),
    scenario: written(scenario.parameters),
    agent: written({ ...settings, ...(backend && { backend }), ...(spending && { spending }) }),
  };
}

function written(values: Readonly<Record<string, string | number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
}
