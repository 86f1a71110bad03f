import { setImmediate, setTimeout } from 'node:timers/promises';
import type { TrainingWatch } from '../../experiment/trainingWatch.ts';
import type { TrainingEvent } from '../../training/trainingEvent.ts';
import type { TrainingSwitches } from './trainingSwitches.ts';

/** Milliseconds between two days that are told of. */
const TELLING = 100;
/** Milliseconds between two chances for keys and drawing, where they share the thread. */
const BREATH = 20;

/**
 * Looks on at a training as switches say.
 *
 * @param tell told of every event, but of some days only
 * @param signal ends waiting
 */
export function switchedWatch(
  switches: TrainingSwitches,
  tell: (event: TrainingEvent) => void,
  signal?: AbortSignal,
): Omit<TrainingWatch, 'rule'> {
  let answered = 0;
  const isTime = { telling: everySoOften(TELLING), breathing: everySoOften(BREATH) };
  return {
    tell(event) {
      if (event.kind === 'episode' && switches.holdsAfterEpisode) switches.paused = true;
      if (event.kind !== 'day' || isTime.telling()) tell(event);
    },
    hold() {
      if (switches.paused) return untilGoingOn(switches, signal);
      return isTime.breathing() ? setImmediate() : undefined;
    },
    wantsEvaluation() {
      const asked = switches.evaluations;
      const isNew = asked > answered;
      answered = asked;
      return isNew;
    },
  };
}

async function untilGoingOn(switches: TrainingSwitches, signal: AbortSignal | undefined): Promise<void> {
  while (switches.paused && signal?.aborted !== true) await setTimeout(BREATH);
}

function everySoOften(milliseconds: number): () => boolean {
  let last = performance.now();
  return () => {
    const now = performance.now();
    if (now - last < milliseconds) return false;
    last = now;
    return true;
  };
}
