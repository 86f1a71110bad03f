import type { NamedRule, Policy } from '../contract.ts';
import type { Formula } from '../scenario/formula.ts';
import type { Program, Rule } from '../scenario/program.ts';
import { drawingRule } from './drawingRule.ts';
import { replaceUnavailable } from './firstAvailable.ts';
import { kernelLibrary } from './kernelLibrary.ts';
import { printRule, printScore, type RuleFunction, type ScoreFunction } from './printRule.ts';
import type { RuleLine } from './ruleGraph.ts';

type Scores = NonNullable<Policy['actionScores']>;

/** Compiles a scenario's rule. `width` is the number of features in an observation row. */
export function namedRule(program: Program, rule: Rule, width: number): NamedRule {
  const certain = rule.choices.map(({ probabilities }) => probabilities.indexOf(1));
  const drawing = certain.includes(-1);
  // Of a rule that draws, a line's value is its number; otherwise it is its action.
  const lines = rule.choices.map(({ when }, k) => ({ when, value: drawing ? k + 1 : certain[k] }));
  const choose = compile(program, lines, width);
  const { name, about } = rule;
  if (drawing) return { name, about, create: (key) => drawingRule(program, rule, choose, key) };
  const count = program.actions.length;
  return {
    name,
    about,
    create: () => ({
      ...(rule.score && { actionScores: scoresOf(program, rule.score, choose, width) }),
      selectActions({ features, active, available }, actions) {
        choose(features, active, actions);
        if (available) replaceUnavailable(actions, available, count);
      },
    }),
  };
}

/** The rule's own action has its score, all others 0. */
function scoresOf(program: Program, score: Formula, choose: RuleFunction, width: number): Scores {
  const count = program.actions.length;
  const source = printScore(program, score, width);
  const worth = new Function('library', source)(kernelLibrary) as ScoreFunction;
  return ({ features, active, available }, scores) => {
    const chosen = new Uint8Array(active.length);
    const values = new Float64Array(active.length);
    choose(features, active, chosen);
    if (available) replaceUnavailable(chosen, available, count);
    worth(features, active, values);
    scores.fill(0);
    for (const [i, action] of chosen.entries()) if (action > 0) scores[i * count + action] = values[i];
  };
}

function compile(program: Program, lines: readonly RuleLine[], width: number): RuleFunction {
  const source = printRule(program, lines, width);
  // The source is printed from the checked syntax tree: it holds numbers and names of our own only.
  const make = new Function('library', source) as (library: unknown) => RuleFunction;
  return make(kernelLibrary);
}
