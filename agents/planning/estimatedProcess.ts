import { TransitionCounts } from './transitionCounts.ts';

/** More cells than this are refused: the observation needs coarser bins. */
const MAX_CELLS = 20_000_000;

/**
 * A decision process estimated from what happened: how often each action was taken in each state, what it earned, and
 * what followed. Who left for good is a visit that nothing followed. A cell is state · actions + action.
 */
export class EstimatedProcess {
  readonly states: number;
  readonly actions: number;
  /** states × actions; how often it was taken */
  readonly visits: Float64Array;
  /** states × actions; sum of its rewards */
  readonly rewards: Float64Array;
  readonly transitions = new TransitionCounts();
  /** of all rewards: number, sum, sum of squares */
  readonly moments = new Float64Array(3);

  constructor(states: number, actions: number) {
    if (states * actions > MAX_CELLS) {
      throw new RangeError(
        `${states} states × ${actions} actions are too many for a table (at most ${MAX_CELLS}); use fewer bins`,
      );
    }
    this.states = states;
    this.actions = actions;
    this.visits = new Float64Array(states * actions);
    this.rewards = new Float64Array(states * actions);
  }

  /** Takes in a decision; `next` is the state that followed, undefined where the user left for good. */
  add(state: number, action: number, reward: number, next: number | undefined): void {
    const cell = state * this.actions + action;
    this.visits[cell]++;
    this.rewards[cell] += reward;
    this.moments[0]++;
    this.moments[1] += reward;
    this.moments[2] += reward * reward;
    if (next !== undefined) this.transitions.add(cell, next);
  }

  /** Standard deviation of all rewards. */
  get spread(): number {
    const [count, sum, squares] = this.moments;
    return count > 0 ? Math.sqrt(Math.max(squares / count - (sum / count) * (sum / count), 0)) : 0;
  }

  /** Lets everything so far count for a part of what it did. */
  forget(part: number): void {
    const { counts } = this.transitions;
    for (const array of [this.visits, this.rewards, this.moments, counts])
      for (let k = 0; k < array.length; k++) array[k] *= part;
  }
}
