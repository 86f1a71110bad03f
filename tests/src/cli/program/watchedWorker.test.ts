import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { TrainingSwitches } from '../../../../src/cli/watching/trainingSwitches.ts';
import type { WatchedJob } from '../../../../src/cli/watching/watchedJob.ts';
import type { TrainingEvent } from '../../../../src/training/trainingEvent.ts';
import { folderContent } from '../../../support/folderContent.ts';
import { PROGRAM } from '../../../support/program.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';
import { smallJob } from '../../../support/watchedJob.ts';

const WORKER = join(PROGRAM, '..', 'watchedWorker.js');
const EPISODES = 40;

function startThread(job: WatchedJob) {
  const switches = new TrainingSwitches();
  const told: TrainingEvent[] = [];
  const worker = new Worker(WORKER, { workerData: { job, switches: switches.shared } });
  worker.on('message', (event: TrainingEvent) => told.push(event));
  const ended = new Promise<number>((resolve, reject) => void worker.on('exit', resolve).on('error', reject));
  const episodes = () => told.filter(({ kind }) => kind === 'episode').length;
  const until = async (there: () => boolean) => {
    while (!there()) await setTimeout(2);
  };
  return { worker, switches, told, ended, episodes, until };
}

const jobIn = (folder: string) => smallJob(folder, { episodes: EPISODES }).job;

describe('the thread of a training that somebody looks on at', () => {
  it('waits, plays and is ended as it is told, and comes to the bytes of one that was left alone', async () => {
    const [calm, nervous] = [temporaryFolder(), temporaryFolder()];
    expect(await startThread(jobIn(calm)).ended).toBe(0);
    const first = startThread(jobIn(nervous));
    await first.until(() => first.episodes() >= 2);
    first.switches.paused = true;
    first.switches.askForEvaluation();
    await setTimeout(100);
    const whilePaused = first.told.length;
    await setTimeout(100);
    expect(first.told).toHaveLength(whilePaused);
    first.switches.paused = false;
    await first.until(() => first.told.some(({ kind }) => kind === 'evaluated'));
    await first.worker.terminate();
    const second = startThread({ ...jobIn(nervous), resume: true });
    expect(await second.ended).toBe(0);
    expect(second.told[0]).toMatchObject({ kind: 'begun' });
    expect(second.told.at(-1)).toMatchObject({ kind: 'finished' });
    expect(folderContent(nervous)).toEqual(folderContent(calm));
  });

  it('passes on what goes wrong, by its name', async () => {
    const job = jobIn(temporaryFolder());
    const { ended } = startThread({ ...job, source: { ...job.source, text: 'title: [' } });
    await expect(ended).rejects.toMatchObject({ name: 'ScenarioError' });
  });
});
