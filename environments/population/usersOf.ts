import type { Program } from '../scenario/program.ts';

/**
 * The part of a program that is about single users, where one decision is taken for all of them: days, stages and what
 * figures are made of. Rewards, observations and metrics are of the product then.
 */
export function usersOf(program: Program): Program {
  return { ...program, reward: [], observe: [], metrics: [], rules: [], checks: [] };
}
