import type { EnvironmentSpec, Policy } from '../environments/contract.ts';
import { epsilonGreedyBandit } from './bandits/epsilonGreedyBandit.ts';
import { gradientBandit } from './bandits/gradientBandit.ts';
import { linUcb } from './bandits/linUcb.ts';
import { thompsonBernoulli } from './bandits/thompsonBernoulli.ts';
import { thompsonGaussian } from './bandits/thompsonGaussian.ts';
import { ucb1 } from './bandits/ucb1.ts';
import { a2c } from './deep/a2c.ts';
import { dqn } from './deep/dqn.ts';
import { withHistory } from './deep/history/withHistory.ts';
import { linearQLearning } from './deep/linearQLearning.ts';
import { ppo } from './deep/ppo.ts';
import { reinforce } from './deep/reinforce.ts';
import type { AgentKind, PolicyKind } from './kinds.ts';
import { planning } from './planning/planning.ts';
import { always } from './rules/always.ts';
import { random } from './rules/random.ts';
import { doubleQLearning } from './tabular/doubleQLearning.ts';
import { expectedSarsa } from './tabular/expectedSarsa.ts';
import { monteCarlo } from './tabular/monteCarlo.ts';
import { myopic } from './tabular/myopic.ts';
import { nStepSarsa } from './tabular/nStepSarsa.ts';
import { qLearning } from './tabular/qLearning.ts';
import { sarsa } from './tabular/sarsa.ts';
import { sarsaLambda } from './tabular/sarsaLambda.ts';
import { watkinsQLambda } from './tabular/watkinsQLambda.ts';

/** Every agent that learns. Adding one is a file and a line here. */
export const AGENTS: readonly AgentKind[] = [
  qLearning,
  sarsa,
  expectedSarsa,
  doubleQLearning,
  nStepSarsa,
  monteCarlo,
  sarsaLambda,
  watkinsQLambda,
  myopic,
  epsilonGreedyBandit,
  ucb1,
  thompsonBernoulli,
  thompsonGaussian,
  gradientBandit,
  linUcb,
  planning,
  linearQLearning,
  dqn,
  reinforce,
  a2c,
  ppo,
  withHistory(linearQLearning, 'linear-q-learning-history'),
  withHistory(dqn, 'dqn-history'),
  withHistory(ppo, 'ppo-history'),
];

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
    ...spec.rules.map(({ name, about, create }) => ({
      name,
      about,
      create: (_: EnvironmentSpec, { key }: { key: number }) => create(key),
    })),
  ];
}
