import type { ScenarioSource } from '../../../environments/scenario/loadScenario.ts';
import type { Origin, RunConfiguration } from '../../experiment/configuration.ts';
import { RunFolder } from '../../experiment/runFolder.ts';
import { train } from '../../experiment/train.ts';
import type { TrainingWatch } from '../../experiment/trainingWatch.ts';
import { loadWith } from '../scenarioOptions.ts';
import { prepareTraining } from '../trainingOptions.ts';
import { ruleToBeat } from './ruleToBeat.ts';

/** One run to train while somebody looks on, as plain data that can be sent to a thread. */
export interface WatchedJob {
  readonly source: ScenarioSource;
  readonly configuration: RunConfiguration;
  /** where each value of the configuration came from */
  readonly origins: Readonly<Record<string, Origin>>;
  /** path of the run's folder */
  readonly folder: string;
  /** go on from the checkpoint, if there is one */
  readonly resume: boolean;
}

/** Trains a job to its end. @throws the signal's reason if it was aborted */
export async function trainWatched(
  job: WatchedJob,
  watch: Omit<TrainingWatch, 'rule'>,
  signal?: AbortSignal,
): Promise<void> {
  const { source, configuration, origins, folder, resume } = job;
  const { parameters, observe } = configuration.scenario;
  const scenario = loadWith(source, parameters, observe);
  const training = await prepareTraining(scenario, configuration, origins, new RunFolder(folder));
  const rule = ruleToBeat(scenario.program, configuration);
  await train(training, { resume, watch: { ...watch, rule }, ...(signal && { signal }) });
}
