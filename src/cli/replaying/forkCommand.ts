import type { Program } from '../../../environments/scenario/program.ts';
import type { ForkChoice } from '../../replay/forks/forkChoice.ts';
import { shellWord } from '../shellWord.ts';

/** What of a fork is looked at. */
export interface ForkLook {
  /** the user looked at, where others than one user are forked; undefined: everyone */
  readonly user: number | undefined;
  /** the condition on those counted; undefined: everyone is */
  readonly filter: string | undefined;
}

/**
 * The command line that prints a fork.
 *
 * @param label what a command line calls the recording
 */
export function forkCommand(
  label: string,
  { actions, stages }: Program,
  { who, action, day, days }: ForkChoice,
  look: ForkLook,
): string {
  const user = who.kind === 'user' ? who.user : look.user;
  const words = [
    ...['tenure', 'replay', label, '--day', String(day)],
    ...(user === undefined ? [] : ['--user', String(user)]),
    ...(look.filter === undefined ? [] : ['--filter', look.filter]),
    ...(who.kind === 'stage' ? ['--fork-who', `stage:${stages[who.stage].name}`] : []),
    ...(who.kind === 'everyone' ? ['--fork-who', 'everyone'] : []),
    ...['--fork', actions[action].name],
    ...(days === 1 ? [] : ['--fork-days', days === Infinity ? 'all' : String(days)]),
  ];
  return words.map(shellWord).join(' ');
}
