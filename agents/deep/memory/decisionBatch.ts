import type { Decisions } from '../losses/policyLoss.ts';
import type { Rollout } from './rollout.ts';

/** What is known of every cell of a rollout before it is learned from. */
export interface JudgedCells {
  readonly advantages: Float32Array;
  readonly returns: Float32Array;
  /** of the action taken, by the policy that took it */
  readonly logProbabilities: Float32Array;
}

/** Some decisions of a rollout, gathered for a gradient step. */
export class DecisionBatch {
  readonly inputs: Float32Array;
  readonly decisions: Decisions;
  /** rows; what the value should have been */
  readonly returns: Float32Array;
  rows = 0;
  readonly #rollout: Rollout;
  readonly #judged: JudgedCells;

  /** @param size most rows of a batch */
  constructor(rollout: Rollout, judged: JudgedCells, size: number) {
    this.#rollout = rollout;
    this.#judged = judged;
    this.inputs = new Float32Array(size * rollout.columns);
    this.returns = new Float32Array(size);
    this.decisions = {
      actions: new Uint8Array(size),
      advantages: new Float32Array(size),
      logProbabilities: new Float32Array(size),
      ...(rollout.available && { available: new Uint8Array(size * rollout.actionCount) }),
    };
  }

  /** Gathers the decisions of some cells. */
  gather(cells: Uint32Array): void {
    const { inputs, actions, columns, actionCount, available } = this.#rollout;
    const { advantages, logProbabilities, returns } = this.#judged;
    this.rows = cells.length;
    for (let k = 0; k < cells.length; k++) {
      const cell = cells[k];
      for (let c = 0; c < columns; c++) this.inputs[k * columns + c] = inputs[cell * columns + c];
      this.decisions.actions[k] = actions[cell];
      this.decisions.advantages[k] = advantages[cell];
      this.decisions.logProbabilities[k] = logProbabilities[cell];
      this.returns[k] = returns[cell];
      for (let a = 0; available && a < actionCount; a++)
        this.decisions.available![k * actionCount + a] = available[cell * actionCount + a];
    }
  }
}
