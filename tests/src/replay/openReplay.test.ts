import { describe, expect, it } from 'vitest';
import { UNBORN } from '../../../environments/population/people.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { interact } from '../../../src/experiment/interact.ts';
import { openReplay, type Replay } from '../../../src/replay/replay.ts';
import { firstWhoLeft, leftOnDay, nextWhoLeft } from '../../../src/replay/searches.ts';
import { bySight, played } from './openRecording.ts';

describe.each(['open', 'budget', 'short room', 'product'] as const)('a recording: %s', (name) => {
  const { program, users, evaluation, recording } = played(name);
  const replay = openReplay(recording);
  const rows = Array.from({ length: replay.people }, (_, row) => row);
  const evenings = Array.from({ length: replay.days + 1 }, (_, day) => day);

  it('has the stages and the rewards that everybody had when it was made', () => {
    const environment = new PopulationEnvironment(program, { users });
    let rewards = 0;
    for (const { next } of interact(environment, bySight, 'played')) {
      expect([...replay.stagesOn(next.day)], `day ${next.day}`).toEqual([...environment.stages]);
      rewards += next.rewards.reduce((sum, reward) => sum + reward, 0);
    }
    expect(replay.days).toBe(program.horizon);
    const frames = evenings.slice(1).map((day) => replay.frame(day));
    // Frames tell the mean of those who were there; a product's reward is for each user at the start.
    const each = environment.shape.founders * (program.decision ? 1 : 1 / environment.shape.founders);
    const sum = frames.reduce((total, { reward, active }) => total + reward * active, 0);
    expect(sum).toBeCloseTo(rewards * each, 3);
  });

  it('counts in each frame who was born, as the evaluation counted them', () => {
    const width = program.stages.length;
    for (const day of evenings.slice(1)) {
      const counts = [...evaluation.stageCounts.subarray((day - 1) * width, day * width)];
      expect(replay.frame(day).counts, `day ${day}`).toEqual(counts);
      expect(replay.frame(day).active).toBe(replay.frame(day - 1).counts[0]);
    }
  });

  it('has one life for each row, whose stages are those of the population', () => {
    for (const row of rows) {
      const column = evenings.map((day) => replay.stagesOn(day)[row]);
      const { stages, bornOn, leftOn } = replay.life(row);
      expect([...stages], `row ${row}`).toEqual(column);
      const born = column.findIndex((stage) => stage !== UNBORN);
      expect(bornOn).toBe(born < 0 ? undefined : born);
      expect(leftOn).toBe(column.includes(1) ? column.indexOf(1) : undefined);
    }
    expect(rows.some((row) => (replay.life(row).bornOn ?? 0) > 0)).toBe(true);
  });

  it('explains every day of everybody as it was', () => {
    for (const row of rows.filter((k) => k % 7 === 2))
      for (const day of evenings) expectExplained(replay, row, day);
  });

  it('finds those who left, day after day, among rows in which nobody is yet', () => {
    const leftOn = rows.map((row) => replay.life(row).leftOn);
    for (const day of evenings) {
      const left = rows.filter((row) => leftOn[row] === day);
      expect(firstWhoLeft(replay, day)).toBe(left[0]);
      const last = rows.length - 1;
      expect(nextWhoLeft(replay, day, last, 1)).toBe(left.find((row) => row !== last));
      for (const row of left) expect(leftOnDay(replay, day, row)).toBe(true);
    }
  });
});

function expectExplained(replay: Replay, row: number, day: number): void {
  const { stages, bornOn, leftOn, rewards } = replay.life(row);
  const explained = replay.explain(row, day);
  const where = `row ${row}, day ${day}`;
  if (bornOn === undefined || day < bornOn) {
    expect(explained, where).toEqual({ kind: 'unborn', user: row, day, bornOn });
    return;
  }
  if (explained.kind === 'birth') {
    expect(day, where).toBe(bornOn);
    const next = day < replay.days ? replay.explain(row, day + 1) : undefined;
    if (next?.kind === 'day') expect(explained.birth.values, where).toEqual(next.morning.values);
    const { channel } = explained;
    expect(channel === 'founders', where).toBe(bornOn === 0);
    return;
  }
  if (explained.kind === 'gone') {
    expect(leftOn, where).toBeLessThan(day);
    return;
  }
  expect(explained.kind, where).toBe('day');
  if (explained.kind !== 'day') return;
  expect(explained.explained.stage, where).toBe(stages[day]);
  expect(Math.fround(explained.explained.total), where).toBe(rewards[day]);
}
