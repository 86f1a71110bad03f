import type { AgentKind } from '../../../../agents/kinds.ts';
import { monteCarlo } from '../../../../agents/tabular/monteCarlo.ts';
import { qLearning } from '../../../../agents/tabular/qLearning.ts';
import type { Agent } from '../../../../environments/contract.ts';
import type { Program } from '../../../../environments/scenario/program.ts';
import { solveExactly } from '../../../experiment/exactResult.ts';
import type { Work } from '../../lesson.ts';
import { trained } from '../../training.ts';
import { finish } from '../../work.ts';

/** Who learns the values: after each step (TD), or after each whole walk (MC). */
export type Method = 'td' | 'mc';

// With a single action Q-learning is TD(0).
const KINDS: Readonly<Record<Method, AgentKind>> = { td: qLearning, mc: monteCarlo };

/** One learner: its method, and the part of the way to its target that a value moves. */
export interface Learner {
  readonly method: Method;
  readonly alpha: number;
}

/** The five places between the ends. */
export const PLACES = [1, 2, 3, 4, 5] as const;

/** What a walk that is in a place will earn, exactly; by place. */
export function trueValues(program: Program): number[] {
  const { states } = solveExactly(program, { kind: 'total', discount: 1, days: program.horizon });
  return PLACES.map((place) => states.find(({ state }) => state['place'] === place)!.value);
}

/** What a learner has come to after each of some walks; the same seed gives the same walks to everyone. */
export function* learnValues(
  program: Program,
  { method, alpha }: Learner,
  walks: number,
  seed: string,
): Work<number[][]> {
  const constant = { stepSizeVisits: 0, epsilonStart: 0, epsilonEnd: 0, epsilonSpread: 0 };
  const settings = { ...constant, discount: 1, stepSize: alpha, initialValue: 0.5 };
  const values: number[][] = [];
  let agent: Agent | undefined;
  const kind: AgentKind = {
    ...KINDS[method],
    create: (...given) => {
      agent = KINDS[method].create(...given);
      return agent;
    },
  };
  const note = () => {
    if (agent) values.push(PLACES.map((place) => agent?.actionValues?.(place)[0] ?? Number.NaN));
  };
  const work = trained(program, { kind, settings, users: 1, episodes: walks, seed });
  for (;;) {
    const next = work.next();
    if (next.done) return values;
    note();
    yield next.value;
  }
}

/** Root mean square error over the places. */
export function rmsError(values: readonly number[], truth: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value, k) => sum + (value - truth[k]) ** 2, 0) / values.length);
}

/** A learner's mean error over many repetitions, after each walk. */
export interface ErrorCurve extends Learner {
  /** walks + 1; before the first walk every value is one half */
  readonly errors: readonly number[];
}

/** Lets one learner repeat its walks with other luck; everyone's k-th repetition has the same walks. */
export function* errorCurve(
  program: Program,
  learner: Learner,
  walks: number,
  repetitions: number,
  seed: string,
): Work<ErrorCurve> {
  const truth = trueValues(program);
  const start = rmsError(
    PLACES.map(() => 0.5),
    truth,
  );
  const errors = [start, ...new Array<number>(walks).fill(0)];
  for (let k = 0; k < repetitions; k++) {
    const values = finish(learnValues(program, learner, walks, `${seed}/walks/${k}`));
    for (const [walk, one] of values.entries()) errors[walk + 1] += rmsError(one, truth) / repetitions;
    yield (k + 1) / repetitions;
  }
  return { ...learner, errors };
}
