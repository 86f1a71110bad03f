import type { Program } from '../../environments/scenario/program.ts';

/** The population on one day, counted. */
export interface ReplayFrame {
  readonly day: number;
  /** users in each stage in the evening; they add up to all who were born by then */
  readonly counts: readonly number[];
  /** users by stage in the morning (row) and in the evening (column); all 0 on day 0, which has no morning */
  readonly moves: readonly (readonly number[])[];
  /** users by stage in the morning (row) and by the action taken (column); only those who had not left */
  readonly actionsByStage: readonly (readonly number[])[];
  /** users by the action taken; only those who had not left */
  readonly actions: readonly number[];
  /** users who had not left in the morning */
  readonly active: number;
  /** users who left for good today */
  readonly left: number;
  /** mean reward of the day per active user; 0 where there is none */
  readonly reward: number;
  /** part of all who were born by the evening that has not left */
  readonly retention: number;
}

/** One day as the frame is counted from. */
export interface CountedDay {
  readonly day: number;
  /** stage index of every user in the morning; undefined on day 0 */
  readonly morning: Uint8Array | undefined;
  /** stage index of every user in the evening */
  readonly evening: Uint8Array;
  /** action index of every user; empty on day 0 */
  readonly actions: Uint8Array;
  /** sum of everyone's rewards */
  readonly reward: number;
}

/** Counts one day of everyone. */
export function countFrame({ stages, actions }: Program, counted: CountedDay): ReplayFrame {
  const { day, morning, evening } = counted;
  const moves = morning ? tally(morning, evening, stages.length, stages.length) : zeros(stages.length);
  const taken = morning
    ? tally(morning, counted.actions, stages.length, actions.length)
    : zeros(stages.length, actions.length);
  const actionsByStage = taken.map((row, stage) => (stages[stage].absorbing ? row.map(() => 0) : row));
  const byAction = columnSums(actionsByStage);
  const counts = countOf(evening, stages.length);
  const active = sum(byAction);
  const stayed = sum(counts.filter((_, stage) => !stages[stage].absorbing));
  return {
    day,
    counts,
    moves,
    actionsByStage,
    actions: byAction,
    active,
    left: sum(
      moves.flatMap((row, from) => row.filter((_, to) => stages[to].absorbing && !stages[from].absorbing)),
    ),
    reward: active > 0 ? counted.reward / active : 0,
    retention: stayed / Math.max(sum(counts), 1),
  };
}

function tally(rows: Uint8Array, columns: Uint8Array, height: number, width: number): number[][] {
  const counts = new Uint32Array(height * width);
  for (let i = 0; i < rows.length; i++) counts[rows[i] * width + columns[i]]++;
  return Array.from({ length: height }, (_, row) => [...counts.subarray(row * width, (row + 1) * width)]);
}

function countOf(values: Uint8Array, width: number): number[] {
  const counts = new Uint32Array(width);
  for (const value of values) counts[value]++;
  return [...counts];
}

function zeros(height: number, width = height): number[][] {
  return Array.from({ length: height }, () => new Array<number>(width).fill(0));
}

function columnSums(rows: readonly (readonly number[])[]): number[] {
  return rows[0].map((_, column) => sum(rows.map((row) => row[column])));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
