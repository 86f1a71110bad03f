/**
 * The project's own benchmark (`npm run bench`), part by part; what is compared is measured in turns, as these machines
 * are noisy and only ratios can be trusted. tests/README.md tells its options.
 */
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { loadScenario, readScenarioFile } from '../../environments/scenario/loadScenario.ts';
import { main } from '../../src/cli/main.ts';
import { compareAgents } from './agentSpeed.ts';
import { compareWithElsewhere } from './elsewhere.ts';
import { loadedEngines } from './engines.ts';
import { compareWithHand } from './kernelRatio.ts';
import { compareNetworks } from './networkSpeed.ts';
import { readOptions } from './options.ts';
import { compareWorlds } from './worlds.ts';

const options = readOptions(process.argv.slice(2));
const { quick, parts, rest } = options;
const load = loadavg()[0].toFixed(1);
console.log(
  `${cpus().length} cores, load ${load} before; with other work on them, CPU time says more than the clock\n`,
);
const engines = await loadedEngines(options.engines);
const program = loadScenario(readScenarioFile(join(import.meta.dirname, '../../scenarios/coupon-trap.yaml')));

const RUN: Readonly<Record<(typeof parts)[number], () => unknown>> = {
  kernel: () => compareWithHand(quick ? 4 : 12),
  language: () => compareWorlds(quick ? 3 : 9),
  networks: () => compareNetworks(engines, quick ? 5 : 20),
  agents: () => compareAgents(program, { ...options, engines }),
  elsewhere: () => compareWithElsewhere(program, { ...options, engines }),
  command: async () => {
    const words = quick && !rest.includes('--seconds') ? ['--seconds', '0', ...rest] : rest;
    process.exitCode = await main(['bench', ...words]);
  },
};
for (const part of parts) {
  await RUN[part]();
  console.log();
}
