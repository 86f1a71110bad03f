import { LESSONS } from '../../../../src/learn/lessons.ts';
import { NO_PROGRESS, type Progress } from '../../../../src/learn/progress.ts';
import type { LearnContext, LearnState } from '../../../../src/ui/learn/learnState.ts';
import { initialLearnState } from '../../../../src/ui/learn/learnState.ts';
import { reduceLearn } from '../../../../src/ui/learn/reduceLearn.ts';

/** A context in which everything is computed, and what is shown has 30 lines of which 20 fit. */
export const CONTEXT: LearnContext = {
  lessons: LESSONS,
  computed: () => true,
  linesOf: () => ({ room: 20, lines: 30 }),
};

/** A lesson at its beginning. */
export function opened(lesson: number, progress: Progress = NO_PROGRESS): LearnState {
  return initialLearnState(progress, { screen: 'lesson', lesson, seed: '1' });
}

/** The state after some keys. */
export function pressed(state: LearnState, keys: readonly string[], context = CONTEXT): LearnState {
  return keys.reduce((before, key) => reduceLearn(before, key, context), state);
}
