import type { EnvironmentSpec, TimeStep } from '../../../environments/contract.ts';
import type { LearnedDay } from '../rewards/learnedReward.ts';
import type { ReplayBuffer } from './replayBuffer.ts';

/** One day of everyone, copied. */
interface Day {
  readonly features: Float32Array;
  readonly active: Uint8Array;
  readonly actions: Uint8Array;
  readonly rewards: Float32Array;
  /** users; γ, or what the learner makes of it, times 0 for who left */
  readonly discounts: Float32Array;
}

/**
 * Turns days into transitions over several days: s, a, r₁ + γ r₂ + …, and from where on the rest is estimated. Who
 * leaves for good ends the sum, with nothing to be estimated; at the horizon it is cut short, and the rest estimated
 * from the last thing seen.
 *
 * Source: n-step returns, Sutton and Barto (2018), section 7.1; in deep Q-learning Hessel et al. (2018).
 */
export class NStepWindow {
  readonly #steps: number;
  readonly #width: number;
  readonly #days: Day[] = [];

  constructor(steps: number, { features }: EnvironmentSpec) {
    this.#steps = steps;
    this.#width = features.length;
  }

  clear(): void {
    this.#days.length = 0;
  }

  /**
   * Takes in a day and gives away the transitions that are complete.
   *
   * @param day what is learned from it
   * @param ends whether nothing follows `next` in this episode
   */
  push(
    step: TimeStep,
    actions: Uint8Array,
    next: TimeStep,
    { rewards, discounts }: LearnedDay,
    ends: boolean,
    into: ReplayBuffer,
  ): void {
    // What an episode that was broken off left behind leads nowhere.
    if (step.stepType === 'first') this.clear();
    const { features, active } = step.observation;
    this.#days.push({
      features: features.slice(),
      active: active.slice(),
      actions: actions.slice(),
      rewards: rewards.slice(),
      discounts: discounts.slice(),
    });
    if (this.#days.length === this.#steps) this.#giveOldest(next, into);
    while (ends && this.#days.length > 0) this.#giveOldest(next, into);
  }

  #giveOldest({ observation }: TimeStep, into: ReplayBuffer): void {
    const oldest = this.#days[0];
    const { features, active, actions } = oldest;
    for (let i = 0; i < active.length; i++) {
      if (active[i] === 0) continue;
      let reward = 0;
      let discount = 1;
      for (const day of this.#days) {
        reward += discount * day.rewards[i];
        discount *= day.discounts[i];
        if (discount === 0) break;
      }
      into.add(features, i * this.#width, actions[i], reward, discount, observation, i);
    }
    this.#days.shift();
  }
}
