import { UNBORN } from '../../environments/population/people.ts';
import type { Program } from '../../environments/scenario/program.ts';
import type { History } from './history.ts';
import { everyonesActionsOn, type Recording, shapeOfRecording } from './recording.ts';
import { type CountedDay, countFrame, type ReplayFrame } from './replayFrame.ts';

/** Counts one day of everyone. */
export function frameOn(recording: Recording, history: History, day: number): ReplayFrame {
  const reward = history.rewardOn(day);
  return countFrame(recording.program, { ...dayOf(recording, history, day), reward });
}

/**
 * Counts one day of some users.
 *
 * @param among by row, 1: counted in
 * @param rewards of the day by row, or by product: those that are counted in have their equal part of it then
 */
export function frameAmong(
  recording: Recording,
  history: History,
  { day, rewards, among }: { day: number; rewards: Float32Array; among: Uint8Array },
): ReplayFrame {
  const everyone = dayOf(recording, history, day);
  const morning = everyone.morning && onlyThose(everyone.morning, among);
  const evening = onlyThose(everyone.evening, among);
  const reward = recording.program.decision
    ? partOfProducts(recording, rewards, everyone.morning, morning)
    : rewards.reduce((sum, value, row) => (among[row] === 1 ? sum + value : sum), 0);
  return countFrame(recording.program, { ...everyone, morning, evening, reward });
}

function dayOf(recording: Recording, history: History, day: number): Omit<CountedDay, 'reward'> {
  return {
    day,
    morning: day > 0 ? history.stagesOn(day - 1) : undefined,
    evening: history.stagesOn(day),
    actions: day > 0 ? everyonesActionsOn(recording, day) : new Uint8Array(0),
  };
}

/** Everyone else is taken for not born, and so not counted. */
function onlyThose(stages: Uint8Array, among: Uint8Array): Uint8Array {
  const kept = new Uint8Array(stages.length).fill(UNBORN);
  for (let row = 0; row < stages.length; row++) if (among[row] === 1) kept[row] = stages[row];
  return kept;
}

/** A product's reward is for each of its users at the start; it is shared by those who were there in the morning. */
function partOfProducts(
  recording: Recording,
  rewards: Float32Array,
  everyone: Uint8Array | undefined,
  some: Uint8Array | undefined,
): number {
  if (!everyone || !some) return 0;
  const { places, founders } = shapeOfRecording(recording);
  return rewards.reduce((sum, reward, group) => {
    const [from, to] = [group * places, (group + 1) * places];
    const all = activeIn(recording.program, everyone.subarray(from, to));
    const counted = activeIn(recording.program, some.subarray(from, to));
    return counted === 0 ? sum : sum + (reward * founders * counted) / all;
  }, 0);
}

function activeIn({ stages }: Program, morning: Uint8Array): number {
  return morning.reduce((count, stage) => count + Number(stages[stage]?.absorbing === false), 0);
}
