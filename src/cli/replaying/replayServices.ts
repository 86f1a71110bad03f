import { advise } from '../../replay/advice/advise.ts';
import type { UserCondition } from '../../replay/conditions/userCondition.ts';
import type { Decider } from '../../replay/decider.ts';
import { type ForkAmong, forkAmong } from '../../replay/forks/forkAmong.ts';
import type { ForkChoice } from '../../replay/forks/forkChoice.ts';
import { searchKept } from '../../replay/kept/keptSearch.ts';
import { liveTo } from '../../replay/liveTo.ts';
import { surprises } from '../../replay/marks/surprises.ts';
import { patiently } from '../../replay/patiently.ts';
import type { Replay } from '../../replay/replay.ts';
import type { GlyphSet } from '../../ui/glyphs.ts';
import type { OtherFuture, ReplayServices } from '../../ui/replay/replayServices.ts';
import type { Invocation } from '../command.ts';
import { pictureSaver } from '../picture/pictureSaver.ts';
import { againstCommand, playAgainst } from './against.ts';
import { playBaseline } from './baseline.ts';
import { liveFork } from './liveFork.ts';
import type { Replayed } from './replayed.ts';

/** What a replay's screen needs a policy or files for. The policy is loaded when it is first needed. */
export function replayServices(replay: Replay, subject: Replayed, invocation: Invocation): ReplayServices {
  let loaded: Promise<Decider | undefined> | undefined;
  const load = () => {
    loaded ??= subject.decider();
    return loaded;
  };
  return {
    save: pictureSaver(''),
    baseline: (signal) => playBaseline(replay, subject, { signal, text: invocation.text }),
    async advisor() {
      const asked = await load();
      return asked && ((user, day) => advise(replay, user, day, asked));
    },
    async surprises(signal) {
      const estimator = await subject.estimator();
      return estimator ? patiently(surprises(replay.recording, estimator), { signal }) : [];
    },
    kept: async (who, patience) => searchKept(replay, who, await load(), patience),
    against: (policy, day, signal) => beside(policy, day, { replay, subject, invocation, signal }),
    async fork(choice, filter, signal) {
      const glyphs = invocation.text('glyphs') as GlyphSet;
      const living = { label: subject.label, decider: await load(), glyphs, signal };
      const { future } = await liveFork(replay, { choice, among: amongOn(replay, choice, filter) }, living);
      await liveTo(future.pair, choice.day, signal);
      return future;
    },
  };
}

/** Everyone, where a filter does not go with the fork: what is done to one user, or decided for a whole product. */
function amongOn(
  replay: Replay,
  choice: ForkChoice,
  filter: UserCondition | undefined,
): ForkAmong | undefined {
  const among = filter && forkAmong(replay, choice, filter);
  return typeof among === 'string' ? undefined : among;
}

interface Beside {
  readonly replay: Replay;
  readonly subject: Replayed;
  readonly invocation: Invocation;
  readonly signal: AbortSignal;
}

/** The same people under another policy. */
async function beside(
  policy: string,
  day: number,
  { replay, subject, invocation, signal }: Beside,
): Promise<OtherFuture> {
  // Notes would be written into the screen.
  const output = { ...invocation.output, note: () => {} };
  const text = (name: string) => (name === 'against' ? policy : invocation.text(name));
  const { pair, label, withSeeds } = await playAgainst(replay, subject, { output, signal, text });
  await liveTo(pair, day, signal);
  return { pair, withSeeds, day, user: undefined, command: againstCommand(subject.label, label) };
}
