import { type ForkChoice, touchesOthers } from '../../replay/forks/forkChoice.ts';
import { peopleOutcome } from '../../replay/forks/forkOutcome.ts';
import { type ToldFork, tellFork } from '../../replay/forks/tellFork.ts';
import { patiently } from '../../replay/patiently.ts';
import type { Replay } from '../../replay/replay.ts';
import { glyphsOf } from '../../ui/glyphs.ts';
import { openFork } from '../../ui/replay/openFork.ts';
import type { OtherFuture } from '../../ui/replay/replayServices.ts';
import type { Invocation } from '../command.ts';
import { drawsScreen } from '../drawsScreen.ts';
import { leavingCode } from '../leavingCode.ts';
import { pictureSaver } from '../picture/pictureSaver.ts';
import { forkCommand } from './forkCommand.ts';
import { lifeData } from './lifeData.ts';
import type { Replayed } from './replayed.ts';

/**
 * Forks a recording and shows both futures: as JSON, as text or on the screen.
 *
 * @returns the exit code
 */
export async function showFork(
  replay: Replay,
  { label, decider }: Replayed,
  choice: ForkChoice,
  invocation: Invocation,
): Promise<number> {
  const { output, signal } = invocation;
  const glyphs = invocation.text('glyphs') as 'unicode' | 'ascii';
  const told = await tellFork(replay, choice, await decider(), { signal });
  const command = (_day: number, looked: number | undefined) =>
    forkCommand(label, replay.recording.program, choice, looked);
  const { user = invocation.maybe('user'), ...opened } = openFork(replay, told, {
    command,
    glyphs: glyphsOf(glyphs),
  });
  const other = { ...opened, user };
  if (output.json) {
    output.printJson(await documentOf(label, told, other, signal));
    return 0;
  }
  if (!drawsScreen(invocation)) {
    const { plainFork } = await import('../../ui/replay/plainFork.ts');
    output.print(plainFork(other, { who: choice.who, width: output.width, glyphs }).trimEnd());
    return 0;
  }
  const { runCompare } = await import('../../ui/compare/runCompare.ts');
  const leaving = await runCompare(other.pair, {
    ...other,
    glyphs,
    save: pictureSaver(''),
    altScreen: invocation.flag('alt-screen'),
    stdin: process.stdin,
    stdout: process.stdout,
  });
  return leavingCode(leaving);
}

/** Numbers without a JSON form, as the interval of one product, become null. */
async function documentOf(
  run: string,
  { fork, user, odds }: ToldFork,
  { pair, about }: OtherFuture,
  signal: AbortSignal,
): Promise<object> {
  const { who, action, day, days } = fork.choice;
  const { actions, stages } = pair.program;
  const lives = user && {
    fork: lifeData(pair.a.life(user.user)),
    recorded: lifeData(pair.b.life(user.user)),
  };
  const people = touchesOthers(pair.program, who) && (await patiently(peopleOutcome(pair), { signal }));
  return {
    schema: 'tenure.fork/1',
    run,
    title: about,
    day,
    days: days === Infinity ? 'all' : days,
    who: who.kind === 'stage' ? { ...who, name: stages[who.stage].name } : who,
    action: actions[action].name,
    decided: fork.decided,
    tally: fork.tally,
    ...(user && { user, odds, lives }),
    ...(people && { people }),
  };
}
