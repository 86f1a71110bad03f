import type { Program } from '../../../../environments/scenario/program.ts';
import type { RuleAdvice } from '../../../replay/advice/ruleAdvice.ts';
import { figure } from '../../formatNumber.ts';

/** What came between a rule and what was recorded, a sentence each; nothing where the rule's action was. */
export function takenWords(advice: RuleAdvice, program: Program): string[] {
  return [...missingWords(advice, program), ...becauseWords(advice, program)];
}

function missingWords({ missing, rule, law }: RuleAdvice, { actions }: Program): string[] {
  if (missing.length === 0) return [];
  const names = missing.map((action) => actions[action].name).join(', ');
  const instead = actions[law.findIndex((p, action) => p > rule.probabilities[action])]?.name;
  const given =
    instead === undefined ? 'and neither was any other' : `${instead}, the first that was, takes its place`;
  return [`${names} ${missing.length === 1 ? 'was' : 'were'} not available; ${given}`];
}

function becauseWords({ because, law, taken }: RuleAdvice, program: Program): string[] {
  const { name } = program.actions[taken];
  switch (because.kind) {
    case 'rule':
      return law[taken] < 1 ? drawnWords(name, law[taken], program) : [];
    case 'fork':
      return [forkWords(because.action, { law, taken }, program)];
    case 'budget':
      return [`${name} was recorded: all users share a budget, and it did not pay for what the rule gives`];
    case 'untold':
      return [`${name} was recorded, which this rule does not give; why cannot be told`];
  }
}

function drawnWords(name: string, probability: number, { budget }: Program): string[] {
  const lot = budget ? ', or what the budget that all users share left' : '';
  return [
    `drawn: ${name}, with probability ${figure(probability, 3)}${lot}; the draw itself is not recorded`,
  ];
}

function forkWords(
  forced: number,
  { law, taken }: Pick<RuleAdvice, 'law' | 'taken'>,
  { actions, budget }: Program,
): string {
  const { name } = actions[taken];
  if (forced !== taken) {
    const why = budget ? 'was not available, or not paid for by the budget' : 'was not available';
    return `the fork was to give ${actions[forced].name}, which ${why}; ${name} was recorded`;
  }
  return law[taken] === 1 ? `the fork gives ${name}, as the rule does` : `the fork gives ${name} instead`;
}
