import type { Alert } from '../alert.ts';
import { estimate, short } from '../alertNumbers.ts';
import { bestValidation } from '../bestValidation.ts';
import { settingsHad } from '../settingsHad.ts';
import { type TrainingHistory, trainingDays, type ValidationPoint } from '../trainingHistory.ts';

/** Part of the training after which an agent below the rule is worth a warning. */
const LATE = 0.5;

/** Whether the latest validation is the best so far, and on which side of the rule it is. */
export function againstRule(history: TrainingHistory): Alert | undefined {
  const { rule, validations, day, setup } = history;
  const latest = validations.at(-1);
  if (!latest) return undefined;
  const beyond = latest.validated?.beyondRule?.return;
  const late = day >= LATE * trainingDays(setup);
  if (rule && beyond && beyond.high < 0 && late) return belowRule(latest, rule.name, history);
  if (validations.length < 2 || bestValidation(history) !== latest) return undefined;
  return newBest(latest, history);
}

function side({ rule }: TrainingHistory, { validated }: ValidationPoint): string {
  const beyond = validated?.beyondRule?.return;
  if (!rule || !beyond) return '';
  const words = beyond.low > 0 ? 'above' : beyond.high < 0 ? 'still below' : 'not to be told apart from';
  return `, ${words} the rule ${rule.name}: ${short(rule.played.return.mean)}`;
}

function newBest(latest: ValidationPoint, history: TrainingHistory): Alert {
  const { episode, validated } = latest;
  const worth = validated ? estimate(validated.played.return) : short(latest.return);
  const above = (validated?.beyondRule?.return.low ?? 0) > 0;
  return {
    kind: above ? 'good' : 'note',
    episode,
    line: `new best: ${worth} per user${side(history, latest)}`,
    means:
      'On the validation users, whom it never learns from, the policy earns more than at any time before. The validation is played without exploration.',
    told: 'By the mean return of the latest validation against all earlier ones; against the rule by the 95 % interval of the difference, paired by user.',
    advice:
      'Of several validations the best one is lucky too: the result that counts is that of the held-out users at the end.',
    figures: [],
  };
}

function belowRule(latest: ValidationPoint, rule: string, history: TrainingHistory): Alert {
  const { rule: played, setup } = history;
  return {
    kind: 'warning',
    episode: latest.episode,
    line: `below the rule ${rule}: ${short(latest.return)} against ${short(played!.played.return.mean)} per user`,
    means:
      'More than half of the training is over, and a plain rule still earns more on the same users. Until it is beaten, the rule is the better choice.',
    told: 'By the 95 % interval of the difference to the rule on the validation users, paired by user: all of it is below 0.',
    advice: `Try more episodes or users, less exploration at the end${settingsHad(setup, ['epsilonEnd'])}, or another agent; and look at the action mix beside that of the rule: what does it do that the agent does not?`,
    figures: [],
  };
}
