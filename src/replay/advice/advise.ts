import type { Observation, Policy } from '../../../environments/contract.ts';
import type { Decider } from '../decider.ts';
import { absence } from '../forks/forkChoice.ts';
import { actionsOn, decisionDay, decisionRow } from '../recording.ts';
import type { Replay } from '../replay.ts';
import type { Advice, AdvisedAction, Hidden, NoAdvice } from './advice.ts';
import { choicesOf } from './choicesOf.ts';
import { hide } from './hide.ts';
import { policyOn } from './policyOn.ts';
import { rowOf } from './rowOf.ts';

/**
 * Asks a policy about one user on the morning of `day`, from 1. A budget is left out of it: this is what the policy
 * would choose if there were enough.
 */
export function advise(
  replay: Replay,
  user: number,
  day: number,
  decider: Decider | undefined,
): Advice | NoAdvice {
  if (!decider) return { kind: 'none', reason: 'the policy that was recorded is not at hand' };
  const { recording } = replay;
  const { decision } = recording.program;
  const reason = decision ? undefined : absence(replay, user, day);
  if (reason !== undefined) return { kind: 'none', reason };
  const decidedOn = decisionDay(recording.program, day);
  const row = decisionRow(recording, user);
  const policy = policyOn(replay, row, decidedOn, decider);
  const { observation } = replay.evening(decidedOn - 1);
  const own = rowOf(observation, row);
  const actions = opinions(policy, own, replay);
  return {
    kind: 'advice',
    user,
    day,
    decidedOn,
    actions,
    chosen: choicesOf(policy, own, actions.length)[0],
    taken: actionsOn(recording, day)[row],
    gap: gapOf(actions),
    hidden: whyNotHidden(decider, observation) ?? hide(policy, own, observation, recording.program),
  };
}

function opinions(policy: Policy, own: Observation, { recording }: Replay): AdvisedAction[] {
  const { actions } = recording.program;
  const values = new Float64Array(actions.length);
  if (policy.actionScores) policy.actionScores(own, values);
  else policy.actionProbabilities?.(own, values);
  return actions.map(({ name }, action) => ({
    action,
    name,
    available: own.available?.[action] !== 0,
    score: policy.actionScores && Number.isFinite(values[action]) ? values[action] : undefined,
    probability: !policy.actionScores && policy.actionProbabilities ? values[action] : undefined,
  }));
}

function gapOf(actions: readonly AdvisedAction[]): number | undefined {
  const scores = actions.flatMap(({ score, available }) =>
    score === undefined || !available ? [] : [score],
  );
  const [best, second] = scores.sort((a, b) => b - a);
  return second === undefined ? undefined : best - second;
}

function whyNotHidden(decider: Decider, { active }: Observation): Hidden | undefined {
  const untold = (reason: string): Hidden => ({ kind: 'untold', reason });
  if (decider.remembers) return untold('it remembers what it saw on the days before');
  if (decider.knowsWorld) return untold('it goes by the true state, not by what is seen');
  const others = active.indexOf(1) !== active.lastIndexOf(1);
  return others ? undefined : untold('nobody else is there whose values could stand in');
}
