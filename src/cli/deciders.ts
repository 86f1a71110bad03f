import type { Agent } from '../../environments/contract.ts';
import type { Decider } from '../replay/decider.ts';
import type { NamedPolicy } from './policies.ts';
import { type OpenedRun, trainedAgent } from './runs.ts';
import { agentKind } from './trainingOptions.ts';

/**
 * The policy of a finished run, to be asked again about what it recorded.
 *
 * @throws UsageError if the run is not finished
 */
export async function deciderOf(run: OpenedRun): Promise<Decider> {
  const { networks } = agentKind(run.record.configuration.agent.name);
  return learnedDecider(await trainedAgent(run), networks === 'recurrent');
}

/** A policy under its name, to be asked again about what it did for a seed. */
export async function deciderNamed(policy: NamedPolicy, seed: string): Promise<Decider> {
  if (policy.learner) return learnedDecider(await policy.learner(seed), policy.remembers ?? false);
  const made = await policy.for(seed);
  if (typeof made === 'function')
    return { remembers: false, knowsWorld: true, create: (world) => made(world!) };
  return { remembers: false, knowsWorld: false, create: () => policy.for(seed) as typeof made };
}

function learnedDecider(agent: Agent, remembers: boolean): Decider {
  return { remembers, knowsWorld: false, create: () => agent.greedy() };
}
