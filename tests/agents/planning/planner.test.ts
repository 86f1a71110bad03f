import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Planner } from '../../../agents/planning/planner.ts';
import { ACTIONS, type Experience, experiences, STATES, timeStep } from '../../support/experience.ts';

const GAMMA = 0.9;
const STATE_LIST = Array.from({ length: STATES }, (_, state) => state);
const ACTION_LIST = Array.from({ length: ACTIONS }, (_, action) => action);

interface Transition {
  readonly state: number;
  readonly action: number;
  readonly reward: number;
  readonly next: number | undefined;
}

function transitionsOf(episodes: readonly Experience[]): Transition[] {
  return episodes.flatMap(({ days, left, end }) =>
    days.map((day, t) => {
      const last = t === days.length - 1;
      return { ...day, next: last && left ? undefined : (days[t + 1]?.state ?? end) };
    }),
  );
}

/** A planner that has seen these days of one user. */
function plannerAfter(transitions: readonly Transition[]): Planner {
  const planner = new Planner(STATES, ACTIONS, GAMMA);
  for (const { state, action, reward, next } of transitions) {
    const followed = timeStep('mid', [{ state: next ?? 0, reward, left: next === undefined }]);
    planner.observe(timeStep('mid', [{ state }]), Uint8Array.of(action), followed);
  }
  return planner;
}

/** The values of acting best in what the transitions say, by a thousand plain sweeps over averages of lists. */
function slowly(transitions: readonly Transition[], bonus: number): (number | undefined)[][] {
  const own = STATE_LIST.map((s) =>
    ACTION_LIST.map((a) => transitions.filter(({ state, action }) => state === s && action === a)),
  );
  const meanOf = (values: readonly number[]) => values.reduce((x, y) => x + y, 0) / values.length;
  let worths: number[] = STATE_LIST.map(() => 0);
  let q: (number | undefined)[][] = [];
  for (let sweep = 0; sweep < 1_000; sweep++) {
    q = own.map((cells) =>
      cells.map((list) => {
        const targets = list.map(
          ({ reward, next }) => reward + (next === undefined ? 0 : GAMMA * worths[next]),
        );
        return list.length > 0 ? meanOf(targets) + bonus / Math.sqrt(list.length) : undefined;
      }),
    );
    const best = q.map((row) => Math.max(...row.filter((value) => value !== undefined)));
    const unseen = meanOf(worths.filter((_, s) => best[s] > -Infinity));
    worths = best.map((value) => (value > -Infinity ? value : unseen));
  }
  return q;
}

function spreadOf(transitions: readonly Transition[]): number {
  const mean = transitions.reduce((sum, { reward }) => sum + reward, 0) / transitions.length;
  const squares = transitions.reduce((sum, { reward }) => sum + (reward - mean) ** 2, 0);
  return Math.sqrt(squares / transitions.length);
}

describe('Planner', () => {
  it.each([0, 2])('solves the process that was seen, with an optimism of %d and without', (optimism) => {
    fc.assert(
      fc.property(experiences, (episodes) => {
        const transitions = transitionsOf(episodes);
        const planner = plannerAfter(transitions);
        // States not seen are worth what the others were before: it takes some rounds until that is settled.
        for (let round = 0; round < 400; round++) planner.plan(optimism);
        const bonus = optimism * spreadOf(transitions);
        for (const [solution, given] of [
          [planner.learned, 0],
          [planner.optimistic, bonus],
        ] as const) {
          const expected = slowly(transitions, given).flat();
          for (const [cell, value] of expected.entries())
            if (value !== undefined) expect(Math.abs(solution.values[cell] - value)).toBeLessThan(0.01);
        }
      }),
      { numRuns: 60 },
    );
  });
});
