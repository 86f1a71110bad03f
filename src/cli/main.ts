import { suggestion } from '../../environments/scenario/diagnostics.ts';
import { type Command, type Invocation, type OptionSpec, UsageError } from './command.ts';
import { readCommandLine } from './commandLine.ts';
import { COMMANDS } from './commands.ts';
import { optionsOf } from './commonOptions.ts';
import { exitCodeOf, messageOf } from './failure.ts';
import { commandHelp, programHelp } from './help.ts';
import { processOutput } from './output.ts';
import { type RawValues, type ResolvedOptions, resolveOptions } from './resolveOptions.ts';
import { VERSION } from './version.ts';

/**
 * Runs the program.
 *
 * @param argv the words after `tenure`
 * @returns the exit code: 0, 1 failed, 2 misuse, 130 or 143 after a signal
 */
export async function main(argv: readonly string[]): Promise<number> {
  const debug = argv.includes('--debug');
  try {
    const bare = argv.length === 0 || (argv[0].startsWith('-') && !argv.some((word) => ABOUT.includes(word)));
    const words = bare ? ['quickstart', ...argv] : [...argv];
    return await dispatch(words);
  } catch (error) {
    process.stderr.write(`tenure: ${messageOf(error, debug)}\n`);
    return exitCodeOf(error);
  }
}

const HELP = ['--help', '-h'];
const ABOUT = [...HELP, '--version', '-v'];

async function dispatch([name, ...words]: readonly string[]): Promise<number> {
  const asked = [name, ...words].find((word) => ABOUT.includes(word));
  if (asked !== undefined && !HELP.includes(asked)) return say(`${VERSION}\n`);
  if (name.startsWith('-')) return say(await programHelp());
  if (!Object.hasOwn(COMMANDS, name)) {
    throw new UsageError(
      `there is no command "${name}"${suggestion(name, Object.keys(COMMANDS))}\ntenure --help lists them`,
    );
  }
  const { command } = await COMMANDS[name].load();
  return asked === undefined ? invoke(name, command, words) : say(await commandHelp(name, command));
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

async function invoke(name: string, command: Command, words: readonly string[]): Promise<number> {
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
    const code = (await command.run(invocationOf(positional, options, abort.signal))) ?? 0;
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
  signal: AbortSignal,
): Invocation {
  const value = <T>(name: string) => values[name] as T;
  return {
    arguments: positional,
    output: processOutput(values['json'] === true),
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

/** The user or the system asked the program to stop. */
export class Interruption extends Error {
  override name = 'Interruption';
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super(`stopped by ${signal}`);
    this.signal = signal;
  }
}
