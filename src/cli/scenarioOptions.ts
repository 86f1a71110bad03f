import { loadScenario, type ScenarioSource } from '../../environments/scenario/loadScenario.ts';
import { observeEverything } from '../../environments/scenario/observeEverything.ts';
import type { Program } from '../../environments/scenario/program.ts';
import type { Origin } from '../experiment/configuration.ts';
import { type Invocation, type OptionSpec, UsageError } from './command.ts';
import { numberFrom } from './number.ts';
import { findScenario } from './scenarioFiles.ts';

/** Options of every command that loads a scenario. */
export const SCENARIO_OPTIONS = {
  set: { kind: 'list', about: 'set a scenario parameter: --set name=value; repeatable' },
  observe: {
    kind: 'text',
    default: 'declared',
    choices: ['declared', 'full'],
    about: 'what agents see: what the scenario declares, or, with full, everything, for study',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** A scenario with its parameters set. */
export interface LoadedScenario {
  readonly source: ScenarioSource;
  readonly program: Program;
  readonly observe: 'declared' | 'full';
}

/** Finds, reads and checks the scenario that a command was given. */
export function loadNamed(name: string, invocation: Invocation): LoadedScenario {
  // Histories are what an agent makes of what is declared; the world shows the same.
  const observe = invocation.text('observe') === 'full' ? 'full' : 'declared';
  return loadWith(findScenario(name), assignments('set', invocation.list('set')), observe);
}

export function loadWith(
  source: ScenarioSource,
  parameters: Readonly<Record<string, number>>,
  observe: LoadedScenario['observe'],
): LoadedScenario {
  const program = loadScenario(source, parameters);
  if (observe === 'full' && program.decision)
    throw new UsageError(
      `--observe full: ${program.name} is decided for as a whole; its figures are all there is to see`,
    );
  return { source, observe, program: observe === 'full' ? observeEverything(program) : program };
}

/** Where the scenario's part of a configuration came from, by path. */
export function scenarioOrigins({ program }: LoadedScenario, invocation: Invocation): Record<string, Origin> {
  const set = invocation.list('set').map((pair) => pair.split('=')[0]);
  const parameters = program.parameters.map(({ name }): [string, Origin] => [
    `scenario.parameters.${name}`,
    set.includes(name) ? invocation.origin('set') : 'scenario',
  ]);
  return { ...Object.fromEntries(parameters), 'scenario.observe': invocation.origin('observe') };
}

/** Reads name=value pairs. */
export function assignments(option: string, pairs: readonly string[]): Record<string, number> {
  const values: Record<string, number> = {};
  for (const pair of pairs) {
    const [, name, text] = /^([^=]+)=(.+)$/.exec(pair) ?? [];
    const value = numberFrom(text ?? '');
    if (name === undefined || name in Object.prototype || !Number.isFinite(value)) {
      throw new UsageError(`--${option}: expected name=number, got "${pair}"`);
    }
    values[name] = value;
  }
  return values;
}
