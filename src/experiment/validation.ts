import type { Policy } from '../../environments/contract.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { pairedInterval, seedInterval } from '../statistics/interval.ts';
import type { Beyond, PlayedPolicy } from '../training/playedPolicy.ts';
import type { Validated } from '../training/trainingEvent.ts';
import { type Evaluation, type EvaluationOptions, evaluatePatiently } from './evaluate.ts';

/** Policies played on the same users with the same luck, and measured by a rule if one was played. */
export class Validation {
  readonly #program: Program;
  readonly #plan: EvaluationOptions;
  #rule: Evaluation | undefined;

  /** @param plan who they are, and what to keep of how they lived */
  constructor(program: Program, plan: EvaluationOptions) {
    this.#program = program;
    this.#plan = { ...plan, count: true };
  }

  /** Plays the rule that the others are measured by. @throws the signal's reason if it was aborted */
  async playRule(rule: Policy, signal?: AbortSignal): Promise<PlayedPolicy> {
    this.#rule = await evaluatePatiently(this.#program, rule, { ...this.#plan, record: false }, signal);
    return summaryOf(this.#rule, this.#program);
  }

  /** Plays a policy. @throws the signal's reason if it was aborted */
  async play(policy: Policy, signal?: AbortSignal): Promise<Validated & { readonly evaluation: Evaluation }> {
    const evaluation = await evaluatePatiently(this.#program, policy, this.#plan, signal);
    const beyondRule = this.#rule && beyond(evaluation, this.#rule);
    return { evaluation, played: summaryOf(evaluation, this.#program), beyondRule };
  }
}

function valuesOf({ metrics }: Evaluation, name: string): Float64Array {
  return metrics.find((metric) => metric.name === name)!.values;
}

function beyond(policy: Evaluation, rule: Evaluation): Beyond {
  const difference = (name: string) => pairedInterval([valuesOf(policy, name)], [valuesOf(rule, name)]);
  return { return: difference('return'), retention: difference('retention.end') };
}

function summaryOf(evaluation: Evaluation, { decision, stages, actions }: Program): PlayedPolicy {
  const [returned, stayed] = ['return', 'retention.end'].map((name) => valuesOf(evaluation, name));
  const byStage = rowsOf(evaluation.decisions, actions.length);
  return {
    units: returned.length,
    return: seedInterval([returned]),
    retention: seedInterval([stayed]),
    decisions: actions.map((_, action) => byStage.reduce((sum, row) => sum + row[action], 0)),
    decisionsByStage: decision ? undefined : byStage,
    stageCounts: rowsOf(evaluation.stageCounts, stages.length),
  };
}

function rowsOf(values: Uint32Array, width: number): number[][] {
  const rows = values.length / width;
  return Array.from({ length: rows }, (_, row) => [...values.subarray(row * width, (row + 1) * width)]);
}
