import type { FiniteDecisionProcess } from '../process.ts';
import { availableActions } from './actionValues.ts';
import { NoSolutionError } from './block.ts';

/**
 * A policy under which every life ends, or comes to stand still for nothing: its rewards add up.
 *
 * Source: the almost-sure reachability of de Alfaro (1997), "Formal verification of probabilistic systems"; why such a
 * policy is needed to begin with: Bertsekas and Tsitsiklis (1991), "An analysis of stochastic shortest path problems".
 *
 * @returns states; an action
 * @throws NoSolutionError if there is none
 */
export function endingPolicy(process: FiniteDecisionProcess): Uint8Array {
  const idle = idleActions(process);
  let inside = new Uint8Array(process.states.length).fill(1);
  for (;;) {
    const { reached, policy } = reachEnd(process, idle, inside);
    if (reached.every((yes, s) => yes === inside[s])) return requireAll(process, reached, policy);
    inside = reached;
  }
}

const NONE = 255;

/** For each state an action that earns nothing and stays among such states, where there is one. */
function idleActions(process: FiniteDecisionProcess): Uint8Array {
  const idle = Uint8Array.from(process.states, () => 0);
  for (let shrinks = true; shrinks; ) {
    shrinks = false;
    for (let s = 0; s < idle.length; s++) {
      if (idle[s] === NONE) continue;
      const stays = availableActions(process, s).find((a) => {
        const row = process.rowOf[s * process.actions + a];
        return process.rewards[row] === 0 && leadsOnlyTo(process, row, (to) => idle[to] !== NONE);
      });
      if (stays === undefined) shrinks = true;
      idle[s] = stays ?? NONE;
    }
  }
  return idle;
}

/** From where the end may be reached without ever leaving `inside`, and how. */
function reachEnd(process: FiniteDecisionProcess, idle: Uint8Array, inside: Uint8Array) {
  const policy = idle.slice();
  const reached = Uint8Array.from(idle, (action, s) => (action !== NONE && inside[s] === 1 ? 1 : 0));
  for (let grows = true; grows; ) {
    grows = false;
    for (let s = reached.length - 1; s >= 0; s--) {
      if (reached[s] === 1 || inside[s] === 0) continue;
      const action = availableActions(process, s).find((a) => {
        const row = process.rowOf[s * process.actions + a];
        return leadsOnlyTo(process, row, (to) => inside[to] === 1) && mayReach(process, row, reached);
      });
      if (action === undefined) continue;
      policy[s] = action;
      reached[s] = 1;
      grows = true;
    }
  }
  return { reached, policy };
}

function leadsOnlyTo(
  { offsets, targets }: FiniteDecisionProcess,
  row: number,
  is: (to: number) => boolean,
): boolean {
  for (let k = offsets[row]; k < offsets[row + 1]; k++) if (!is(targets[k])) return false;
  return true;
}

/** Whether a row may end life, or lead to where its end is known. */
function mayReach(
  { offsets, targets, probabilities }: FiniteDecisionProcess,
  row: number,
  reached: Uint8Array,
): boolean {
  let stays = 0;
  for (let k = offsets[row]; k < offsets[row + 1]; k++) {
    if (reached[targets[k]] === 1) return true;
    stays += probabilities[k];
  }
  return stays < 1 - 1e-12;
}

function requireAll(process: FiniteDecisionProcess, reached: Uint8Array, policy: Uint8Array): Uint8Array {
  if (!reached.includes(0)) return policy;
  throw endlessRewards(process);
}

/** What to do where no sum of rewards is finite. */
export function endlessRewards({ name }: FiniteDecisionProcess): NoSolutionError {
  return new NoSolutionError(
    `${name}: the rewards of some lives add up without end; use a discount below 1, the criterion average, or a horizon`,
  );
}
