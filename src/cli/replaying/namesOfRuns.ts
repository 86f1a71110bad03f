import type { RunRecord } from '../../experiment/runRecord.ts';
import type { OfBoth } from '../../replay/pairTally.ts';
import { allSettings } from '../../ui/browse/allSettings.ts';
import { differing } from '../../ui/browse/differing.ts';
import { runSettings } from '../runSettings.ts';

/** Hexadecimal digits at the end of a run's id. */
const SHORT_ID = 8;

/**
 * What to call two runs of one agent, to tell them apart: the settings in which they differ, `episodes 4, q-learning`, or
 * else the last digits of their ids; undefined where they need no other names than those they have.
 *
 * @param runs undefined: a rule, which is called by its name
 */
export function namesOfRuns({ a, b }: OfBoth<RunRecord | undefined>): OfBoth<string> | undefined {
  if (!a || !b || a.id === b.id) return undefined;
  const { name } = a.configuration.agent;
  if (name !== b.configuration.agent.name) return undefined;
  const settings = [a, b].map((run) => allSettings(runSettings(run)));
  const differ = differing(settings);
  const nameOf = (run: RunRecord, own: Readonly<Record<string, string>>) => {
    const words = differ.flatMap((setting) =>
      own[setting] === undefined ? [] : `${setting} ${own[setting]}`,
    );
    return [...(words.length > 0 ? words : [run.id.slice(-SHORT_ID)]), name].join(', ');
  };
  return { a: nameOf(a, settings[0]), b: nameOf(b, settings[1]) };
}
