import type { UserCondition } from '../../replay/conditions/userCondition.ts';
import type { Replay } from '../../replay/replay.ts';

/** The same condition; what it found last is kept, as keys and panels ask for the same day. */
export function remembered(condition: UserCondition): UserCondition {
  let last: { readonly replay: Replay; readonly day: number; readonly found: Uint8Array } | undefined;
  return {
    text: condition.text,
    on(replay, day) {
      if (last?.replay !== replay || last.day !== day)
        last = { replay, day, found: condition.on(replay, day) };
      return last.found;
    },
  };
}
