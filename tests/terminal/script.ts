import type { Session } from './session.ts';
import type { Wanted } from './wanted.ts';

/** Keys to press, as in `g 4 1 enter`, and what the terminal shows then. */
export type Step = readonly [keys: string, ...shown: readonly Wanted[]];

/** Goes through a session step by step; all that a step says has to be shown before the next one begins. */
export async function play(session: Session, steps: readonly Step[]): Promise<void> {
  for (const [keys, ...shown] of steps) {
    session.press(keys);
    await session.shows(...shown);
  }
}
