import type { Program } from '../../../environments/scenario/program.ts';
import type { RuleAdvice } from '../../replay/advice/ruleAdvice.ts';
import type { UserCondition } from '../../replay/conditions/userCondition.ts';
import type { ExplainedUserDay } from '../../replay/explainUserDay.ts';
import type { Mark } from '../../replay/marks.ts';
import type { Replay } from '../../replay/replay.ts';
import type { ReplayFrame } from '../../replay/replayFrame.ts';
import type { UserLife } from '../../replay/userLife.ts';
import { printable } from '../printable.ts';
import type { PersonOf, ShownAdvice } from './personOf.ts';

/** All that the screen shows of a replay on one day, but for the picture of users: plain data. */
export interface ReplayView {
  readonly program: Program;
  readonly label: string;
  /** rows of users, those counted in who come later or never */
  readonly users: number;
  /** users who had come by the evening, or those of them whom the filter lets through */
  readonly born: number;
  /** days recorded */
  readonly days: number;
  /** days lived again so far */
  readonly livedDays: number;
  readonly day: number;
  /** of those whom the filter lets through */
  readonly frame: ReplayFrame;
  /** users who left on each day from 0 to the last recorded; undefined where a day has not been lived again yet */
  readonly left: readonly (number | undefined)[];
  /** whom the filter lets through, in words; undefined: everyone */
  readonly filter: string | undefined;
  /** marked days; undefined while not all days are lived */
  readonly marks: readonly Mark[] | undefined;
  /** the day's budget for all users and what was left of it in the morning; undefined where there is none */
  readonly budget: { readonly left: number; readonly on: string } | undefined;
  /** the chosen user; undefined: nobody is looked at */
  readonly person: ViewedPerson | undefined;
}

export interface ViewedPerson {
  readonly life: UserLife;
  readonly explained: ExplainedUserDay;
  /** what the policy thought that morning; undefined where nobody can tell */
  readonly advice: ShownAdvice | undefined;
  /** the lines of the rule that decided; undefined where none did */
  readonly rule?: RuleAdvice | undefined;
}

/** What of a state decides what is looked at. */
export interface Look {
  readonly day: number;
  readonly user: number | undefined;
  readonly filter?: UserCondition | undefined;
}

/** Asks a replay for everything about one day, and about one user if given. */
export function replayView(
  replay: Replay,
  { day, user, filter }: Look,
  personOf: PersonOf,
  marks?: readonly Mark[],
): ReplayView {
  const { program, label } = replay.recording;
  const frame = replay.frame(day, filter?.on(replay, day));
  return {
    program,
    label: printable(label),
    users: replay.people,
    born: frame.counts.reduce((sum, count) => sum + count, 0),
    days: replay.days,
    livedDays: replay.livedDays,
    day,
    frame,
    left: Array.from({ length: replay.days + 1 }, (_, other) =>
      other <= replay.livedDays ? replay.frame(other).left : undefined,
    ),
    filter: filter?.text,
    marks,
    budget: budgetOf(replay, day),
    person: user === undefined ? undefined : personOf(user, day),
  };
}

/** What could be spent on the day: what the policy saw in the morning. */
function budgetOf(replay: Replay, day: number): ReplayView['budget'] {
  const { budget } = replay.recording.program;
  if (!budget || day === 0) return undefined;
  const { observation } = replay.evening(day - 1);
  return observation.budget === undefined ? undefined : { left: observation.budget, on: budget.on };
}
