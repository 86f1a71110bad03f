import { parentPort, workerData } from 'node:worker_threads';
import { type TrainJob, trainJob } from './trainJob.ts';

/** Entry of a training thread: one job, its progress posted as a number from 0 to 1. */
await trainJob(workerData as TrainJob, ({ day, days }) => parentPort?.postMessage(day / days));
