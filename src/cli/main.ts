import { suggestion } from '../../environments/scenario/diagnostics.ts';
import { bareCommand } from './bareCommand.ts';
import { UsageError } from './command.ts';
import { COMMANDS } from './commands.ts';
import { exitCodeOf, messageOf } from './failure.ts';
import { commandHelp, programHelp } from './help.ts';
import { invoke } from './invoke.ts';
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
    const words = bare ? [await bareCommand(argv), ...argv] : [...argv];
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
