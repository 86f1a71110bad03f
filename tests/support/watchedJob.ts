import { join } from 'node:path';
import { findScenario } from '../../src/cli/scenarioFiles.ts';
import { loadWith } from '../../src/cli/scenarioOptions.ts';
import { configure } from '../../src/cli/trainingOptions.ts';
import type { WatchedJob } from '../../src/cli/watching/watchedJob.ts';
import { RunFolder } from '../../src/experiment/runFolder.ts';
import type { TrainingSetup } from '../../src/training/trainingHistory.ts';
import { SMALL_SHOP } from './smallShop.ts';

/** What a small training that somebody looks on at is begun with. */
export interface SmallJob {
  readonly agent?: string;
  readonly episodes?: number;
  readonly settings?: Readonly<Record<string, number>>;
}

/** A job of training in the small shop, below a folder, and what is known of it before. */
export function smallJob(
  root: string,
  { agent = 'q-learning', episodes = 6, settings = {} }: SmallJob = {},
): { readonly job: WatchedJob; readonly setup: TrainingSetup } {
  const scenario = loadWith(findScenario(SMALL_SHOP), {}, 'declared');
  const request = { agent, settings, seed: '1', users: 40, episodes, heldOutUsers: 30 };
  const configuration = configure(scenario, request);
  const folder = RunFolder.of(join(root, 'results'), configuration).path;
  const { seed, users, heldOutUsers } = configuration;
  return {
    job: { source: scenario.source, configuration, origins: { seed: 'flag' }, folder, resume: false },
    setup: {
      program: scenario.program,
      agent,
      settings: configuration.agent.settings,
      seed,
      users,
      episodes,
      heldOutUsers,
    },
  };
}
