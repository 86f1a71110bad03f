import type { LearningFigures, Observation } from '../../environments/contract.ts';
import type { ActorCriticPlan } from './actorCritic.ts';
import { type Advantages, advantagesOf } from './advantages.ts';
import { explainedVariance } from './explainedVariance.ts';
import { type Kept, keptArrays } from './kept.ts';
import { policyLoss } from './losses/policyLoss.ts';
import { squaredErrorLoss } from './losses/squaredErrorLoss.ts';
import { DecisionBatch } from './memory/decisionBatch.ts';
import { evaluateCells } from './memory/evaluateCells.ts';
import type { Rollout } from './memory/rollout.ts';
import { shuffle } from './memory/shuffle.ts';
import type { Network } from './networks/network.ts';
import { RowEvaluator } from './policies/eachRow.ts';
import { policyFigures } from './policies/policyFigures.ts';
import { softmax } from './policies/softmax.ts';
import type { FeatureScale } from './scaling/featureScale.ts';

interface Parts {
  readonly actor: Network;
  readonly critic: Network;
  readonly rollout: Rollout;
  readonly features: FeatureScale;
  /** 32-bit key of the random stream */
  readonly key: number;
}

/** What changes over the training. */
interface Schedules {
  readonly learningRate: number;
  readonly entropyWeight: number;
  readonly rewardScale: number;
}

/** Improves a policy and the values that judge it from a rollout. */
export class PolicyImprover {
  readonly #parts: Parts;
  readonly #plan: ActorCriticPlan;
  /** shuffles so far; each has its own luck */
  readonly #rounds = new Float64Array(1);
  readonly kept: Kept = keptArrays({ rounds: this.#rounds });

  constructor(parts: Parts, plan: ActorCriticPlan) {
    this.#parts = parts;
    this.#plan = plan;
  }

  /**
   * Judges the decisions of the rollout, then takes gradient steps on shuffled batches of them.
   *
   * @param seen after the last day of the rollout
   */
  improve(seen: Observation, schedules: Schedules): LearningFigures {
    const { rollout } = this.#parts;
    const cells = rollout.decisions();
    if (cells.length === 0) return {};
    const values = this.#values(cells);
    const judged = this.#judge(seen, values, schedules);
    const explained = explainedVariance(cells, values, judged.returns);
    standardise(judged.advantages, cells);
    const logProbabilities = this.#logProbabilities(cells);
    const size = Math.min(this.#plan.batchSize, cells.length);
    const batch = new DecisionBatch(rollout, { ...judged, logProbabilities }, size);
    const figures = this.#step(cells, batch, size, schedules);
    return {
      ...figures,
      ...policyFigures(this.#parts.actor, batch, this.#plan.clip),
      explainedVariance: explained,
    };
  }

  /**
   * Every epoch goes through all decisions once, in a new order. A batch that is not full, as few users are left or
   * the rest of an epoch is small, moves the networks in proportion, so that every decision counts the same.
   */
  #step(
    cells: Uint32Array,
    batch: DecisionBatch,
    size: number,
    { learningRate, entropyWeight }: Schedules,
  ): LearningFigures {
    const { actor, critic, key, rollout } = this.#parts;
    const loss = policyLoss(this.#plan.surrogate, rollout.actionCount, entropyWeight);
    const full = Math.min(this.#plan.batchSize, rollout.days * rollout.users);
    let figures: LearningFigures = {};
    for (let epoch = 0; epoch < this.#plan.epochs; epoch++) {
      shuffle(cells, key, this.#rounds[0]++);
      for (let from = 0; from < cells.length; from += size) {
        batch.gather(cells.subarray(from, from + size));
        const { inputs, rows, decisions, returns } = batch;
        const rate = learningRate * Math.min(rows / full, 1);
        const policy = actor.train(inputs, rows, loss, decisions, rate);
        const value = critic.train(inputs, rows, squaredErrorLoss, returns, rate);
        figures = {
          policyLoss: policy.loss,
          valueLoss: value.loss,
          policyGradientNorm: policy.gradientNorm,
          valueGradientNorm: value.gradientNorm,
        };
      }
    }
    return figures;
  }

  #values(cells: Uint32Array): Float32Array {
    const { critic, rollout } = this.#parts;
    const values = new Float32Array(rollout.length * rollout.users);
    evaluateCells(critic, rollout, cells, (cell, outputs, at) => {
      values[cell] = outputs[at];
    });
    return values;
  }

  #judge(seen: Observation, values: Float32Array, { rewardScale }: Schedules): Advantages {
    const { critic, features, rollout } = this.#parts;
    const last = new Float32Array(rollout.users);
    new RowEvaluator(critic, features).each(seen, (user, outputs, at) => {
      last[user] = outputs[at];
    });
    return advantagesOf(rollout, values, last, { lambda: this.#plan.lambda, rewardScale });
  }

  /** Of the actions taken. The policy has not changed since, so that it need not be kept day by day. */
  #logProbabilities(cells: Uint32Array): Float32Array {
    const { actor, rollout } = this.#parts;
    const { actions, actionCount, available } = rollout;
    const p = new Float64Array(actionCount);
    const logs = new Float32Array(rollout.length * rollout.users);
    evaluateCells(actor, rollout, cells, (cell, outputs, at) => {
      logs[cell] = outputs[at + actions[cell]] - softmax(outputs, at, p, available, cell * actionCount);
    });
    return logs;
  }
}

/** Mean 0 and standard deviation 1 over the decisions, so that a step means the same in every scenario. */
function standardise(advantages: Float32Array, cells: Uint32Array): void {
  let sum = 0;
  for (const cell of cells) sum += advantages[cell];
  const mean = sum / cells.length;
  let squares = 0;
  for (const cell of cells) squares += (advantages[cell] - mean) * (advantages[cell] - mean);
  const deviation = Math.sqrt(squares / cells.length);
  for (const cell of cells) advantages[cell] = (advantages[cell] - mean) / (deviation + 1e-8);
}
