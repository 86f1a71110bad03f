import type { WhoLeft } from '../../replay/kept/leavers.ts';
import { type Invocation, type OptionSpec, UsageError } from '../command.ts';
import { shellWord } from '../shellWord.ts';

/** Option of a command that shows who of those who left could have been kept. */
export const KEPT_OPTION = {
  kept: {
    kind: 'flag',
    about:
      'who of those who left on --day, or whether --user who left, would have stayed with one other action on one of the last mornings',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/**
 * Whom the command line asks about; undefined: it asks for something else.
 *
 * @throws UsageError naming what is missing or too much
 */
export function keptRequest(invocation: Invocation): WhoLeft | undefined {
  if (!invocation.flag('kept')) return undefined;
  for (const other of ['fork', 'against', 'filter', 'save'])
    if (invocation.optional(other) !== undefined)
      throw new UsageError(`--kept prints a list of its own; leave out --${other}`);
  const [day, user] = [invocation.maybe('day'), invocation.maybe('user')];
  if (day !== undefined && user !== undefined)
    throw new UsageError('--kept is about all who left on --day, or about --user; give one of them');
  if (user !== undefined) return { kind: 'user', user };
  if (day !== undefined) return { kind: 'day', day };
  throw new UsageError('--kept needs --day, on which they left, or --user, who left');
}

/** The command line that prints who could have been kept. @param label what a command line calls the recording */
export function keptCommand(label: string, who: WhoLeft): string {
  const asked = who.kind === 'day' ? ['--day', String(who.day)] : ['--user', String(who.user)];
  return ['tenure', 'replay', label, ...asked, '--kept'].map(shellWord).join(' ');
}
