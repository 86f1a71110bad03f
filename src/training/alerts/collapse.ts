import type { Alert } from '../alert.ts';
import { perCent } from '../alertNumbers.ts';
import { actionMix, type PlayedPolicy } from '../playedPolicy.ts';
import { settingsHad } from '../settingsHad.ts';
import type { TrainingHistory } from '../trainingHistory.ts';

/** Part of the decisions from which on it is one action, and below which it is several. */
const ONE = 0.98;
const SEVERAL = 0.95;

/** The greedy policy does the same for everyone, where the rule or the policy itself once did several things. */
export function collapse(history: TrainingHistory): Alert | undefined {
  const latest = history.validations.findLast(({ validated }) => validated);
  if (!latest?.validated) return undefined;
  const { action, part } = mostTaken(latest.validated.played);
  if (part <= ONE) return undefined;
  const rule = history.rule && mostTaken(history.rule.played).part;
  const ruleVaries = rule !== undefined && rule < SEVERAL;
  const variedBefore = history.validations.some(
    ({ validated }) => validated && mostTaken(validated.played).part < SEVERAL,
  );
  if (!ruleVaries && !variedBefore) return undefined;
  const { name } = history.setup.program.actions[action];
  return {
    kind: 'warning',
    episode: latest.episode,
    line: `${perCent(part)} of decisions are ${name}: collapsed to one action?`,
    means: `The policy decides the same for nearly everyone, every day. ${innocence(history, name)}`,
    told: `By the action mix of the greedy policy on the validation users: more than ${perCent(ONE)} one action, ${ruleVaries ? `where the rule has less than ${perCent(SEVERAL)}` : 'where it did several things before'}.`,
    advice: `More exploration, or for longer${settingsHad(history.setup, ['epsilonEnd', 'epsilonPart', 'entropyWeight', 'optimism'])}; smaller steps${settingsHad(history.setup, ['learningRate', 'stepSize'])}; and check that what is observed can tell users apart at all.`,
    figures: [],
  };
}

function innocence({ rule }: TrainingHistory, action: string): string {
  if (!rule) return 'That is suspicious where it did several things before.';
  const { part } = mostTaken(rule.played);
  return part > ONE
    ? `The rule ${rule.name} does nearly the same, so it may be right.`
    : `By itself that need not be wrong: always ${action} may be best in this world. It is suspicious as the rule ${rule.name} does several things, unless the return is above that of the rule.`;
}

function mostTaken(played: PlayedPolicy): { action: number; part: number } {
  const mix = actionMix(played);
  const part = Math.max(...mix);
  return { action: mix.indexOf(part), part };
}
