import { openReplay, type Replay } from '../../replay/replay.ts';
import { type Command, type Invocation, UsageError } from '../command.ts';
import { drawsScreen } from '../drawsScreen.ts';
import { leavingCode } from '../leavingCode.ts';
import { PICTURE_OPTIONS, pictureRequest } from '../picture/pictureOptions.ts';
import { AGAINST_OPTION } from '../replaying/against.ts';
import { findReplayed } from '../replaying/findReplayed.ts';
import { amongRequest, FORK_OPTIONS, forkRequest } from '../replaying/forkRequest.ts';
import { KEPT_OPTION, keptRequest } from '../replaying/keptRequest.ts';
import { lifeData } from '../replaying/lifeData.ts';
import { type Look, lookRequest } from '../replaying/lookRequest.ts';
import type { Replayed } from '../replaying/replayed.ts';
import { replayServices } from '../replaying/replayServices.ts';
import { showAgainst } from '../replaying/showAgainst.ts';
import { showFork } from '../replaying/showFork.ts';
import { showKept } from '../replaying/showKept.ts';
import { viewCommand } from '../replaying/viewCommand.ts';
import { whyData } from '../replaying/whyData.ts';
import { SCREEN_OPTIONS } from '../screenOptions.ts';
import { RESULTS_OPTION } from '../trainingOptions.ts';

export const command: Command = {
  describe: 'Shows what happened in a run, day by day and user by user, and why.',
  positional: '[run]',
  examples: [
    ['tenure replay', 'the latest run, in the terminal; ? explains the keys'],
    ['tenure replay latest --day 41 --user 173 --plain', 'the same as text, for a pipe'],
    ['tenure replay coupon-trap', 'no run: a scenario under its first rule, played now'],
    [
      'tenure replay --day 40 --user 173 --fork coupon',
      'the same user with the same luck, given a coupon then',
    ],
    [
      'tenure replay --day 12 --kept --plain',
      'who of those who left on day 12 could have been kept, by what',
    ],
    [
      "tenure replay --day 40 --fork coupon --fork-who everyone --filter 'stage:atRisk'",
      'what a coupon for everyone makes of those who were at risk that morning',
    ],
    [
      'tenure replay --day 40 --user 173 --fork coupon --save fork.svg',
      'both futures as a picture; with --until 90 as a film',
    ],
    ['tenure replay --against none', 'the same people with the same luck, if nothing had been done'],
    ['tenure replay --day 41 --user 173 --save day-41.svg', 'a day as a picture; .txt for text'],
    ['tenure replay --day 20 --until 90 --every 5 --save film.svg', 'a film that browsers play'],
  ],
  options: {
    day: { kind: 'integer', range: [0, 100_000], about: 'day to open at' },
    user: { kind: 'integer', range: [0, 10_000_000], about: 'user to open at, from 0' },
    filter: {
      kind: 'text',
      about:
        'count and draw only some users: "stage:dormant value>2"; with --fork, those it holds for that morning',
    },
    plain: {
      kind: 'flag',
      about: 'print text; what happens anyway where there is no terminal, or TERM=dumb',
    },
    ...KEPT_OPTION,
    ...AGAINST_OPTION,
    ...FORK_OPTIONS,
    ...PICTURE_OPTIONS,
    ...SCREEN_OPTIONS,
    ...RESULTS_OPTION,
  },
  async run(invocation) {
    const { output } = invocation;
    const kept = keptRequest(invocation);
    const picture = pictureRequest(invocation);
    const subject = await findReplayed(invocation.arguments[0] ?? 'latest', invocation);
    const replay = openReplay(subject.recording);
    const look = lookRequest(replay, invocation);
    const choice = forkRequest(replay, invocation);
    refuseTogether(invocation);
    if (kept) {
      await showKept(replay, subject, kept, invocation);
      return undefined;
    }
    if (choice) {
      const among = amongRequest(replay, choice, look.filter);
      return showFork(replay, subject, { choice, among, picture }, invocation);
    }
    if (invocation.optional('against') !== undefined)
      return showAgainst(replay, subject, { ...look, picture }, invocation);
    if (picture) {
      const { saveReplayPicture } = await import('../picture/saveReplayPicture.ts');
      const { advisor, surprises } = replayServices(replay, subject, invocation);
      const asked = { adviceOf: await advisor?.(), surprises: await surprises?.(invocation.signal) };
      saveReplayPicture(replay, { ...look, ...asked }, picture, output);
    } else if (output.json) {
      printJson(replay, subject, look, invocation);
    } else if (!drawsScreen(invocation)) {
      await printPlain(replay, subject, look, invocation);
    } else {
      return showScreen(replay, subject, look, invocation);
    }
    return undefined;
  },
};

/** What is not shown together, with what to do instead. */
function refuseTogether(invocation: Invocation): void {
  const [fork, against] = [invocation.optional('fork'), invocation.optional('against')];
  if (against === undefined) return;
  if (invocation.optional('filter') !== undefined)
    throw new UsageError('--filter counts some users of one replay; leave it out with --against');
  if (fork !== undefined)
    throw new UsageError(
      `--fork and --against are two other futures, and one is shown beside what happened; give --fork ${fork} in one command and --against ${against} in another, or replay a run of the other policy and fork that`,
    );
}

function printJson(replay: Replay, { label }: Replayed, look: Look, { output }: Invocation): void {
  const { user, day: at = replay.days, filter } = look;
  const why = user === undefined ? {} : { life: lifeData(replay.life(user)), ...whyData(replay, user, at) };
  const frame = replay.frame(at, filter?.on(replay, at));
  output.printJson({ schema: 'tenure.replay/1', run: label, frame, ...why });
}

async function printPlain(
  replay: Replay,
  subject: Replayed,
  look: Look,
  invocation: Invocation,
): Promise<void> {
  const { output } = invocation;
  const { plainReplay } = await import('../../ui/replay/plainReplay.ts');
  const { advisor, surprises } = replayServices(replay, subject, invocation);
  const adviceOf = look.user === undefined ? undefined : await advisor?.();
  const marks = await surprises?.(invocation.signal);
  const { day = replay.days, ...rest } = look;
  output.print(plainReplay(replay, { ...rest, day, width: output.width, adviceOf, surprises: marks }));
}

async function showScreen(
  replay: Replay,
  subject: Replayed,
  look: Look,
  invocation: Invocation,
): Promise<number> {
  const { runReplay } = await import('../../ui/replay/runReplay.ts');
  const { day = 0, ...rest } = look;
  const leaving = await runReplay(replay, {
    ...rest,
    day,
    stdin: process.stdin,
    stdout: process.stdout,
    altScreen: invocation.flag('alt-screen'),
    services: replayServices(replay, subject, invocation),
    command: viewCommand(subject.label),
  });
  return leavingCode(leaving);
}
