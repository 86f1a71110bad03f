import type { Command } from '../command.ts';

export const command: Command = { describe: '', examples: [], options: {}, async run() {} };
