#!/usr/bin/env node
import { main } from './main.ts';

// A reader that has seen enough, like `head`, is no failure; without one for remarks, the work still goes on.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
process.stderr.on('error', () => {});

process.exitCode = await main(process.argv.slice(2));
