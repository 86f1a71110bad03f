import type { Agent, Environment, LearningFigures, Policy, TimeStep } from '../../environments/contract.ts';

/** One lived day: what was seen, done, and followed. */
export interface LivedDay {
  readonly step: TimeStep;
  /** users; what was done, which a budget may have changed; valid until the next day */
  readonly actions: Uint8Array;
  readonly next: TimeStep;
}

/**
 * The interaction loop: one episode, day by day. The caller learns, records or watches between the days; nothing
 * happens while it does not ask for the next one.
 *
 * @param environment the world
 * @param policy chooses an action for every active user
 * @param seed who lives in the world, and with what luck
 */
export function* interact(environment: Environment, policy: Policy, seed: string): Generator<LivedDay> {
  const actions = new Uint8Array(environment.spec.users);
  let step = environment.reset(seed);
  while (step.stepType !== 'last') {
    policy.selectActions(step.observation, actions);
    const next = environment.step(actions);
    // Who remembers what was done reads it here.
    if (next.taken) actions.set(next.taken);
    yield { step, actions, next };
    step = next;
  }
}

/**
 * The same loop with an agent that learns from each day, and from the actions that were really taken; yields what it
 * says of its learning. It ends early when everyone has left for good and nobody comes: there is nothing more to learn.
 */
export function* learn(
  environment: Environment,
  agent: Agent,
  seed: string,
): Generator<LivedDay & { figures: LearningFigures }> {
  for (const day of interact(environment, agent, seed)) {
    yield { ...day, figures: agent.update(day.step, day.actions, day.next) };
    if (!environment.spec.open && !day.next.observation.active.includes(1)) return;
  }
}
