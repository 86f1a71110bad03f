import { parentPort, workerData } from 'node:worker_threads';
import { switchedWatch } from './switchedWatch.ts';
import { TrainingSwitches } from './trainingSwitches.ts';
import { trainWatched, type WatchedJob } from './watchedJob.ts';

/** What a thread is started with. */
export interface WatchedWork {
  readonly job: WatchedJob;
  readonly switches: SharedArrayBuffer;
}

const { job, switches } = workerData as WatchedWork;

/** Entry of the thread of a training that somebody looks on at: every event is posted. */
await trainWatched(
  job,
  switchedWatch(new TrainingSwitches(switches), (event) => parentPort?.postMessage(event)),
);
