import type { Program } from '../../../environments/scenario/program.ts';
import type { ExplainedUserDay } from '../../replay/explainUserDay.ts';
import type { Replay } from '../../replay/replay.ts';
import type { ReplayFrame } from '../../replay/replayFrame.ts';
import type { UserLife } from '../../replay/userLife.ts';
import { printable } from '../printable.ts';

/** All that the screen shows of a replay on one day: plain data, nothing left to simulate. */
export interface ReplayView {
  readonly program: Program;
  readonly label: string;
  /** rows of users, those counted in who come later or never */
  readonly users: number;
  /** users who had come by the evening */
  readonly born: number;
  /** days recorded */
  readonly days: number;
  readonly day: number;
  readonly frame: ReplayFrame;
  /** users who left on each day from 0 to the last recorded; undefined where a day has not been lived again yet */
  readonly left: readonly (number | undefined)[];
  /** the chosen user; undefined: nobody is looked at */
  readonly person: ViewedPerson | undefined;
}

export interface ViewedPerson {
  readonly life: UserLife;
  readonly explained: ExplainedUserDay;
}

/** Asks a replay for everything about one day, and about one user if given. */
export function replayView(replay: Replay, day: number, user: number | undefined): ReplayView {
  const { program, label } = replay.recording;
  const frame = replay.frame(day);
  const born = frame.counts.reduce((sum, count) => sum + count, 0);
  const left = Array.from({ length: replay.days + 1 }, (_, other) =>
    other <= replay.livedDays ? replay.frame(other).left : undefined,
  );
  const person =
    user === undefined ? undefined : { life: replay.life(user), explained: replay.explain(user, day) };
  return {
    program,
    label: printable(label),
    users: replay.people,
    born,
    days: replay.days,
    day,
    frame,
    left,
    person,
  };
}
