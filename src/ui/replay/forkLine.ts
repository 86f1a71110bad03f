import { suggestion } from '../../../environments/scenario/diagnostics.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import { type ForkChoice, forkProblem } from '../../replay/forks/forkChoice.ts';
import type { LineKind } from '../screen/keyboard.ts';
import { mend } from '../screen/typeKey.ts';
import type { KeyContext, ReplayState } from './replayState.ts';

/** Typing what is to be done instead of what was done, and to whom. */
export const forkLine: LineKind<ReplayState, KeyContext> = {
  prompt: 'fork: do instead',
  command: 'fork',
  example: 'coupon',
  about: 'force an action from today; also coupon stage dormant, coupon everyone, … for 7 days, … on',
  hint: ({ user, day }, { replay }) => {
    const names = replay.recording.program.actions.map(({ name }) => name).join(' ');
    const { leftOn } = replay.life(user);
    const gone =
      leftOn !== undefined && day > leftOn ? ` (left on day ${leftOn}: add everyone, or go back)` : '';
    return `${names}: for user ${user} on day ${day}${gone}`;
  },
  take(state, context, text) {
    const { replay } = context;
    const reason = noFork(state, context);
    if (reason !== undefined) return { ...state, message: reason };
    const choice = forkChoice(replay.recording.program, state, text);
    const problem = typeof choice === 'string' ? choice : forkProblem(replay, choice);
    if (typeof choice === 'string' || problem !== undefined)
      return mend(state, { kind: 'fork', text }, problem ?? '');
    return {
      ...state,
      playing: false,
      asked: { kind: 'fork', choice, filter: state.filter },
      message: 'living the other future…',
    };
  },
};

/** Why nothing can be forced from today. */
export function noFork({ day }: ReplayState, { can }: KeyContext): string | undefined {
  if (!can.fork) return 'nothing here decides how another future would go on';
  return day === 0 ? 'day 0 has no action; go to the day on which something else should be done' : undefined;
}

/**
 * Reads `coupon`, `coupon stage dormant`, `coupon everyone for 7 days`, `coupon user 17 on`.
 *
 * @returns the plan, or what is wrong with the text
 */
export function forkChoice(
  { actions, stages }: Pick<Program, 'actions' | 'stages'>,
  { day, user }: Pick<ReplayState, 'day' | 'user'>,
  text: string,
): ForkChoice | string {
  const names = actions.map(({ name }) => name);
  const [, name = '', who = '', how = ''] =
    /^(\S*)\s*((?:user\s+\d+|stage[\s:]+\S+|everyone)?)\s*(.*)$/u.exec(text) ?? [];
  const action = names.indexOf(name);
  if (action < 0) return `there is no action "${name}"${suggestion(name, names)}`;
  const days = durationOf(how);
  if (days === undefined) return `expected "for 7 days" or "on" behind it, got "${how}"`;
  if (who === 'everyone') return { day, action, days, who: { kind: 'everyone' } };
  const [kind, which] = who.split(/[\s:]+/);
  if (kind !== 'stage')
    return { day, action, days, who: { kind: 'user', user: which === undefined ? user : Number(which) } };
  const known = stages.map((stage) => stage.name);
  const stage = known.indexOf(which);
  if (stage < 0) return `there is no stage "${which}"${suggestion(which, known)}`;
  return { day, action, days, who: { kind: 'stage', stage } };
}

/** Days that an action is forced for; that day only where nothing is said. */
function durationOf(text: string): number | undefined {
  if (text === '') return 1;
  if (text === 'on') return Number.POSITIVE_INFINITY;
  const [, days] = /^for\s+(\d{1,5})(?:\s+days?)?$/.exec(text) ?? [];
  return days === undefined || Number(days) < 1 ? undefined : Number(days);
}
