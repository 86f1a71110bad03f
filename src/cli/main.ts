import { readFileSync, statSync } from 'node:fs';
import yargs, { type Argv } from 'yargs';
import { type Command, type Invocation, type OptionSpec, UsageError } from './command.ts';
import { COMMANDS } from './commands.ts';
import { exitCodeOf, messageOf } from './failure.ts';
import { processOutput } from './output.ts';
import { type RawValues, type ResolvedOptions, resolveOptions } from './resolveOptions.ts';
import { VERSION } from './version.ts';

/** Options of every command. */
const COMMON: Readonly<Record<string, OptionSpec>> = {
  json: { kind: 'flag', about: 'one JSON document on stdout' },
  config: { kind: 'text', about: 'a YAML or JSON file with option values' },
  debug: { kind: 'flag', about: 'show the stack of an error' },
};

/**
 * Runs the program.
 *
 * @param argv the words after `tenure`
 * @returns the exit code: 0, 1 failed, 2 misuse, 130 or 143 after a signal
 */
export async function main(argv: readonly string[]): Promise<number> {
  const debug = argv.includes('--debug');
  try {
    const name = argv.find((word) => !word.startsWith('-'));
    const words =
      name === undefined && !argv.some((word) => HELP.includes(word)) ? ['quickstart', ...argv] : [...argv];
    return await dispatch(words);
  } catch (error) {
    process.stderr.write(`tenure: ${messageOf(error, debug)}\n`);
    return exitCodeOf(error);
  }
}

const HELP = ['--help', '-h', '--version', '-v'];

async function dispatch(words: readonly string[]): Promise<number> {
  const [name] = words;
  if (name !== undefined && !name.startsWith('-') && !Object.hasOwn(COMMANDS, name)) {
    const { suggestion } = await import('../../environments/scenario/diagnostics.ts');
    throw new UsageError(
      `there is no command "${name}"${suggestion(name, Object.keys(COMMANDS))}\ntenure --help lists them`,
    );
  }
  const command =
    name !== undefined && Object.hasOwn(COMMANDS, name) ? (await COMMANDS[name].load()).command : undefined;
  const parser = makeParser(name, command);
  const parsed = await parser.parseAsync([...words]);
  if (!command || HELP.some((word) => words.includes(word))) return 0;
  return invoke(command, parsed as RawValues & { _: (string | number)[] });
}

function makeParser(name: string | undefined, command: Command | undefined): Argv {
  const parser = yargs()
    .scriptName('tenure')
    .usage('tenure <command> [options]\n\nA laboratory for retention policies.')
    .parserConfiguration({
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'boolean-negation': true,
    })
    .version(VERSION)
    .alias({ h: 'help', v: 'version' })
    .help()
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .exitProcess(false)
    .strictOptions()
    .fail((message, error) => {
      throw error ?? new UsageError(message);
    });
  for (const [key, { describe }] of Object.entries(COMMANDS)) {
    if (key !== name || !command) parser.command(key, describe);
    else
      parser.command(`${key} ${command.positional ?? ''}`.trim(), command.describe, (y) =>
        addOptions(y, key, command),
      );
  }
  return parser;
}

function addOptions(parser: Argv, name: string, command: Command): Argv {
  parser.usage(`tenure ${name} ${command.positional ?? ''}\n\n${command.describe}`);
  for (const key of positionalNames(command)) parser.positional(key, { type: 'string' });
  for (const [line, about] of command.examples) parser.example(line, about);
  for (const [key, spec] of Object.entries({ ...command.options, ...COMMON })) {
    const fallback = 'default' in spec && spec.default !== undefined ? String(spec.default) : spec.fallback;
    const description = fallback === undefined ? spec.about : `${spec.about} [${fallback}]`;
    parser.option(key, { type: spec.kind === 'flag' ? 'boolean' : 'string', description });
  }
  return parser;
}

async function invoke(command: Command, parsed: RawValues & { _: (string | number)[] }): Promise<number> {
  const specs = { ...command.options, ...COMMON };
  const file = await readConfiguration(parsed['config'], specs);
  const options = resolveOptions(specs, parsed, file, process.env);
  const given = positionalNames(command).flatMap((key) =>
    parsed[key] === undefined ? [] : [String(parsed[key])],
  );
  const extra = parsed._.slice(1).map(String);
  if (extra.length > 0) throw new UsageError(`unexpected "${extra[0]}"; see --help`);
  const abort = new AbortController();
  const interrupt = (signal: NodeJS.Signals) => {
    if (abort.signal.aborted) process.exit(signal === 'SIGINT' ? 130 : 143);
    abort.abort(new Interruption(signal));
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    return (await command.run(invocationOf(given, options, abort.signal))) ?? 0;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

function positionalNames({ positional = '' }: Command): string[] {
  return [...positional.matchAll(/[<[]([a-z]+)/g)].map((match) => match[1]);
}

async function readConfiguration(
  path: unknown,
  specs: Readonly<Record<string, OptionSpec>>,
): Promise<RawValues> {
  if (typeof path !== 'string') return {};
  if (statSync(path).size > 64 * 1024) throw new UsageError(`${path} is too large for a configuration file`);
  const { parse } = await import('yaml');
  const values = parse(readFileSync(path, 'utf8'), { maxAliasCount: 0 }) as unknown;
  if (typeof values !== 'object' || values === null)
    throw new UsageError(`${path}: expected option names with values`);
  const unknown = Object.keys(values).find((key) => !Object.hasOwn(specs, key));
  if (unknown !== undefined)
    throw new UsageError(`${path}: there is no option "${unknown}" for this command`);
  return values as RawValues;
}

function invocationOf(
  given: readonly string[],
  { values, origins }: ResolvedOptions,
  signal: AbortSignal,
): Invocation {
  const value = <T>(name: string) => values[name] as T;
  return {
    arguments: given,
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
