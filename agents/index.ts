import type { EnvironmentSpec, Policy } from '../environments/contract.ts';
import type { AgentKind, PolicyKind } from './kinds.ts';
import { always } from './rules/always.ts';
import { random } from './rules/random.ts';
import { expectedSarsa } from './tabular/expectedSarsa.ts';
import { myopic } from './tabular/myopic.ts';
import { qLearning } from './tabular/qLearning.ts';
import { sarsa } from './tabular/sarsa.ts';

/** Every agent that learns. Adding one is a file and a line here. */
export const AGENTS: readonly AgentKind[] = [qLearning, sarsa, expectedSarsa, myopic];

/** Policies that do not learn, for a given environment: every scenario's own, and the rules of its file. */
export function policiesOf(spec: EnvironmentSpec): readonly PolicyKind[] {
  const [first] = spec.actions;
  const fixed = (name: string, about: string, policy: Policy): PolicyKind => ({
    name,
    about,
    create: () => policy,
  });
  return [
    fixed('none', `does nothing: always ${first.name}`, always(0)),
    {
      name: 'random',
      about: 'any action, equally likely',
      create: (s, { key }) => random(s.actions.length, key),
    },
    ...spec.actions.map((action, index) =>
      fixed(`always:${action.name}`, `always ${action.name}`, always(index)),
    ),
    ...spec.rules.map(({ name, about, policy }) => fixed(name, about, policy)),
  ];
}
