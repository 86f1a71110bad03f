import type { RunSettings } from './browseLists.ts';

/**
 * Everything that a run was begun with, by name: what decides its training, its agent, its scenario. A parameter of the
 * scenario is called `scenario.<name>` in every run, as the agents may have a setting of its name that means another thing.
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
  const parameters = Object.entries(scenario).map(([name, value]) => [`scenario.${name}`, value]);
  return { ...training, ...Object.fromEntries(parameters), ...agent };
}
