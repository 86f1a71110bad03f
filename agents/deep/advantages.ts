import type { Rollout } from './memory/rollout.ts';

/** How decisions turned out. */
export interface Advantages {
  /** cells; how much better than the value of the state */
  readonly advantages: Float32Array;
  /** cells; what the value of the state should have been */
  readonly returns: Float32Array;
}

/**
 * Generalised advantage estimation, backwards through the days:
 * δₜ = rₜ + γ dₜ V(sₜ₊₁) − V(sₜ), Aₜ = δₜ + γ λ dₜ Aₜ₊₁, and the return is A + V.
 *
 * Who left for good has d = 0: nothing follows. Where the days end but the user stays (the horizon, or the end of the
 * rollout), what follows is the value of the last thing seen. λ = 1 is the whole return less the value, λ = 0 one step.
 *
 * Source: Schulman et al. (2016), equations 11 to 16.
 *
 * @param rollout its discounts hold γ
 * @param values cells; V of every decision
 * @param last users; V of what was seen after the last day
 * @param rewardScale rewards are multiplied by it
 */
export function advantagesOf(
  rollout: Rollout,
  values: Float32Array,
  last: Float32Array,
  { lambda, rewardScale }: { readonly lambda: number; readonly rewardScale: number },
): Advantages {
  const { users, length, active, rewards, discounts } = rollout;
  const advantages = new Float32Array(length * users);
  const returns = new Float32Array(length * users);
  for (let i = 0; i < users; i++) {
    let advantage = 0;
    let following = last[i];
    for (let cell = (length - 1) * users + i; cell >= 0; cell -= users) {
      if (active[cell] === 0) continue;
      const discount = discounts[cell];
      const delta = rewards[cell] * rewardScale + discount * following - values[cell];
      advantage = delta + discount * lambda * advantage;
      following = values[cell];
      advantages[cell] = advantage;
      returns[cell] = advantage + values[cell];
    }
  }
  return { advantages, returns };
}
