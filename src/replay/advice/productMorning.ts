import type { Observation } from '../../../environments/contract.ts';
import { decisionRow } from '../recording.ts';
import type { Replay } from '../replay.ts';
import { rowOf } from './rowOf.ts';

/** By replay, and by the day of a decision and the product; each is a few numbers, and stands for several days. */
const KNOWN = new WeakMap<Replay, Map<string, Observation>>();

/**
 * What the product of a user showed on the morning of a decision, one row. It is kept, as to find it is to live days
 * of everyone again.
 */
export function productMorning(replay: Replay, user: number, decidedOn: number): Observation {
  const row = decisionRow(replay.recording, user);
  const mornings = KNOWN.get(replay) ?? new Map<string, Observation>();
  KNOWN.set(replay, mornings);
  const key = `${decidedOn} ${row}`;
  const seen = mornings.get(key) ?? rowOf(replay.evening(decidedOn - 1).observation, row);
  mornings.set(key, seen);
  return seen;
}
