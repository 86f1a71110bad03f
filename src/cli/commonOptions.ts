import type { Command, OptionSpec } from './command.ts';

/** Options of every command. */
export const COMMON_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  json: { kind: 'flag', about: 'one JSON document on stdout' },
  config: { kind: 'text', about: 'a YAML or JSON file with option values' },
  debug: { kind: 'flag', about: 'show the stack of an error' },
};

/** All options that a command understands, by name. */
export function optionsOf(command: Command): Readonly<Record<string, OptionSpec>> {
  return { ...command.options, ...COMMON_OPTIONS };
}
