import type { ViewCommand } from '../../ui/replay/replayServices.ts';
import { shellWord } from '../shellWord.ts';
import { keptCommand } from './keptRequest.ts';

/**
 * The command line that prints a view of a replay.
 *
 * @param label what a command line calls the recording
 */
export function viewCommand(label: string): ViewCommand {
  return (day, user, filter, kept) => {
    if (kept) return keptCommand(label, kept);
    const among = filter === undefined ? [] : ['--filter', filter];
    const words = ['tenure', 'replay', label, '--day', String(day), '--user', String(user), ...among];
    return words.map(shellWord).join(' ');
  };
}
