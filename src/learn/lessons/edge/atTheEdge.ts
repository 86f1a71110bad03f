import type { AgentKind } from '../../../../agents/kinds.ts';
import type { Agent, Policy } from '../../../../environments/contract.ts';
import type { Program } from '../../../../environments/scenario/program.ts';
import { seeds } from '../../../experiment/configuration.ts';
import { evaluate } from '../../../experiment/evaluate.ts';
import { mean } from '../../../statistics/mean.ts';
import type { Work } from '../../lesson.ts';
import { metricOf } from '../../metricOf.ts';
import { trained } from '../../training.ts';

const USERS = 100;
const EPISODES = 60;
/** People on whom what was learned is played without trying anything. */
const HELD_OUT = 500;

/** What one learner did to people. */
export interface Learned {
  readonly name: string;
  /** in the second half of learning, while it goes on exploring: unsubscriptions per 1,000 days of subscribers */
  readonly lost: number;
  /** in the same time: part of the days spent one step before too much */
  readonly atEdge: number;
  /** in the same time: visits per day of a subscriber */
  readonly visits: number;
  /** after learning, without exploring: visits per person, and part of the people who stay */
  readonly visitsAfter: number;
  readonly keptAfter: number;
}

/** Trains one learner that explores with a constant ε, and plays what it has learned without exploring. */
export function* learnAtTheEdge(
  program: Program,
  kind: AgentKind,
  epsilon: number,
  seed: string,
): Work<Learned> {
  const steady = { epsilonStart: epsilon, epsilonEnd: epsilon, epsilonSpread: 0 };
  const settings = { ...steady, discount: program.objective.discount };
  const pressureAt = program.observe.findIndex(({ name }) => name === 'pressure');
  const count = { days: 0, lost: 0, atEdge: 0, reward: 0 };
  const plan = { kind, settings, users: USERS, episodes: EPISODES, seed };
  const agent: Agent = yield* trained(program, plan, ({ step, next }, episode) => {
    if (episode < EPISODES / 2) return;
    const { active } = step.observation;
    for (let i = 0; i < USERS; i++) {
      if (active[i] === 0) continue;
      count.days++;
      if (next.discounts[i] === 0) count.lost++;
      else count.reward += next.rewards[i];
      if (next.observation.features[i * program.observe.length + pressureAt] === EDGE) count.atEdge++;
    }
  });
  const { days, lost, atEdge, reward } = count;
  const after = playAtTheEdge(program, agent.greedy(), HELD_OUT, seeds.heldOut(seed));
  return {
    name: kind.name,
    lost: (1000 * lost) / days,
    atEdge: atEdge / days,
    visits: reward / days,
    visitsAfter: after.visits,
    keptAfter: after.kept,
  };
}

/** One step before too much. */
export const EDGE = 3;

/** Plays a policy. */
export function playAtTheEdge(
  program: Program,
  policy: Policy,
  users: number,
  seed: string,
): { visits: number; kept: number } {
  const evaluation = evaluate(program, policy, { users, seed });
  return { visits: mean(metricOf(evaluation, 'visits')), kept: mean(metricOf(evaluation, 'retention.end')) };
}
