import type { Policy } from '../../../environments/contract.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { streamKey } from '../../../environments/random/streams.ts';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import { type Evaluation, evaluate } from '../../../src/experiment/evaluate.ts';
import { openReplay, type Replay } from '../../../src/replay/replay.ts';

export interface PlayedPolicy {
  readonly replay: Replay;
  readonly evaluation: Evaluation;
}

/** The coupon trap as it is shipped. */
export function couponTrap(): Program {
  return loadScenario(
    readScenarioFile(new URL('../../../scenarios/coupon-trap.yaml', import.meta.url).pathname),
  );
}

/** A rule of a scenario, or any other policy, played to the horizon; its recording is opened. */
export function playedBy(
  program: Program,
  policy: string | Policy,
  users: number,
  seed = 'pair',
): PlayedPolicy {
  const played = typeof policy === 'string' ? ruleOf(program, policy, seed) : policy;
  const evaluation = evaluate(program, played, { users, seed, record: true });
  const label = typeof policy === 'string' ? policy : 'another';
  return { evaluation, replay: openReplay({ program, users, seed, actions: evaluation.actions, label }) };
}

function ruleOf(program: Program, name: string, seed: string): Policy {
  const { spec } = new PopulationEnvironment(program, { users: 1 });
  const rule = spec.rules.find((other) => other.name === name);
  if (!rule) throw new Error(`${program.name} has no rule ${name}`);
  return rule.create(streamKey(seed, 'policy'));
}
