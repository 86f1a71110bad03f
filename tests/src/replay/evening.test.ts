import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimeStep } from '../../../environments/contract.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import type { Evening } from '../../../src/replay/cursor.ts';
import { populationOn } from '../../../src/replay/populationOn.ts';
import { actionsOn, type Recording } from '../../../src/replay/recording.ts';
import { openReplay } from '../../../src/replay/replay.ts';
import { RECORDINGS } from './replayFixtures.ts';

/** Everything that an evening tells, copied. */
function copied({ program }: Recording, evening: Evening) {
  const { day, stages, segments, bornOn, channels, observation, rewards } = evening;
  const sums = ['return', 'cost', 'contacts', ...program.metrics.map(({ name }) => `${name}_`)];
  const names = [...program.traits, ...program.state].map(({ name }) => name);
  const columns = [...names, ...sums.map((name) => `sum_${name}`)];
  return structuredClone({
    day,
    ...{ stages, segments, bornOn, channels, observation, rewards },
    columns: columns.map((name) => evening.column(name)),
  });
}

/** Every evening of a population that is lived straight on. */
function straight(recording: Recording, days: number) {
  const { program, users, seed } = recording;
  const decision = program.decision && { ...program.decision, every: 1 };
  const environment = new PopulationEnvironment({ ...program, decision }, { users, measured: true });
  const look = ({ day, observation, rewards }: TimeStep) => {
    const { stages, segments, bornOn, channels } = environment;
    const column = (name: string) => environment.column(name);
    return copied(recording, { day, stages, segments, bornOn, channels, observation, rewards, column });
  };
  const evenings = [look(environment.reset(seed))];
  for (let day = 1; day <= days; day++) evenings.push(look(environment.step(actionsOn(recording, day))));
  return evenings;
}

describe.each(RECORDINGS)('openReplay().evening(day): %s', (_, make) => {
  const recording = make();
  const replay = openReplay(recording);
  const evenings = straight(recording, replay.days);
  const anyDay = fc.integer({ min: 0, max: replay.days });

  it('is the evening of a population lived straight on, in whatever order days are asked for', () => {
    const step = fc.oneof(
      anyDay.map((day) => () => day),
      fc.constantFrom(1, -1).map((by) => (day: number) => day + by),
    );
    const within = (day: number) => Math.min(Math.max(day, 0), replay.days);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.boolean(), (steps, fresh) => {
        const asked = fresh ? openReplay(recording) : replay;
        let day = 0;
        for (const go of steps) {
          day = within(go(day));
          expect(copied(recording, asked.evening(day))).toEqual(evenings[day]);
        }
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  it('is left as it is by snapshots and frames of everyone, from which another environment lives on', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (looked, day) => {
        const evening = replay.evening(looked);
        const { environment: world, ...there } = populationOn(replay, day);
        let { step } = there;
        replay.frame(day);
        expect(copied(recording, evening)).toEqual(evenings[looked]);
        for (let next = day + 1; next <= Math.min(day + 3, replay.days); next++)
          step = world.step(actionsOn(recording, next));
        const { observation, rewards } = evenings[step.day];
        expect(step.observation).toEqual(observation);
        expect(step.rewards).toEqual(rewards);
        expect(world.stages).toEqual(evenings[step.day].stages);
      }),
      { numRuns: 40, seed: 4 },
    );
  });

  it('is one and the same while no other day is asked for', () => {
    const evening = replay.evening(5);
    expect(replay.evening(5)).toBe(evening);
    expect(replay.evening(6)).not.toBe(evening);
  });
});

describe('openReplay().leavingDays()', () => {
  it.each(RECORDINGS)('knows of those who left as far as was lived: %s', (_, make) => {
    const recording = make();
    const replay = openReplay(recording);
    const lives = Array.from({ length: replay.people }, (_, row) => openReplay(recording).life(row));
    expect(Math.max(...replay.leavingDays())).toBe(-1);
    for (const day of [0, 1, 20, 21, replay.days]) {
      replay.liveUntil(day);
      const left = lives.map(({ leftOn }) => (leftOn !== undefined && leftOn <= day ? leftOn : -1));
      expect([...replay.leavingDays()]).toEqual(left);
    }
    expect(Math.max(...replay.leavingDays())).toBeGreaterThan(0);
  });
});

describe('openReplay().evening()', () => {
  it('refuses days that were not recorded and columns that there are not', () => {
    const replay = openReplay(RECORDINGS[0][1]());
    expect(() => replay.evening(71)).toThrow('expected day to be a whole number from 0 to 70, got 71');
    expect(() => replay.snapshotBefore(-1)).toThrow('expected day to be a whole number from 0 to 70, got -1');
    expect(() => replay.evening(3).column('visit')).toThrow(
      'there is no trait, state variable or sum "visit"',
    );
  });
});
