import type { Observation, Policy } from '../../../environments/contract.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import { type Evaluation, evaluate } from '../../../src/experiment/evaluate.ts';
import type { Recording } from '../../../src/replay/recording.ts';
import { fixture } from '../../environments/population/openWorld.ts';

/** Another action for everybody, by what is seen and in which row. */
export const bySight: Policy = {
  selectActions({ states, active }: Observation, actions: Uint8Array): void {
    for (let i = 0; i < actions.length; i++) actions[i] = active[i] === 1 ? (states[i] + i) % 2 : 0;
  },
};

const BUDGET = ['arrivals:\n', 'budget: { on: contacts, limit: 0.3 }\narrivals:\n'] as const;
const WORD = ['value: 0.02', 'value: 0.1'] as const;

export interface Played {
  readonly program: Program;
  readonly users: number;
  readonly evaluation: Evaluation;
  readonly recording: Recording;
}

/** An evaluation of an open population, of one with a budget, or of products, with what it recorded. */
export function played(name: 'open' | 'budget' | 'product' | 'short room'): Played {
  const program = {
    open: () => fixture('open-shop', WORD),
    budget: () => fixture('open-shop', WORD, BUDGET),
    'short room': () => fixture('open-shop', WORD, ['room: 3', 'room: 0.5']),
    product: () => fixture('product-shop', ['users: 50', 'users: 8'], ['founders: 100', 'founders: 30']),
  }[name]();
  const users = name === 'product' ? 3 : 16;
  const evaluation = evaluate(program, bySight, { users, seed: 'played', record: true, count: true });
  const recording = { program, users, seed: 'played', actions: evaluation.actions, label: name };
  return { program, users, evaluation, recording };
}
