import { type Dense, valuesUnder } from './dense.ts';

/** What becomes of a process under a policy: rewards, what each state may lead to, and which are never left. */
function chainOf(dense: Dense, policy: readonly number[]) {
  const ways = policy.map((a, s) => dense.next[s][a]);
  const rewards = policy.map((a, s) => dense.rewards[s][a] as number);
  const reach = policy.map((_, s) => {
    const seen = new Set([s]);
    for (const at of seen) for (const [to, p] of ways[at].entries()) if (p > 0) seen.add(to);
    return [...seen];
  });
  const stays = (s: number) => ways[s].reduce((a, b) => a + b) === 1;
  const forEver = reach.map((seen, s) => seen.every((at) => stays(at) && reach[at].includes(s)));
  return { ways, rewards, reach, forEver };
}

/** Whether there is a day with a gain in what goes on for ever. */
export function earnsForEver(dense: Dense, policy: readonly number[]): boolean {
  const { rewards, forEver } = chainOf(dense, policy);
  return rewards.some((reward, s) => forEver[s] && reward > 0);
}

/**
 * Values without a discount of a life that need not end, where nothing that goes on for ever both earns and costs: 0
 * where nothing is earned for ever, else infinite.
 */
export function valuesWithoutEnd(dense: Dense, policy: readonly number[]): number[] {
  const { ways, rewards, reach, forEver } = chainOf(dense, policy);
  const earned = reach.map((seen) => seen.reduce((sum, s) => sum + rewards[s], 0));
  const endless = reach.map((seen) => seen.find((at) => forEver[at] && earned[at] !== 0));
  const finite = [...policy.keys()].filter((s) => !forEver[s] && endless[s] === undefined);
  const cut: Dense = {
    rewards: finite.map((s) => [rewards[s]]),
    next: finite.map((s) => [finite.map((to) => ways[s][to])]),
  };
  const values = finite.length > 0 ? valuesUnder(cut, Array(finite.length).fill(0), 1) : [];
  return endless.map((at, s) => {
    if (at !== undefined) return earned[at] * Number.POSITIVE_INFINITY;
    return forEver[s] ? 0 : values[finite.indexOf(s)];
  });
}
