import type { ScenarioSource } from '../../environments/scenario/loadScenario.ts';
import type { Origin } from '../experiment/configuration.ts';
import { RunFolder } from '../experiment/runFolder.ts';
import { type Progress, train } from '../experiment/train.ts';
import { type LoadedScenario, loadWith } from './scenarioOptions.ts';
import { configure, prepareTraining, type RunRequest } from './trainingOptions.ts';
import { madeHere } from './version.ts';

/** One run to train, as plain data that can be sent to a thread. */
export interface TrainJob {
  readonly source: ScenarioSource;
  readonly parameters: Readonly<Record<string, number>>;
  readonly observe: LoadedScenario['observe'];
  readonly request: RunRequest;
  /** where each value of the configuration came from */
  readonly origins: Readonly<Record<string, Origin>>;
  readonly results: string;
}

/** Trains a job from its last checkpoint to its end; from its beginning where another program began it. */
export async function trainJob(
  job: TrainJob,
  onProgress: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<void> {
  const scenario = loadWith(job.source, job.parameters, job.observe);
  const configuration = configure(scenario, job.request);
  const folder = RunFolder.of(job.results, configuration);
  const training = await prepareTraining(scenario, configuration, job.origins, folder);
  const resume = folder.exists && madeHere(folder.read());
  await train(training, { resume, onProgress, ...(signal && { signal }) });
}
