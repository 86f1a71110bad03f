import { solveLinear } from './solveLinear.ts';

/** Where each action of `restInvestLeave` leads from each state; −1: nowhere, it has left. */
const NEXT = [
  [0, 1, -1],
  [0, 0, 0],
];
const REWARDS = [
  [0.5, -1, 2],
  [3, 3, 3],
];

/**
 * The exact action values of `restInvestLeave` under a policy: the solution of its six Bellman equations
 * q(s, a) = r(s, a) + γ Σ π(a′ | s′) q(s′, a′).
 *
 * @param policy probabilities of the actions in each state
 */
export function valuesUnder(policy: readonly (readonly number[])[], discount: number): number[][] {
  const cells = [0, 1].flatMap((state) => [0, 1, 2].map((action) => ({ state, action })));
  const matrix = cells.map(({ state, action }) =>
    cells.map((other) => {
      const self = other.state === state && other.action === action ? 1 : 0;
      return self - (other.state === NEXT[state][action] ? discount * policy[other.state][other.action] : 0);
    }),
  );
  const values = solveLinear(
    matrix,
    cells.map(({ state, action }) => REWARDS[state][action]),
  );
  return [values.slice(0, 3), values.slice(3)];
}

/** The action values of acting greedily, by hand. */
export function optimalValues(discount: number): number[][] {
  const best = (-1 + 3 * discount) / (1 - discount ** 2);
  const later = 3 + discount * best;
  return [
    [0.5 + discount * best, best, 2],
    [later, later, later],
  ];
}
