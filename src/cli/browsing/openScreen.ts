import { listRuns } from '../../experiment/runFolder.ts';
import type { Command, Invocation } from '../command.ts';
import { COMMANDS } from '../commands.ts';
import { exitCodeOf, messageOf } from '../failure.ts';
import { Interruption } from '../interruption.ts';
import { invoke } from '../invoke.ts';
import { processOutput } from '../output.ts';

/** How a screen ended that was opened from the lists. */
export interface Opened {
  /** exit code of the command */
  readonly code: number;
  /** what there is to say of it, in a line; may be empty */
  readonly message: string;
}

/**
 * Runs a command as its command line does. What goes wrong in it is told, and does not end the program.
 *
 * @param words behind `tenure`
 * @param browse the command line that opened the lists; where it says where runs are and how to draw, that is handed on
 * @throws Interruption if the command was stopped by a signal
 */
export async function openScreen([name, ...words]: readonly string[], browse: Invocation): Promise<Opened> {
  const { command } = await COMMANDS[name].load();
  const remarks: string[] = [];
  const outputOf = (json: boolean) => {
    const output = processOutput(json);
    const note = (text: string) => {
      remarks.push(text);
      output.note(text);
    };
    return { ...output, note };
  };
  const results = browse.text('results');
  const before = newestRun(results)?.modified ?? 0;
  try {
    const code = await invoke(name, command, [...words, ...handedOn(command, browse)], outputOf);
    return { code, message: name === 'train' ? (trainedSince(before, results) ?? remarks.at(-1) ?? '') : '' };
  } catch (error) {
    if (error instanceof Interruption) throw error;
    process.stderr.write(`tenure: ${messageOf(error, browse.flag('debug'))}\n`);
    return {
      code: exitCodeOf(error),
      message: messageOf(error, false).replaceAll('\n', '; ').replace(/ +/g, ' '),
    };
  }
}

/** Options of the lists that a command has as well, where somebody chose them. */
function handedOn({ options }: Command, { text, flag, origin }: Invocation): string[] {
  const chosen = (option: string) => Object.hasOwn(options, option) && origin(option) !== 'default';
  return [
    ...(chosen('results') ? ['--results', text('results')] : []),
    ...(chosen('glyphs') ? ['--glyphs', text('glyphs')] : []),
    ...(chosen('alt-screen') ? [flag('alt-screen') ? '--alt-screen' : '--no-alt-screen'] : []),
  ];
}

/** What became of a run that was written since; undefined: there is none. */
function trainedSince(time: number, results: string): string | undefined {
  const newest = newestRun(results);
  if (!newest || newest.modified <= time) return undefined;
  const { state } = newest.read().status;
  return `${newest.label} is ${state === 'completed' ? 'finished' : 'not finished'}`;
}

function newestRun(results: string) {
  const runs = listRuns(results);
  return runs.length === 0 ? undefined : runs.reduce((a, b) => (b.modified > a.modified ? b : a));
}
