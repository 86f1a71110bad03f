import { suggestion } from '../../../environments/scenario/diagnostics.ts';
import type { UserCondition } from '../../replay/conditions/userCondition.ts';
import { type ForkAmong, forkAmong } from '../../replay/forks/forkAmong.ts';
import { type ForkChoice, type ForkedWho, forkProblem } from '../../replay/forks/forkChoice.ts';
import type { Replay } from '../../replay/replay.ts';
import { type Invocation, type OptionSpec, UsageError } from '../command.ts';
import { numberFrom } from '../number.ts';

/** Options of a command that shows what would have become of people had something else been done. */
export const FORK_OPTIONS = {
  fork: {
    kind: 'text',
    about: 'the action that --user is given on --day instead of the recorded one; shows both futures',
  },
  'fork-days': {
    kind: 'text',
    default: '1',
    about: 'number of days on which it is given, or all: to the end',
  },
  'fork-who': {
    kind: 'text',
    default: 'user',
    about: 'who is given it: user, stage:NAME (whoever is in that stage in the morning) or everyone',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/**
 * The fork that a command line asks for; undefined: none.
 *
 * @throws UsageError naming what is missing or wrong
 */
export function forkRequest(replay: Replay, invocation: Invocation): ForkChoice | undefined {
  const name = invocation.optional('fork');
  if (name === undefined) return refuseWithoutFork(invocation);
  const { actions } = replay.recording.program;
  const names = actions.map((action) => action.name);
  const action = names.indexOf(name);
  if (action < 0) throw new UsageError(`--fork: there is no action "${name}"${suggestion(name, names)}`);
  const day = invocation.maybe('day');
  if (day === undefined) throw new UsageError('--fork needs --day, the first day on which it is given');
  if (day < 1)
    throw new UsageError(
      `--day: expected 1 to ${replay.days} with --fork, as nothing is decided before day 1, got ${day}`,
    );
  const choice = { who: whoOf(replay, invocation), action, day, days: daysOf(invocation.text('fork-days')) };
  const problem = forkProblem(replay, choice);
  if (problem !== undefined) throw new UsageError(`--fork: ${problem}`);
  return choice;
}

/**
 * Those among whom a command line wants a fork to be counted; undefined: everyone.
 *
 * @throws UsageError saying why nobody is counted apart
 */
export function amongRequest(
  replay: Replay,
  choice: ForkChoice,
  filter: UserCondition | undefined,
): ForkAmong | undefined {
  if (filter === undefined) return undefined;
  const among = forkAmong(replay, choice, filter);
  if (typeof among === 'string') throw new UsageError(`--filter: ${among}`);
  return among;
}

function refuseWithoutFork(invocation: Invocation): undefined {
  for (const name of ['fork-days', 'fork-who'])
    if (invocation.origin(name) === 'flag')
      throw new UsageError(`--${name} needs --fork, the action to give`);
  return undefined;
}

function whoOf({ recording: { program } }: Replay, invocation: Invocation): ForkedWho {
  const text = invocation.text('fork-who');
  if (text === 'everyone') return { kind: 'everyone' };
  if (text === 'user') return { kind: 'user', user: userOf(invocation) };
  const names = program.stages.map(({ name }) => name);
  const [, name] = /^stage:(.+)$/.exec(text) ?? [];
  if (name === undefined)
    throw new UsageError(`--fork-who: expected user, everyone or stage:NAME, got "${text}"`);
  const stage = names.indexOf(name);
  if (stage < 0) throw new UsageError(`--fork-who: there is no stage "${name}"${suggestion(name, names)}`);
  return { kind: 'stage', stage };
}

function userOf(invocation: Invocation): number {
  const user = invocation.maybe('user');
  if (user !== undefined) return user;
  throw new UsageError(
    '--fork needs --user, who is given the action, or --fork-who stage:NAME or --fork-who everyone',
  );
}

function daysOf(text: string): number {
  const days = text === 'all' ? Infinity : numberFrom(text);
  if (days === Infinity || (Number.isInteger(days) && days >= 1)) return days;
  throw new UsageError(`--fork-days: expected a whole number of at least 1, or all, got "${text}"`);
}
