import { RunFolder } from '../../experiment/runFolder.ts';
import type { RunRecord } from '../../experiment/runRecord.ts';
import type { TrainingSetup } from '../../training/trainingHistory.ts';
import { runTrain, type TrainEnd } from '../../ui/train/runTrain.ts';
import type { Invocation } from '../command.ts';
import { goOn } from '../goOn.ts';
import { pictureSaver } from '../picture/pictureSaver.ts';
import { startTraining } from './runningTraining.ts';
import type { WatchedJob } from './watchedJob.ts';

/** How a training on the screen ended. */
export interface EndOnScreen {
  /** the finished run; undefined: it was quit before */
  readonly record: RunRecord | undefined;
  readonly end: TrainEnd;
}

/** Trains while somebody looks on. Where it is left before its end, the last checkpoint stays and it says how to go on. */
export async function trainOnScreen(
  job: WatchedJob,
  setup: TrainingSetup,
  { output, signal, text, flag }: Pick<Invocation, 'output' | 'signal' | 'text' | 'flag'>,
): Promise<EndOnScreen> {
  const training = startTraining(job, setup);
  const folder = new RunFolder(job.folder);
  const remark = () => {
    const { phase, episodes } = training.history();
    if (phase !== 'finished') output.note(goOn(folder, episodes.length));
  };
  const end = await runTrain(training, {
    glyphs: text('glyphs') as 'unicode' | 'ascii',
    altScreen: flag('alt-screen'),
    save: pictureSaver(''),
    stdin: process.stdin,
    stdout: process.stdout,
    signal,
    onStopped: remark,
  });
  const isFinished = training.history().phase === 'finished';
  if (isFinished || training.hasFailed()) await training.ended;
  else await training.stop();
  remark();
  return { record: isFinished ? folder.read() : undefined, end };
}
