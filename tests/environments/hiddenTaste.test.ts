import { describe, expect, it } from 'vitest';
import type { Policy } from '../../environments/contract.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { mean } from '../../src/statistics/mean.ts';
import { classic } from './exact/solved.ts';

const USERS = 3000;
const TOPICS = [1, 2, 3];

const program = classic('hidden-taste');
const environment = new PopulationEnvironment(program, { users: USERS, measured: true });
const { features } = environment.spec;

/** The action for a user who has had no message for two days; for the others it is none. */
type Choose = (user: number) => number;

/** The mean return of a policy that may look at what is hidden, and is told who came. */
function returnOf(choose: Choose | Policy, told: (user: number, action: number, visit: number) => void) {
  let step = environment.reset('taste');
  const actions = new Uint8Array(USERS);
  const quiet = features.indexOf('quiet');
  while (step.stepType !== 'last') {
    const { observation } = step;
    const rested = (user: number) => observation.features[user * features.length + quiet] >= 2;
    if (typeof choose !== 'function') choose.selectActions(observation, actions);
    else for (const user of actions.keys()) actions[user] = rested(user) ? choose(user) : 0;
    step = environment.step(actions);
    for (const [user, action] of actions.entries()) told(user, action, step.visits![user]);
  }
  return mean(environment.column('sum_return'));
}

/** What every user likes, as far as the answers tell: the topics' probabilities, by Bayes' rule. */
class Beliefs {
  readonly #weights = Array.from({ length: USERS }, () => program.segments.map(({ share }) => share));

  likeliest(user: number): number {
    const weights = this.#weights[user];
    return 1 + weights.indexOf(Math.max(...weights));
  }

  /** A liked message brings a visit with about 0.6, another with about 0.08. */
  hear(user: number, action: number, visit: number): void {
    if (action === 0) return;
    this.#weights[user] = this.#weights[user].map((weight, k) => {
      const chance = TOPICS[k] === action ? 0.6 : 0.08;
      return weight * (visit === 1 ? chance : 1 - chance);
    });
  }
}

describe('the scenario hidden-taste', () => {
  const nothing = () => undefined;
  const rules = environment.spec.rules.map((rule) => returnOf(rule.create(1), nothing));
  const best = Math.max(...rules);
  const liked: Choose = (user) => program.segments[environment.segments[user]].properties['likes'];

  it('gives twice as much to who knows the taste as the best rule gets', () => {
    expect(best).toBeGreaterThan(7);
    expect(returnOf(liked, nothing) / best).toBeGreaterThan(1.8);
  });

  it('gives half as much again to who remembers what was answered to what', () => {
    const beliefs = new Beliefs();
    const remembered = returnOf(
      (user) => beliefs.likeliest(user),
      (...told) => beliefs.hear(...told),
    );
    expect(remembered / best).toBeGreaterThan(1.4);
  });

  it('does not show the taste, and says what a visit is', () => {
    expect(features).toEqual(['recency', 'engagement', 'quiet']);
    expect(program.visit?.formula.text).toBe('visit');
  });
});
