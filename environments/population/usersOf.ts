import type { Program } from '../scenario/program.ts';

/**
 * The part of a program that is about single users. Where one decision is taken for all of them: days, stages and what
 * figures are made of, as rewards, observations and metrics are of the product then; else all of it.
 */
export function usersOf(program: Program): Program {
  if (!program.decision) return program;
  return { ...program, reward: [], observe: [], metrics: [], rules: [], checks: [] };
}
