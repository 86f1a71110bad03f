import type { RunSettings } from './browseLists.ts';

/**
 * Everything that a run was begun with, by name: what decides its training, its scenario, its agent. Where the scenario
 * has a parameter of the same name, the agent's setting is called `agent.<name>`.
 */
export function allSettings(settings: RunSettings): Readonly<Record<string, string>> {
  const known = MADE.get(settings);
  if (known) return known;
  const made = joined(settings);
  MADE.set(settings, made);
  return made;
}

/** Columns and filters ask for those of every run again and again. */
const MADE = new WeakMap<RunSettings, Readonly<Record<string, string>>>();

function joined({ training, scenario, agent }: RunSettings): Record<string, string> {
  const others = { ...training, ...scenario };
  const own = Object.entries(agent).map(([name, value]) => [
    Object.hasOwn(others, name) ? `agent.${name}` : name,
    value,
  ]);
  return { ...others, ...Object.fromEntries(own) };
}
