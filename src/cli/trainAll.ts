import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Output } from './output.ts';
import { progressBar } from './progress.ts';
import { type TrainJob, trainJob } from './trainJob.ts';

export interface TrainAllOptions {
  readonly output: Output;
  readonly signal: AbortSignal;
}

/** Threads run from the built program; from its sources everything runs here, with the same results. */
const BUILT = !import.meta.url.endsWith('.ts');

/** Trains several runs, as many at a time as the machine has cores. Each writes its own folder. */
export async function trainAll(
  jobs: readonly TrainJob[],
  { output, signal }: TrainAllOptions,
): Promise<void> {
  if (jobs.length === 0) return;
  const bar = progressBar(output, `train ${jobs.length} ${jobs.length === 1 ? 'run' : 'runs'}`);
  const parts = new Float64Array(jobs.length);
  const update = (index: number, part: number) => {
    parts[index] = part;
    bar.update(parts.reduce((sum, p) => sum + p, 0) / jobs.length);
  };
  const failure = new AbortController();
  const stop = AbortSignal.any([signal, failure.signal]);
  const waiting = [...jobs.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, job] = next;
      stop.throwIfAborted();
      if (BUILT) await inThread(job, (part) => update(index, part), stop);
      else await trainJob(job, ({ day, days }) => update(index, day / days), stop);
      update(index, 1);
    }
  };
  try {
    await Promise.all(Array.from({ length: BUILT ? availableParallelism() : 1 }, lane));
  } catch (error) {
    failure.abort(error);
    bar.end();
    if (signal.aborted) output.note('finished parts are kept; the same command goes on from there');
    throw error;
  } finally {
    bar.end();
  }
}

/** One job in a thread of its own, ended at once when the signal says so: its checkpoints are safe at any moment. */
function inThread(job: TrainJob, onPart: (part: number) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./trainWorker.js', import.meta.url), { workerData: job });
    const stop = () => void worker.terminate();
    signal.addEventListener('abort', stop);
    worker.on('message', onPart);
    worker.on('error', reject);
    worker.on('exit', () => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    });
  });
}
