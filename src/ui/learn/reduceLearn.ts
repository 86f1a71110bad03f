import { learnKeys } from './learnKeys.ts';
import type { LearnContext, LearnState } from './learnState.ts';
import { pressDigit } from './valueKeys.ts';

/** The state after a key. */
export function reduceLearn(state: LearnState, key: string, context: LearnContext): LearnState {
  if (key === 'ctrl-c') return { ...state, quit: true };
  const before = { ...state, message: '', help: state.help && key === '?' };
  if (/^[0-9.]$/.test(key) || key === 'backspace') return pressDigit(before, key, context);
  const known = learnKeys.find(({ keys }) => keys.includes(key));
  if (!known) return { ...before, message: `no key ${key}; ? shows them all` };
  return known.press({ ...before, typed: '' }, context, key);
}
