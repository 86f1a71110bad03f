import { evaluatePatiently } from '../../experiment/evaluate.ts';
import { openPair, type Pair } from '../../replay/pair.ts';
import { openReplay, type Replay } from '../../replay/replay.ts';
import type { Invocation, OptionSpec } from '../command.ts';
import { playedRule } from '../playedRule.ts';
import { shellWord } from '../shellWord.ts';
import { namesOfRuns } from './namesOfRuns.ts';
import { otherPolicy } from './otherPolicy.ts';
import { type Replayed, scenarioWords } from './replayed.ts';

/** The option of a command that plays another policy on the people of a recording. */
export const AGAINST_OPTION = {
  against: {
    kind: 'text',
    about: 'play a rule, none, random or a run on the same people with the same luck, and show both',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** A recording beside that of another policy. */
export interface Against {
  readonly pair: Pair;
  /** what a command line calls the other one */
  readonly label: string;
  /** the command that compares the two over several seeds; undefined: two runs of one agent, which it could not tell apart */
  readonly withSeeds: string | undefined;
}

/**
 * Plays another policy on the people of a recording, with their luck. Nothing is trained.
 *
 * @throws UsageError where there is no such policy, or it would have to be trained first
 */
export async function playAgainst(
  replay: Replay,
  replayed: Replayed,
  { output, signal, text }: Pick<Invocation, 'output' | 'signal' | 'text'>,
): Promise<Against> {
  const { users, seed } = replay.recording;
  const other = otherPolicy(text('against'), replayed, text('results'));
  const { label, title, name, policy, record, scenario } = other;
  const { program } = scenario;
  output.note(
    `playing ${title} on the same ${users.toLocaleString('en')} ${program.decision ? 'products' : 'users'}`,
  );
  const plan = { users, seed, record: true };
  const { actions } = await evaluatePatiently(program, await policy.for(replayed.seed), plan, signal);
  const rule = playedRule(policy, scenario);
  const played = openReplay({ program, users, seed, actions, label: title, rule });
  const names = namesOfRuns({ a: replayed.record, b: record });
  return { pair: openPair(replay, played, { names }), label, withSeeds: seedsCommand(replayed, name) };
}

function seedsCommand(replayed: Replayed, other: string): string | undefined {
  if (replayed.policy === other) return undefined;
  const words = scenarioWords(replayed);
  const policies = shellWord(`${replayed.policy},${other}`);
  return `tenure compare ${words.name} --policies ${policies} --seeds 5${words.set}`;
}

/** The command line that prints a comparison on a day, and both lives of a user. */
export function againstCommand(label: string, other: string) {
  return (day: number, user: number | undefined): string => {
    const lives = user === undefined ? [] : ['--user', String(user)];
    const words = ['tenure', 'replay', label, '--against', other, '--day', String(day), ...lives];
    return words.map(shellWord).join(' ');
  };
}
