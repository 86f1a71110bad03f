import type { Choice, Observed, Program, Rule } from './program.ts';
import { type ExplainedFormula, Reading } from './reading.ts';

/** A line of a rule that was looked at. */
export interface ExplainedLine {
  /** its condition with the values it looked at; undefined: it has none and always holds */
  readonly when: ExplainedFormula | undefined;
  readonly holds: boolean;
  /** probability of each action, in the order of `actions` */
  readonly probabilities: readonly number[];
}

/** What a rule does with one user on one morning, and why. */
export interface ExplainedRule {
  readonly name: string;
  /** the lines that were looked at, in order: up to the first that holds, or all */
  readonly lines: readonly ExplainedLine[];
  /** lines of the rule, those that were not looked at counted in */
  readonly count: number;
  /** whether one of its lines holds; where none does, the first action is given */
  readonly holds: boolean;
  /** probability of each action, in the order of `actions`, whether or not it is available */
  readonly probabilities: readonly number[];
}

/**
 * Evaluates a rule for one user, or one product, with mathjs: line by line, up to the first whose condition holds.
 *
 * @param features what the policy saw that morning: one row of an observation
 */
export function explainRule(program: Program, rule: Rule, features: ArrayLike<number>): ExplainedRule {
  const reading = new Reading(program, NOBODY);
  reading.setSeen(seenBy(program.observe, features));
  const lines: ExplainedLine[] = [];
  for (const choice of rule.choices) {
    lines.push(explainLine(choice, lines.length + 1, reading));
    if (lines[lines.length - 1].holds) break;
  }
  const last = lines[lines.length - 1];
  const holds = last?.holds === true;
  const probabilities = holds ? last.probabilities : program.actions.map((_, action) => Number(action === 0));
  return { name: rule.name, lines, count: rule.choices.length, holds, probabilities };
}

/** Rules see nothing but what is observed, so that it does not matter whose day it is. */
const NOBODY = { seedKey: 0, birth: 0, day: 0, tenure: 0, segment: 0, stage: 0, action: 0, values: {} };

function explainLine({ when, probabilities }: Choice, number: number, reading: Reading): ExplainedLine {
  if (!when) return { when, holds: true, probabilities };
  const explained = reading.evaluate(`line ${number}`, when);
  // NaN counts as no.
  return { when: explained, holds: Boolean(explained.value), probabilities };
}

function memberOf(features: readonly number[]): number {
  return Math.max(
    features.findLastIndex((value) => value > 0.5),
    0,
  );
}

/** The observed names with their values; of a closed list the index of the member whose feature is on. */
function seenBy(observe: readonly Observed[], features: ArrayLike<number>): Record<string, number> {
  const seen: Record<string, number> = {};
  let column = 0;
  for (const { name, members } of observe) {
    const width = members?.length ?? 1;
    const own = Array.from({ length: width }, (_, k) => features[column + k]);
    seen[name] = members ? memberOf(own) : own[0];
    column += width;
  }
  return seen;
}
