import type { Snapshot } from '../../environments/contract.ts';
import { TransitionCounts } from './transitionCounts.ts';

/**
 * A decision process estimated from what happened: how often each action was taken in each state, what it earned, and
 * what followed. Who left for good is counted as a visit that nothing followed.
 */
export class EstimatedProcess {
  readonly states: number;
  readonly actions: number;
  /** states × actions; how often it was taken */
  readonly visits: Float64Array;
  /** states × actions; sum of the rewards */
  readonly rewards: Float64Array;
  readonly transitions = new TransitionCounts();

  constructor(states: number, actions: number) {
    this.states = states;
    this.actions = actions;
    this.visits = new Float64Array(states * actions);
    this.rewards = new Float64Array(states * actions);
  }

  /** Takes in a decision; `next` is the state that followed, undefined: the user left for good. */
  add(state: number, action: number, reward: number, next: number | undefined): void {
    const cell = state * this.actions + action;
    this.visits[cell]++;
    this.rewards[cell] += reward;
    if (next !== undefined) this.transitions.add(cell, next);
  }

  decay(f: number): void {
    for (let c = 0; c < this.visits.length; c++) { this.visits[c] *= f; this.rewards[c] *= f; }
    for (let k = 0; k < this.transitions.length; k++) this.transitions.counts[k] *= f;
  }
}
