import { touchesOthers } from '../../replay/forks/forkChoice.ts';
import { peopleOutcome } from '../../replay/forks/forkOutcome.ts';
import type { ToldFork } from '../../replay/forks/tellFork.ts';
import { patiently } from '../../replay/patiently.ts';
import type { Replay } from '../../replay/replay.ts';
import { aboutWords } from '../../ui/compare/aboutWords.ts';
import type { GlyphSet } from '../../ui/glyphs.ts';
import type { OtherFuture } from '../../ui/replay/replayServices.ts';
import type { Invocation } from '../command.ts';
import { drawsScreen } from '../drawsScreen.ts';
import type { PictureRequest } from '../picture/pictureOptions.ts';
import { lifeData } from './lifeData.ts';
import { liveFork, type WantedFork } from './liveFork.ts';
import { onScreen } from './onScreen.ts';
import type { Replayed } from './replayed.ts';

/** A fork, and how it is looked at. */
export interface ForkView extends WantedFork {
  /** undefined: nothing is to be written to a file */
  readonly picture: PictureRequest | undefined;
}

/**
 * Forks a recording and shows both futures: as a picture, JSON, text or on the screen.
 *
 * @returns the exit code
 */
export async function showFork(
  replay: Replay,
  { label, decider }: Replayed,
  view: ForkView,
  invocation: Invocation,
): Promise<number> {
  const { output, signal } = invocation;
  const glyphs = invocation.text('glyphs') as GlyphSet;
  const living = { label, decider: await decider(), glyphs, signal };
  const { told, future } = await liveFork(replay, view, living);
  const other = { ...future, user: future.user ?? invocation.maybe('user') };
  if (view.picture) {
    const { saveComparePicture } = await import('../picture/saveComparePicture.ts');
    saveComparePicture(other.pair, { ...other, ...pictureDays(other), glyphs }, view.picture, output);
    return 0;
  }
  if (output.json) {
    output.printJson(await documentOf(label, told, view, other, signal));
    return 0;
  }
  if (!drawsScreen(invocation)) {
    const { plainFork } = await import('../../ui/replay/plainFork.ts');
    output.print(plainFork(other, { who: view.choice.who, width: output.width, glyphs }).trimEnd());
    return 0;
  }
  return onScreen(other.pair, { ...other, glyphs }, invocation);
}

/** As in the text: a life on the day on which the fork steps in, everyone in the end, when it has told on them. */
function pictureDays({ pair, day, user }: OtherFuture): { readonly day: number; readonly from: number } {
  return { day: user === undefined ? pair.days : day, from: day };
}

/** Numbers without a JSON form, as the interval of one product, become null. */
async function documentOf(
  run: string,
  { fork, user, odds }: ToldFork,
  { among }: WantedFork,
  { pair, ...words }: OtherFuture,
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
    title: aboutWords(words),
    day,
    days: days === Infinity ? 'all' : days,
    who: who.kind === 'stage' ? { ...who, name: stages[who.stage].name } : who,
    action: actions[action].name,
    decided: fork.decided,
    tally: fork.tally,
    ...(user && { user, odds, lives }),
    ...(among && { among: { filter: among.text, day: among.day, users: among.users, of: among.of } }),
    ...(people && { people }),
  };
}
