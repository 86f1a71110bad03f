import { describe, expect, it } from 'vitest';
import { switchedWatch } from '../../../../src/cli/watching/switchedWatch.ts';
import { TrainingSwitches } from '../../../../src/cli/watching/trainingSwitches.ts';
import type { TrainingEvent } from '../../../../src/training/trainingEvent.ts';
import { goingWell } from '../../ui/train/madeScreen.ts';

describe('a watch that does what switches say', () => {
  it('holds a training back while it is paused, and lets it go on', async () => {
    const switches = new TrainingSwitches();
    const { hold } = switchedWatch(switches, () => {});
    switches.paused = true;
    let isHeld = true;
    const held = hold()?.then(() => {
      isHeld = false;
    });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(isHeld).toBe(true);
    new TrainingSwitches(switches.shared).paused = false;
    await held;
    expect(isHeld).toBe(false);
  });

  it('holds a training back after an episode where that was asked for, not before its end', async () => {
    const switches = new TrainingSwitches();
    const abort = new AbortController();
    const { hold, tell } = switchedWatch(switches, () => {}, abort.signal);
    new TrainingSwitches(switches.shared).holdAfterEpisode();
    await hold();
    expect(switches.paused).toBe(false);
    tell({ kind: 'episode', metrics: goingWell().episodes[0] });
    expect(switches.paused).toBe(true);
    const held = hold();
    abort.abort();
    await held;
  });

  it('does not wait any longer where the training is to stop', async () => {
    const switches = new TrainingSwitches();
    const abort = new AbortController();
    const { hold } = switchedWatch(switches, () => {}, abort.signal);
    switches.paused = true;
    const held = hold();
    abort.abort();
    await held;
    expect(switches.paused).toBe(true);
  });

  it('wants one evaluation, however often it was asked for since the last', () => {
    const switches = new TrainingSwitches();
    const { wantsEvaluation } = switchedWatch(switches, () => {});
    expect(wantsEvaluation()).toBe(false);
    switches.askForEvaluation();
    switches.askForEvaluation();
    expect(wantsEvaluation()).toBe(true);
    expect(wantsEvaluation()).toBe(false);
    switches.askForEvaluation();
    expect(wantsEvaluation()).toBe(true);
  });

  it('tells of everything but of most days', () => {
    const told: TrainingEvent[] = [];
    const { tell } = switchedWatch(new TrainingSwitches(), (event) => told.push(event));
    tell({ kind: 'begun', earlier: [] });
    for (let day = 1; day <= 1000; day++) tell({ kind: 'day', day, figures: {} });
    tell({ kind: 'playing', users: 'held-out' });
    expect(told.filter(({ kind }) => kind !== 'day').map(({ kind }) => kind)).toEqual(['begun', 'playing']);
    expect(told.length).toBeLessThan(1000);
  });
});
