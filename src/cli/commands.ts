import type { Command } from './command.ts';

interface Entry {
  readonly describe: string;
  readonly load: () => Promise<{ readonly command: Command }>;
}

/** Every command: one line here, one file in commands/. Only the one that is asked for is loaded. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  quickstart: {
    describe: 'the main job end to end: train, compare with baselines, say what to try next',
    load: () => import('./commands/quickstart.ts'),
  },
  browse: {
    describe: 'runs, scenarios and lessons as lists; each opens on its own screen',
    load: () => import('./commands/browse.ts'),
  },
  scenarios: {
    describe: 'list the scenarios, or tell one: story, stages, actions, formulas',
    load: () => import('./commands/scenarios.ts'),
  },
  agents: {
    describe: 'list the agents, or tell one: its settings, what people use, sources',
    load: () => import('./commands/agents.ts'),
  },
  check: {
    describe: 'validate a scenario file and run its own sanity checks',
    load: () => import('./commands/check.ts'),
  },
  train: {
    describe: 'train an agent, with checkpoints and --resume',
    load: () => import('./commands/train.ts'),
  },
  evaluate: {
    describe: 'play a policy or a run on held-out users',
    load: () => import('./commands/evaluate.ts'),
  },
  compare: {
    describe: 'the same people and luck under several policies: differences with intervals',
    load: () => import('./commands/compare.ts'),
  },
  solve: {
    describe: 'the exact optimum of a finite scenario',
    load: () => import('./commands/solve.ts'),
  },
  replay: {
    describe: 'watch a run day by day, and ask why',
    load: () => import('./commands/replay.ts'),
  },
  learn: {
    describe: 'nine lessons in the terminal: try, predict, see, understand',
    load: () => import('./commands/learn.ts'),
  },
  runs: {
    describe: 'list the runs in the results folder',
    load: () => import('./commands/runs.ts'),
  },
  bench: {
    describe: 'measured throughput of simulator and agents on this machine',
    load: () => import('./commands/bench.ts'),
  },
  doctor: {
    describe: 'what is installed and what works here',
    load: () => import('./commands/doctor.ts'),
  },
};
