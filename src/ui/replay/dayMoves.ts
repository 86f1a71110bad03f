import type { DayMoves } from '../screen/dayKeys.ts';
import * as transport from '../screen/transport.ts';
import { goToDay } from './goToDay.ts';
import type { KeyContext, ReplayState } from './replayState.ts';

/** Going from day to day of a recording; whoever plays or jumps is no more on the way to a later day. */
export const dayMoves: DayMoves<ReplayState, KeyContext> = {
  playOrPause(state, { replay }) {
    const next = transport.playOrPause(state, replay.days);
    return next.playing ? { ...next, goal: undefined } : next;
  },
  step: (state, context, days) =>
    transport.stepDays(state, context.replay.days, days, (day) => goToDay(state, context, day)),
  jumpToTenth(state, context, digit) {
    const here = { ...state, goal: undefined };
    return transport.jumpToTenth(here, context.replay.days, digit, (day) => goToDay(state, context, day));
  },
  aboutTenths: 'jump to that tenth of the recording',
};
