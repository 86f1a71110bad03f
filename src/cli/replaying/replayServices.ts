import { advise } from '../../replay/advice/advise.ts';
import type { Decider } from '../../replay/decider.ts';
import { tellFork } from '../../replay/forks/tellFork.ts';
import { searchKept } from '../../replay/kept/keptSearch.ts';
import { liveTo } from '../../replay/liveTo.ts';
import { surprises } from '../../replay/marks/surprises.ts';
import { patiently } from '../../replay/patiently.ts';
import type { Replay } from '../../replay/replay.ts';
import { type GlyphSet, glyphsOf } from '../../ui/glyphs.ts';
import { openFork } from '../../ui/replay/openFork.ts';
import type { ReplayServices } from '../../ui/replay/replayServices.ts';
import type { Invocation } from '../command.ts';
import { pictureSaver } from '../picture/pictureSaver.ts';
import { againstCommand, playAgainst } from './against.ts';
import { playBaseline } from './baseline.ts';
import { forkCommand } from './forkCommand.ts';
import type { Replayed } from './replayed.ts';

/** What a replay's screen needs a policy or files for. The policy is loaded when it is first needed. */
export function replayServices(replay: Replay, subject: Replayed, invocation: Invocation): ReplayServices {
  const { label, decider } = subject;
  let loaded: Promise<Decider | undefined> | undefined;
  const load = () => {
    loaded ??= decider();
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
    async against(policy, day, signal) {
      // Notes would be written into the screen.
      const output = { ...invocation.output, note: () => {} };
      const text = (name: string) => (name === 'against' ? policy : invocation.text(name));
      const { pair, label: other, withSeeds } = await playAgainst(replay, subject, { output, signal, text });
      await liveTo(pair, day, signal);
      return { pair, withSeeds, day, user: undefined, command: againstCommand(label, other) };
    },
    kept: async (who, patience) => searchKept(replay, who, await load(), patience),
    async fork(choice, signal) {
      const told = await tellFork(replay, choice, await load(), { signal });
      const command = (_day: number, looked: number | undefined) =>
        forkCommand(label, replay.recording.program, choice, looked);
      const glyphs = glyphsOf(invocation.text('glyphs') as GlyphSet);
      const future = openFork(replay, told, { command, glyphs });
      await liveTo(future.pair, choice.day, signal);
      return future;
    },
  };
}
