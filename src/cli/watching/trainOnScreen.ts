import type { RunRecord } from '../../experiment/runRecord.ts';
import { runTrain, type TrainEnd } from '../../ui/train/runTrain.ts';
import type { Invocation } from '../command.ts';
import { goOn } from '../goOn.ts';
import { pictureSaver } from '../picture/pictureSaver.ts';
import type { RequestedRun } from '../requestedRun.ts';
import { startTraining } from './runningTraining.ts';

/** How a training on the screen ended. */
export interface EndOnScreen {
  /** the finished run; undefined: it was left before its end */
  readonly record: RunRecord | undefined;
  readonly end: TrainEnd;
}

/** Trains while somebody looks on. Where it is left before its end, the last checkpoint stays and it says how to go on. */
export async function trainOnScreen(run: RequestedRun, invocation: Invocation): Promise<EndOnScreen> {
  const { output, signal } = invocation;
  const { folder } = run;
  const training = started(run, invocation.optional('resume') !== undefined);
  const isFinished = () => training.history().phase === 'finished';
  const remark = () => {
    const { episodes, setup } = training.history();
    if (!isFinished()) output.note(goOn(folder, episodes.length, setup.episodes));
  };
  const end = await runTrain(training, {
    glyphs: invocation.text('glyphs') as 'unicode' | 'ascii',
    altScreen: invocation.flag('alt-screen'),
    save: pictureSaver(''),
    stdin: process.stdin,
    stdout: process.stdout,
    signal,
    onStopped: remark,
  });
  if (isFinished() || training.hasFailed()) await training.ended;
  else await training.stop();
  remark();
  return { record: isFinished() ? folder.read() : undefined, end };
}

function started({ scenario, configuration, origins, folder }: RequestedRun, resume: boolean) {
  const { source, program } = scenario;
  const { agent, seed, users, episodes, heldOutUsers } = configuration;
  const setup = { program, agent: agent.name, settings: agent.settings, seed, users, episodes, heldOutUsers };
  return startTraining({ source, configuration, origins, folder: folder.path, resume }, setup);
}
