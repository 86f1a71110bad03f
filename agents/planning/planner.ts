import type { Snapshot, TimeStep } from '../../environments/contract.ts';
import { copiesOf, restoreArrays } from '../bandits/memory.ts';
import { EstimatedProcess } from './estimatedProcess.ts';
import { followersOf } from './followers.ts';
import { Solution } from './solution.ts';

/** An estimated process and its two solutions. */
export class Planner {
  readonly process: EstimatedProcess;
  /** the solution to act on while learning: with a bonus for what is little known */
  readonly optimistic: Solution;
  /** the solution without it: what has been learned */
  readonly learned: Solution;

  /** @param discount γ */
  constructor(states: number, actions: number, discount: number) {
    this.process = new EstimatedProcess(states, actions);
    this.optimistic = new Solution(this.process, discount);
    this.learned = new Solution(this.process, discount);
  }

  /** Takes in one day of everyone. Leaving for good ends what is to come; the horizon does not. */
  observe({ observation: { states, active } }: TimeStep, taken: Uint8Array, next: TimeStep): void {
    for (let i = 0; i < taken.length; i++) {
      if (active[i] === 0) continue;
      const follower = next.discounts[i] === 0 ? undefined : next.observation.states[i];
      this.process.add(states[i], taken[i], next.rewards[i], follower);
    }
  }

  /**
   * Solves the process as it is known now.
   *
   * @param optimism bonus of an action tried once, in standard deviations of the reward
   */
  plan(optimism: number): void {
    const followers = followersOf(this.process);
    this.optimistic.solve(followers, optimism * this.process.spread);
    this.learned.solve(followers, 0);
  }

  save(): Snapshot {
    return { ...copiesOf(this.#arrays()), ...this.process.transitions.save() };
  }

  /** @throws RangeError if the snapshot does not fit, before anything is changed */
  restore(snapshot: Snapshot): void {
    const { transitions, visits, states } = this.process;
    const takeOver = transitions.restoring(snapshot, visits.length, states);
    restoreArrays(this.#arrays(), snapshot);
    takeOver();
  }

  #arrays(): Record<string, Float64Array> {
    const { visits, rewards, moments } = this.process;
    return {
      visits,
      rewards,
      moments,
      values: this.learned.values,
      worths: this.learned.worths,
      optimisticValues: this.optimistic.values,
      optimisticWorths: this.optimistic.worths,
    };
  }
}
