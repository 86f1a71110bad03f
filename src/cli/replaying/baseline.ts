import { evaluatePatiently } from '../../experiment/evaluate.ts';
import { liveTo } from '../../replay/liveTo.ts';
import { openReplay, type Replay } from '../../replay/replay.ts';
import { mixByDay } from '../../ui/replay/mixByDay.ts';
import type { Baseline } from '../../ui/replay/panels/mixRows.ts';
import type { Invocation } from '../command.ts';
import { namedPolicy } from '../policies.ts';
import { firstRule } from '../recordFirstRule.ts';
import { DEFAULT_EPISODES } from '../trainingOptions.ts';
import type { Replayed } from './replayed.ts';

/**
 * Plays the first rule of the scenario of a replay, or random actions where it has none, on the same people with the
 * same luck: as `compare` plays it for the seed of the replay.
 *
 * @throws the signal's reason if it was aborted
 */
export async function playBaseline(
  { recording }: Replay,
  { scenario, seed }: Pick<Replayed, 'scenario' | 'seed'>,
  { signal, text }: Pick<Invocation, 'signal' | 'text'>,
): Promise<Baseline> {
  const { program, users } = recording;
  const name = firstRule(program);
  const training = { episodes: DEFAULT_EPISODES, heldOutUsers: users };
  const policy = namedPolicy(name, { scenario, results: text('results'), training, origins: {} });
  const plan = { users, seed: recording.seed, record: true };
  const { actions } = await evaluatePatiently(program, await policy.for(seed), plan, signal);
  const other = openReplay({ program, users, seed: recording.seed, actions, label: name });
  await liveTo(other, other.days, signal);
  return { name, mix: mixByDay(other) };
}
