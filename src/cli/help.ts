import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { optionsOf } from './commonOptions.ts';
import { parserOf } from './parser.ts';

/** Help of one command: examples first, then its options. */
export async function commandHelp(name: string, command: Command): Promise<string> {
  const usage = `tenure ${name} ${command.positional ?? ''}`.trim();
  const examples = command.examples.map(([line, about]) => `  # ${about}\n  ${line}`);
  const options = await parserOf(optionsOf(command)).getHelp();
  return `${usage}\n\n${command.describe}\n\nExamples:\n${examples.join('\n')}\n\n${options}\n`;
}

/** Help of the whole program: its commands. */
export async function programHelp(): Promise<string> {
  const parser = parserOf({});
  for (const [name, { describe }] of Object.entries(COMMANDS)) parser.command(name, describe);
  const head = 'tenure <command> [options]\n\nA laboratory for retention policies.';
  return `${head}\n\n${await parser.getHelp()}\n\ntenure <command> --help shows examples and options of one.\n`;
}
