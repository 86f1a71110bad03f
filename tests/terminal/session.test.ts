import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { describeInTerminal } from './describeInTerminal.ts';
import { openSession } from './openSession.ts';

/** Whether a process is there and not merely waiting to be forgotten. */
function isRunning(pid: number): boolean {
  try {
    const state = execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return state !== '' && !state.startsWith('Z');
  } catch {
    return false;
  }
}

/** The processes whose numbers the terminal shows. */
const pidsIn = (text: string) => [...text.matchAll(/^PID (\d+)$/gm)].map(([, pid]) => Number(pid));

const SHELL = `PS1='PROMPT ' PROGRAM="$(printf '%q ' "$@")" exec bash --noprofile --norc -i`;

describeInTerminal('a session that is closed, as after a test that failed, leaves no process', () => {
  it.each([
    ['a program that draws', 'echo "PID $$"; "$@"', []],
    ['one beside it', 'sleep 1000 & echo "PID $!"; echo "PID $$"; "$@"', []],
    ['those that ignore being hung up', `trap '' HUP TERM; sleep 1000 & echo "PID $!"; sleep 1000`, []],
    ['a stopped program', SHELL, ['eval $PROGRAM', 'ctrl-z', 'jobs -p | sed "s/^/PID /"']],
  ])('%s', async (_, script, lines) => {
    const session = openSession('replay latest --no-alt-screen', { script });
    if (lines.length > 0) {
      const [start, stop, tell] = lines;
      await session.shows('PROMPT');
      session.type(start);
      await session.shows(/day +\d+\/180/);
      session.press(stop);
      await session.shows('Stopped');
      session.type(tell);
    }
    await session.shows(/^PID \d+$/m);
    await session.still();
    const pids = pidsIn(session.history.join('\n'));
    expect(pids.map(isRunning)).toEqual(pids.map(() => true));
    await session.close();
    await expect.poll(() => pids.filter(isRunning), { timeout: 60_000 }).toEqual([]);
  });
});
