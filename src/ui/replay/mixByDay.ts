import type { Replay } from '../../replay/replay.ts';
import type { MixByDay } from './panels/mixRows.ts';

/** The part of each action in the decisions of each day from 0 on, as far as days are lived. */
export function mixByDay(replay: Replay): MixByDay {
  const { actions } = replay.recording.program;
  return actions.map((_, action) =>
    Array.from({ length: replay.days + 1 }, (__, day) => {
      if (day === 0 || day > replay.livedDays) return undefined;
      const frame = replay.frame(day);
      return frame.active > 0 ? frame.actions[action] / frame.active : 0;
    }),
  );
}
