import type { ReplayFrame } from '../../../../src/replay/replayFrame.ts';

/** Frames from day 0 on, of which only what marks are made of is given. */
export function framesOf(
  days: readonly { active?: number; left?: number; actions?: readonly number[] }[],
): ReplayFrame[] {
  return [{ active: 0, left: 0, actions: [0, 0] }, ...days].map(
    ({ active = 1000, left = 5, actions = [active, 0] }, day) => ({
      day,
      counts: [],
      moves: [],
      actionsByStage: [],
      actions,
      active,
      left,
      reward: 0,
      retention: 1,
    }),
  );
}
