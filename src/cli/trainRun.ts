import type { RunRecord } from '../experiment/runRecord.ts';
import { type Training, train } from '../experiment/train.ts';
import { episodesSoFar } from './browsing/episodesSoFar.ts';
import { goOn } from './goOn.ts';
import type { Output } from './output.ts';
import { progressBar } from './progress.ts';

/** How a run goes about what is already there. */
export interface TrainRunOptions {
  readonly resume: boolean;
  readonly signal: AbortSignal;
  readonly title: string;
  readonly output: Output;
}

/** Trains with a progress bar. On Ctrl-C the last checkpoint stays and the way to go on is printed. */
export async function trainRun(training: Training, options: TrainRunOptions): Promise<RunRecord> {
  const { output, signal, resume, title } = options;
  const bar = progressBar(output, title);
  try {
    return await train(training, {
      resume,
      signal,
      onProgress: ({ day, days, metrics }) => {
        const validation = metrics?.validation;
        bar.update(day / days, validation && `validation return ${validation.return.toFixed(3)}`);
      },
    });
  } catch (error) {
    bar.end();
    if (signal.aborted) output.note(stoppedWords(training));
    throw error;
  } finally {
    bar.end();
  }
}

function stoppedWords({ folder, record }: Training): string {
  return goOn(folder, episodesSoFar(folder.file('metrics.jsonl')), record.configuration.episodes);
}
