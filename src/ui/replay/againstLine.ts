import type { LineKind } from '../screen/keyboard.ts';
import type { KeyContext, ReplayState } from './replayState.ts';

/** Typing the policy whose days are put beside these. */
export const againstLine: LineKind<ReplayState, KeyContext> = {
  prompt: 'compare with the policy',
  command: 'against',
  example: 'random',
  about: 'the same people and luck under another policy or run, side by side',
  hint: (_, { replay }) => {
    const rules = replay.recording.program.rules.map(({ name }) => name);
    return ['none', 'random', ...rules].join(', ');
  },
  take(state, context, text) {
    const reason = noComparing(state, context);
    if (reason !== undefined) return { ...state, message: reason };
    if (text === '') return { ...state, message: 'no policy given' };
    return {
      ...state,
      playing: false,
      asked: { kind: 'against', policy: text, day: state.day },
      message: `living the other days…${state.filter ? ' everyone is compared, without the filter' : ''}`,
    };
  },
};

/** Why nothing can be put beside this. */
export function noComparing(_: ReplayState, { can }: KeyContext): string | undefined {
  return can.against ? undefined : 'other policies are not at hand here';
}
