import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { loadWith } from '../../../../src/cli/scenarioOptions.ts';
import { prepareTraining } from '../../../../src/cli/trainingOptions.ts';
import { type RunningTraining, startTraining } from '../../../../src/cli/watching/runningTraining.ts';
import type { WatchedJob } from '../../../../src/cli/watching/watchedJob.ts';
import { RunFolder } from '../../../../src/experiment/runFolder.ts';
import { train } from '../../../../src/experiment/train.ts';
import type { TrainingHistory } from '../../../../src/training/trainingHistory.ts';
import { folderContent } from '../../../support/folderContent.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';
import { smallJob } from '../../../support/watchedJob.ts';

/** Trains a job as `tenure train` does off a terminal. */
async function trainPlainly({ source, configuration, origins, folder }: WatchedJob): Promise<void> {
  const scenario = loadWith(source, configuration.scenario.parameters, configuration.scenario.observe);
  const training = await prepareTraining(scenario, configuration, origins, new RunFolder(folder));
  await train(training, { resume: false });
}

/** Waits until a training has come to something. */
async function until(training: RunningTraining, there: (history: TrainingHistory) => boolean): Promise<void> {
  while (!there(training.history()) && !training.hasFailed()) await setTimeout(1);
}

describe('a training with a person before it', () => {
  it.each([
    ['q-learning', {}],
    ['ppo', { batchSize: 64 }],
    ['dqn', { warmUp: 40, batchSize: 64 }],
  ])('ends with the bytes of a plain one, whatever keys were pressed: %s', async (agent, settings) => {
    const [calm, nervous] = [temporaryFolder(), temporaryFolder()];
    await trainPlainly(smallJob(calm, { agent, settings, episodes: 11 }).job);
    const { job, setup } = smallJob(nervous, { agent, settings, episodes: 11 });
    const training = startTraining(job, setup);
    for (let time = 0; training.history().phase !== 'finished'; time++) {
      training.pause(time % 2 === 0);
      training.evaluate();
      await setTimeout(3);
    }
    training.pause(false);
    await training.ended;
    expect(training.history().validations.some(({ asked }) => asked)).toBe(true);
    expect(folderContent(nervous)).toEqual(folderContent(calm));
  });

  it('stands still while it is paused', async () => {
    const { job, setup } = smallJob(temporaryFolder());
    const training = startTraining(job, setup);
    training.pause(true);
    await until(training, ({ rule }) => rule !== undefined);
    await setTimeout(50);
    expect(training.history().episodes).toEqual([]);
    training.pause(false);
    await training.ended;
    expect(training.history()).toMatchObject({ phase: 'finished' });
    expect(training.history().episodes).toHaveLength(6);
  });

  it('goes on from its last checkpoint after it was stopped, and ends with the same bytes', async () => {
    const [calm, stopped] = [temporaryFolder(), temporaryFolder()];
    await trainPlainly(smallJob(calm, { episodes: 40 }).job);
    const { job, setup } = smallJob(stopped, { episodes: 40 });
    const first = startTraining(job, setup);
    await until(first, ({ episodes }) => episodes.length >= 3);
    await first.stop();
    const done = first.history().episodes.length;
    expect(done).toBeLessThan(40);
    const second = startTraining({ ...job, resume: true }, setup);
    await second.ended;
    expect(second.history().firstDay).toBe(done * 12);
    expect(folderContent(stopped)).toEqual(folderContent(calm));
  });

  it('finishes and writes the present episode, and begins to learn in no other, where that is asked for', async () => {
    const folder = temporaryFolder();
    const { job, setup } = smallJob(folder, { episodes: 40 });
    const training = startTraining(job, setup);
    training.pause(true);
    await until(training, ({ rule }) => rule !== undefined);
    training.holdAfterEpisode();
    training.pause(false);
    await until(training, ({ episodes }) => episodes.length > 0);
    await setTimeout(50);
    expect(training.history().episodes).toHaveLength(1);
    await training.stop();
    const second = startTraining({ ...job, resume: true }, setup);
    await until(second, ({ phase }) => phase !== 'preparing');
    expect(second.history().firstDay).toBe(12);
    await second.stop();
  });

  it('stops while it is paused', async () => {
    const { job, setup } = smallJob(temporaryFolder());
    const training = startTraining(job, setup);
    training.pause(true);
    await until(training, ({ rule }) => rule !== undefined);
    await training.stop();
    expect(training.hasFailed()).toBe(false);
  });

  it('tells listeners, and that it failed', async () => {
    const { job, setup } = smallJob(temporaryFolder());
    const broken = { ...job, source: { ...job.source, text: 'title: [' } };
    const training = startTraining(broken, setup);
    const told = new Promise<void>((resolve) => void training.subscribe(resolve));
    await expect(training.ended).rejects.toThrow();
    await told;
    expect(training.hasFailed()).toBe(true);
  });
});
