import { Worker } from 'node:worker_threads';
import type { TrainingEvent } from '../../training/trainingEvent.ts';
import { historyAfter, type TrainingSetup, untold } from '../../training/trainingHistory.ts';
import type { TrainingFeed } from '../../ui/train/trainingFeed.ts';
import { switchedWatch } from './switchedWatch.ts';
import { TrainingSwitches } from './trainingSwitches.ts';
import { trainWatched, type WatchedJob } from './watchedJob.ts';
import type { WatchedWork } from './watchedWorker.ts';

/** A training that somebody looks on at. */
export interface RunningTraining extends TrainingFeed {
  /** resolves when it is finished or was stopped; rejects with what went wrong */
  readonly ended: Promise<void>;
  /** Ends it at once; the last checkpoint stays. */
  stop(): Promise<void>;
}

/** The thread runs from the built program; from its sources everything runs here, with the same results. */
const BUILT = !import.meta.url.endsWith('.ts');

/** Milliseconds between two drawings, unless a key is pressed. */
const DRAWING = 100;

/** Begins to train, in a thread of its own where there is one. */
export function startTraining(job: WatchedJob, setup: TrainingSetup): RunningTraining {
  const switches = new TrainingSwitches();
  const { hear, fail, ...heard } = hearing(setup);
  const stopping = new AbortController();
  const ended = (BUILT ? inThread : here)(job, switches, hear, stopping.signal);
  ended.catch(fail);
  return {
    ended,
    ...heard,
    pause(paused) {
      switches.paused = paused;
    },
    evaluate: () => switches.askForEvaluation(),
    holdAfterEpisode: () => switches.holdAfterEpisode(),
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

/** What is heard of a training, and those who are told of it. */
interface Hearing extends Pick<RunningTraining, 'history' | 'hasFailed' | 'subscribe'> {
  hear(event: TrainingEvent): void;
  fail(): void;
}

function hearing(setup: TrainingSetup): Hearing {
  const listeners = new Set<() => void>();
  let history = untold(setup);
  let hasFailed = false;
  const tellSoon = gathered(() => {
    for (const listener of listeners) listener();
  });
  return {
    history: () => history,
    hasFailed: () => hasFailed,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hear(event) {
      history = historyAfter(history, event);
      tellSoon();
    },
    fail() {
      hasFailed = true;
      tellSoon();
    },
  };
}

/** Calls a function once for all that happened in a while: many events come at once, and each takes a drawing. */
function gathered(tell: () => void): () => void {
  let isComing = false;
  return () => {
    if (isComing) return;
    isComing = true;
    setTimeout(() => {
      isComing = false;
      tell();
    }, DRAWING);
  };
}

type Runner = (
  job: WatchedJob,
  switches: TrainingSwitches,
  hear: (event: TrainingEvent) => void,
  stopped: AbortSignal,
) => Promise<void>;

const here: Runner = async (job, switches, hear, stopped) => {
  try {
    await trainWatched(job, switchedWatch(switches, hear, stopped), stopped);
  } catch (error) {
    if (!stopped.aborted) throw error;
  }
};

const inThread: Runner = (job, switches, hear, stopped) =>
  new Promise((resolve, reject) => {
    const workerData: WatchedWork = { job, switches: switches.shared };
    const worker = new Worker(new URL('./watchedWorker.js', import.meta.url), { workerData });
    // Its checkpoints are safe at any moment.
    stopped.addEventListener('abort', () => void worker.terminate());
    worker.on('message', hear);
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code === 0 || stopped.aborted) resolve();
      else reject(new Error(`the thread that trains ended with code ${code}`));
    });
  });
