import { suggestion } from '../../environments/scenario/diagnostics.ts';
import { type Command, type OptionSpec, UsageError } from './command.ts';
import { optionsOf } from './commonOptions.ts';
import { parserOf } from './parser.ts';
import type { RawValues } from './resolveOptions.ts';

/** A command line taken apart; values are as they were written. */
export interface CommandLine {
  readonly flags: RawValues;
  /** what is neither an option nor an option's value */
  readonly positional: readonly string[];
}

/**
 * Takes the words after a command's name apart.
 *
 * @throws UsageError naming the option that does not exist and the nearest that does, or the argument that is missing
 */
export async function readCommandLine(
  name: string,
  command: Command,
  words: readonly string[],
): Promise<CommandLine> {
  const specs = optionsOf(command);
  const end = words.indexOf('--');
  for (const word of end < 0 ? words : words.slice(0, end)) checkOption(word, name, specs);
  const { _, ...flags } = await parserOf(specs).parseAsync([...words]);
  const positional = _.map(String);
  const expected = command.positional?.split(' ') ?? [];
  const missing = expected[positional.length];
  if (missing?.startsWith('<')) throw new UsageError(`${name} needs ${missing}; see tenure ${name} --help`);
  if (positional.length > expected.length)
    throw new UsageError(
      `${name} has no use for "${positional[expected.length]}"; see tenure ${name} --help`,
    );
  return { flags, positional };
}

/** yargs takes a misspelt option for a new one, and a misspelt value of a flag for "false". */
function checkOption(word: string, command: string, specs: Readonly<Record<string, OptionSpec>>): void {
  const [, dashes, written, value] = /^(--?)(?![\d.])([^=]+)(?:=(.*))?$/.exec(word) ?? [];
  if (written === undefined) return;
  const name = written.replace(/^no-/, '');
  if (dashes === '-' || !Object.hasOwn(specs, name)) {
    const known = Object.keys(specs).map((option) => `--${option}`);
    const near = dashes === '-' ? '' : suggestion(`--${name}`, known);
    throw new UsageError(
      `${command} has no option ${dashes}${written}${near}\ntenure ${command} --help lists them`,
    );
  }
  if (specs[name].kind === 'flag' && value !== undefined && value !== 'true' && value !== 'false')
    throw new UsageError(`--${name}: expected true or false, got "${value}"`);
}
