import type { Command, Invocation, OptionSpec } from './command.ts';
import { readCommandLine } from './commandLine.ts';
import { optionsOf } from './commonOptions.ts';
import { Interruption } from './interruption.ts';
import { type Output, processOutput } from './output.ts';
import { type RawValues, type ResolvedOptions, resolveOptions } from './resolveOptions.ts';

/**
 * Runs a command as its command line says.
 *
 * @param words behind the command's name
 * @param outputOf where its words go, given whether they are to be JSON
 * @returns the exit code
 * @throws UsageError if the words make no sense, an Interruption if a command that heeds signals was stopped by one
 */
export async function invoke(
  name: string,
  command: Command,
  words: readonly string[],
  outputOf: (json: boolean) => Output = processOutput,
): Promise<number> {
  const { flags, positional } = await readCommandLine(name, command, words);
  const specs = optionsOf(command);
  const options = resolveOptions(specs, flags, await configurationOf(flags, specs), process.env);
  const abort = new AbortController();
  const interrupt = (signal: NodeJS.Signals) => {
    if (abort.signal.aborted) process.exit(signal === 'SIGINT' ? 130 : 143);
    abort.abort(new Interruption(signal));
  };
  if (command.heedsSignal) process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    const output = outputOf(options.values['json'] === true);
    const code = (await command.run(invocationOf(positional, options, output, abort.signal))) ?? 0;
    abort.signal.throwIfAborted();
    return code;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

/** The values of the file that --config or TENURE_CONFIG names. */
async function configurationOf(
  flags: RawValues,
  specs: Readonly<Record<string, OptionSpec>>,
): Promise<RawValues> {
  const { config } = resolveOptions({ config: specs['config'] }, flags, {}, process.env).values;
  if (typeof config !== 'string') return {};
  const { readConfigurationFile } = await import('./configurationFile.ts');
  return readConfigurationFile(config, specs);
}

function invocationOf(
  positional: readonly string[],
  { values, origins }: ResolvedOptions,
  output: Output,
  signal: AbortSignal,
): Invocation {
  const value = <T>(name: string) => values[name] as T;
  return {
    arguments: positional,
    output,
    signal,
    integer: value,
    number: value,
    text: value,
    optional: value,
    list: value,
    flag: value,
    maybe: value,
    origin: (name) => origins[name],
  };
}
