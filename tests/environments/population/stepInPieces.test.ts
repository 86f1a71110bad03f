import { expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { atOnce } from '../../../src/replay/patiently.ts';
import { recordedWorld } from '../../../src/replay/recordedWorld.ts';
import { actionsOn, recordedDays } from '../../../src/replay/recording.ts';
import { RECORDINGS } from '../../src/replay/replayFixtures.ts';

it.each(RECORDINGS)('stepInPieces() is the same step: %s', (_, make) => {
  const recording = make();
  const [whole, inPieces] = [recordedWorld(recording), recordedWorld(recording)];
  for (const world of [whole, inPieces]) world.reset(recording.seed);
  for (let day = 1; day <= recordedDays(recording); day++) {
    const step = whole.step(actionsOn(recording, day));
    expect(atOnce(inPieces.stepInPieces(actionsOn(recording, day), 7))).toEqual(step);
    expect(Buffer.from(inPieces.snapshot().bytes).equals(Buffer.from(whole.snapshot().bytes))).toBe(true);
  }
});

it('stepInPieces() has as many pieces as it takes, and refuses what step() refuses', () => {
  const recording = RECORDINGS[0][1]();
  const world = new PopulationEnvironment(recording.program, { users: 90 });
  expect(() => world.stepInPieces(new Uint8Array(90), 40).next()).toThrow('reset must be called before step');
  world.reset('s');
  const pieces = world.stepInPieces(new Uint8Array(90), 40);
  expect([1, 2, 3].map(() => pieces.next().done)).toEqual([false, false, true]);
  expect(() => world.stepInPieces(new Uint8Array(89), 40).next()).toThrow('expected 90 actions, got 89');
});
